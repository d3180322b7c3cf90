package org.synwarden.observation;

import java.util.Locale;

/** What yields observations. */
public enum EvidenceSource {
    KERNEL_EVENTS,
    PACKET_CAPTURE,
    CAPTURE_FILE,
    SOCKET_TABLE;

    /** Its name in the contract and on the command line: {@code kernel-events}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
