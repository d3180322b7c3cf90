package org.synwarden.platform.linux.sockdiag;

import java.nio.ByteBuffer;
import org.synwarden.net.Protocol;

/**
 * The request for all sockets of one protocol and address family in some states: {@code struct nlmsghdr} (netlink(7))
 * with a {@code struct inet_diag_req_v2} (sock_diag(7)), in the machine's byte order.
 *
 * @param protocol TCP or UDP
 * @param family {@link #IPV4} or {@link #IPV6}
 * @param states one bit for each state of the kernel. Only the states of rows are asked for: with the one for sockets
 *     that are bound and nothing else the kernel would walk one more table
 */
record DiagRequest(Protocol protocol, int family, int states) {
    /** {@code AF_INET}. */
    static final int IPV4 = 2;

    /** {@code AF_INET6}. */
    static final int IPV6 = 10;

    /** States 1 to 12 but CLOSE: no TCP socket that anybody can talk to is in that. */
    static final int TCP_ROWS = 0x1FFE & ~(1 << 7);

    /** ESTABLISHED for a UDP socket with a remote end, CLOSE for one without. */
    static final int UDP_ROWS = 1 << 1 | 1 << 7;

    /** {@code SOCK_DIAG_BY_FAMILY}: the type of request and rows. */
    static final short BY_FAMILY = 20;

    /** Bytes of a request. */
    static final int SIZE = 72;

    private static final short REQUEST_DUMP = 0x001 | 0x300;
    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;

    /** Writes the request at the buffer's beginning; its answers will carry the sequence number. */
    void write(ByteBuffer buffer, int sequence) {
        buffer.clear();
        buffer.putInt(SIZE).putShort(BY_FAMILY).putShort(REQUEST_DUMP).putInt(sequence);
        buffer.putInt(0); // the kernel fills in the sender
        buffer.put((byte) family).put((byte) (protocol == Protocol.TCP ? IPPROTO_TCP : IPPROTO_UDP));
        buffer.putShort((short) 0); // no extensions, padding
        buffer.putInt(states);
        while (buffer.position() < SIZE) {
            buffer.putLong(0); // any address and port
        }
        buffer.rewind();
    }
}
