package org.synwarden.platform.linux.sockdiag;

import org.synwarden.net.Protocol;
import org.synwarden.sockets.SocketState;

/** The numbers that the kernel gives to states, {@code include/net/tcp_states.h}; UDP sockets borrow two of them. */
final class KernelStates {
    private KernelStates() {}

    /** The state with that number; an unknown one is {@code CLOSED}. */
    static SocketState of(Protocol protocol, int number) {
        if (protocol == Protocol.UDP) {
            return SocketState.UNCONNECTED;
        }
        return switch (number) {
            case 1 -> SocketState.ESTABLISHED;
            case 2 -> SocketState.SYN_SENT;
            case 3, 12 -> SocketState.SYN_RECEIVED;
            case 4 -> SocketState.FIN_WAIT_1;
            case 5 -> SocketState.FIN_WAIT_2;
            case 6 -> SocketState.TIME_WAIT;
            case 8 -> SocketState.CLOSE_WAIT;
            case 9 -> SocketState.LAST_ACK;
            case 10 -> SocketState.LISTEN;
            case 11 -> SocketState.CLOSING;
            default -> SocketState.CLOSED;
        };
    }
}
