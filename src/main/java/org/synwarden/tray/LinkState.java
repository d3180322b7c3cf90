package org.synwarden.tray;

/**
 * How the client stands with the service.
 *
 * @param phase where it is
 * @param reason one line from the last failure, foreign text; empty when there was none
 * @param isStartable whether it does not run and starting it would help
 */
record LinkState(Phase phase, String reason, boolean isStartable) {
    /** Connecting for the first time, connected, or waiting to try again. */
    enum Phase {
        CONNECTING,
        CONNECTED,
        ABSENT
    }

    static LinkState connecting() {
        return new LinkState(Phase.CONNECTING, "", false);
    }

    static LinkState connected() {
        return new LinkState(Phase.CONNECTED, "", false);
    }

    static LinkState absent(String reason) {
        return new LinkState(Phase.ABSENT, reason, false);
    }

    /** The service does not run. */
    static LinkState notRunning(String reason) {
        return new LinkState(Phase.ABSENT, reason, true);
    }

    boolean isConnected() {
        return phase == Phase.CONNECTED;
    }
}
