package org.synwarden.tray;

/**
 * How the client stands with the service.
 *
 * @param phase where it is
 * @param reason one line from the last failure, foreign text; empty when there was none
 */
record LinkState(Phase phase, String reason) {
    /** Connecting for the first time, connected, or waiting to try again. */
    enum Phase {
        CONNECTING,
        CONNECTED,
        ABSENT
    }

    static LinkState connecting() {
        return new LinkState(Phase.CONNECTING, "");
    }

    static LinkState connected() {
        return new LinkState(Phase.CONNECTED, "");
    }

    static LinkState absent(String reason) {
        return new LinkState(Phase.ABSENT, reason);
    }

    boolean isConnected() {
        return phase == Phase.CONNECTED;
    }
}
