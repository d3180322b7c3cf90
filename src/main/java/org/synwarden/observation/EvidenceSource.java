package org.synwarden.observation;

/** What yields observations. */
public enum EvidenceSource {
    KERNEL_EVENTS,
    PACKET_CAPTURE,
    CAPTURE_FILE,
    SOCKET_TABLE
}
