package org.synwarden.observation;

/** How a connect ended, as the kernel says. */
public enum ConnectResult {
    /** The handshake completed. */
    ESTABLISHED,
    /** An RST came. */
    REFUSED,
    /** The kernel gave up waiting, or ICMP said that the destination cannot be reached. */
    TIMED_OUT,
    /** It ended, and the kernel does not say why. */
    CLOSED,
    /** A firewall on this PC stopped it before a SYN left. */
    BLOCKED,
    /** This PC knew no way there; no SYN left. */
    NO_ROUTE
}
