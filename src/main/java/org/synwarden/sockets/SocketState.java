package org.synwarden.sockets;

/** The state of a row, in RFC 9293 section 3.3.2's words; UDP rows are {@code UNCONNECTED}. */
public enum SocketState {
    CLOSED,
    LISTEN,
    SYN_SENT,
    SYN_RECEIVED,
    ESTABLISHED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    CLOSE_WAIT,
    CLOSING,
    LAST_ACK,
    TIME_WAIT,
    UNCONNECTED
}
