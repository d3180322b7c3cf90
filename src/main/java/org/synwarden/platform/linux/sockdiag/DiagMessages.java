package org.synwarden.platform.linux.sockdiag;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.synwarden.net.Protocol;

/**
 * Reads what one recv(2) brought of the answer to a {@link DiagRequest}: messages of {@code struct nlmsghdr} (netlink(7))
 * with a {@code struct inet_diag_msg} each (sock_diag(7), {@code include/uapi/linux/inet_diag.h}). Ports and addresses are
 * in network order, all else in the machine's. Messages of another request, of another type, or cut short yield nothing.
 */
final class DiagMessages {
    private static final int HEADER_SIZE = 16;
    private static final int ROW_SIZE = 72;
    private static final short ERROR = 2;
    private static final short DONE = 3;

    private final DiagRequest request;
    private final int sequence;
    private final Consumer<SocketFacts> sink;

    /** Reads the answers that carry the sequence number into the sink. One thread. */
    DiagMessages(DiagRequest request, int sequence, Consumer<SocketFacts> sink) {
        this.request = request;
        this.sequence = sequence;
        this.sink = sink;
    }

    /**
     * Reads the first {@code length} bytes.
     *
     * @return whether the answer ends with them
     * @throws DiagException when the kernel answers with an error, in place of rows or at their end
     */
    boolean read(ByteBuffer buffer, int length) throws DiagException {
        int at = 0;
        while (length - at >= HEADER_SIZE) {
            int size = buffer.getInt(at);
            if (size < HEADER_SIZE || size > length - at) {
                return false;
            }
            if (buffer.getInt(at + 8) == sequence) {
                short type = buffer.getShort(at + 4);
                if (type == DONE || type == ERROR) {
                    refuseError(buffer, at, size);
                    return true;
                }
                if (type == DiagRequest.BY_FAMILY && size >= HEADER_SIZE + ROW_SIZE) {
                    sink.accept(row(buffer, at + HEADER_SIZE));
                }
            }
            at += size + 3 & ~3;
        }
        return false;
    }

    /** Both last messages begin with an errno, negative; 0 is success. */
    private static void refuseError(ByteBuffer buffer, int at, int size) throws DiagException {
        int result = size >= HEADER_SIZE + 4 ? buffer.getInt(at + HEADER_SIZE) : 0;
        if (result < 0) {
            throw new DiagException("The kernel will not list its sockets", -result);
        }
    }

    private SocketFacts row(ByteBuffer buffer, int at) {
        boolean ipv6 = buffer.get(at) == DiagRequest.IPV6;
        Protocol protocol = request.protocol();
        int local = at + 8;
        int remote = at + 24;
        return new SocketFacts(
                protocol,
                KernelStates.of(protocol, buffer.get(at + 1)),
                ipv6 ? network(buffer, buffer.getLong(local)) : 0,
                ipv6 ? network(buffer, buffer.getLong(local + 8)) : mapped(buffer, local),
                port(buffer, at + 4),
                ipv6 ? network(buffer, buffer.getLong(remote)) : 0,
                ipv6 ? network(buffer, buffer.getLong(remote + 8)) : mapped(buffer, remote),
                port(buffer, at + 6),
                buffer.getInt(at + 68) & 0xFFFF_FFFFL,
                buffer.getInt(at + 64));
    }

    private static int port(ByteBuffer buffer, int at) {
        return (buffer.get(at) & 0xFF) << 8 | (buffer.get(at + 1) & 0xFF);
    }

    private static long mapped(ByteBuffer buffer, int at) {
        int word = buffer.getInt(at);
        return SocketFacts.mapped(littleEndian(buffer) ? Integer.reverseBytes(word) : word);
    }

    private static long network(ByteBuffer buffer, long twoWords) {
        return littleEndian(buffer) ? Long.reverseBytes(twoWords) : twoWords;
    }

    private static boolean littleEndian(ByteBuffer buffer) {
        return buffer.order() == ByteOrder.LITTLE_ENDIAN;
    }
}
