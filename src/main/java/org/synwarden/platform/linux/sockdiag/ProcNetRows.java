package org.synwarden.platform.linux.sockdiag;

import java.util.function.Consumer;
import org.synwarden.net.Protocol;

/**
 * Reads the text of {@code /proc/net/{tcp,tcp6,udp,udp6}} (proc_net(5), the kernel's
 * {@code Documentation/networking/proc_net_tcp.rst}) straight from bytes. A line that is no row (the heading, or
 * anything malformed) yields nothing.
 *
 * <p>The kernel prints each 32-bit word of an address as a number of the machine, so that on a little-endian machine,
 * which is all that SynWarden supports, its octets stand in reverse; an IPv6 address is four such words.
 */
final class ProcNetRows {
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int UID = 7;
    private static final int INODE = 9;
    private static final int FIELDS = 10;
    private static final int WORD_DIGITS = 8;
    private static final int PORT_DIGITS = 5; // with the colon
    private static final int IPV6_DIGITS = 4 * WORD_DIGITS;

    private final Protocol protocol;
    private final Consumer<SocketFacts> sink;
    private final int[] starts = new int[FIELDS];
    private final int[] ends = new int[FIELDS];

    /** Reads rows of that protocol, both address families, into the sink. One thread. */
    ProcNetRows(Protocol protocol, Consumer<SocketFacts> sink) {
        this.protocol = protocol;
        this.sink = sink;
    }

    /**
     * Reads the complete lines among the first {@code length} bytes.
     *
     * @return how many bytes they took; what follows is the beginning of a line whose rest is still to come
     */
    int read(byte[] bytes, int length) {
        int lineStart = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                readLine(bytes, lineStart, i);
                lineStart = i + 1;
            }
        }
        return lineStart;
    }

    private void readLine(byte[] bytes, int from, int to) {
        if (!split(bytes, from, to) || !isEndpoint(bytes, LOCAL) || !isEndpoint(bytes, REMOTE)) {
            return;
        }
        long inode = number(bytes, starts[INODE], ends[INODE], 10);
        long state = number(bytes, starts[STATE], ends[STATE], 16);
        long uid = number(bytes, starts[UID], ends[UID], 10);
        if (inode < 0 || state < 0 || uid < 0 || ends[LOCAL] - starts[LOCAL] != ends[REMOTE] - starts[REMOTE]) {
            return;
        }
        boolean ipv6 = ends[LOCAL] - starts[LOCAL] > WORD_DIGITS + PORT_DIGITS;
        sink.accept(new SocketFacts(
                protocol,
                KernelStates.of(protocol, (int) state),
                ipv6 ? twoWords(bytes, starts[LOCAL]) : 0,
                ipv6 ? twoWords(bytes, starts[LOCAL] + 2 * WORD_DIGITS) : mapped(bytes, starts[LOCAL]),
                port(bytes, LOCAL),
                ipv6 ? twoWords(bytes, starts[REMOTE]) : 0,
                ipv6 ? twoWords(bytes, starts[REMOTE] + 2 * WORD_DIGITS) : mapped(bytes, starts[REMOTE]),
                port(bytes, REMOTE),
                inode,
                (int) uid));
    }

    private boolean split(byte[] bytes, int from, int to) {
        int at = from;
        for (int field = 0; field < FIELDS; field++) {
            while (at < to && bytes[at] == ' ') {
                at++;
            }
            starts[field] = at;
            while (at < to && bytes[at] != ' ') {
                at++;
            }
            ends[field] = at;
        }
        return starts[INODE] < ends[INODE];
    }

    /** Whether the field is 8 or 32 hexadecimal digits, a colon and 4 more. */
    private boolean isEndpoint(byte[] bytes, int field) {
        int digits = ends[field] - starts[field] - PORT_DIGITS;
        if (digits != WORD_DIGITS && digits != IPV6_DIGITS) {
            return false;
        }
        int colon = starts[field] + digits;
        boolean hexadecimal = bytes[colon] == ':' && number(bytes, colon + 1, colon + 5, 16) >= 0;
        for (int word = starts[field]; word < colon; word += WORD_DIGITS) {
            hexadecimal &= number(bytes, word, word + WORD_DIGITS, 16) >= 0;
        }
        return hexadecimal;
    }

    private int port(byte[] bytes, int field) {
        return (int) number(bytes, ends[field] - 4, ends[field], 16);
    }

    private static long mapped(byte[] bytes, int at) {
        return SocketFacts.mapped(word(bytes, at));
    }

    private static long twoWords(byte[] bytes, int at) {
        return (long) word(bytes, at) << 32 | (word(bytes, at + WORD_DIGITS) & 0xFFFFFFFFL);
    }

    private static int word(byte[] bytes, int at) {
        return Integer.reverseBytes((int) number(bytes, at, at + WORD_DIGITS, 16));
    }

    /** The number, or -1 when it is empty, too long or has other characters. */
    private static long number(byte[] bytes, int from, int to, int radix) {
        if (from >= to || to - from > 15) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(bytes[i], radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
