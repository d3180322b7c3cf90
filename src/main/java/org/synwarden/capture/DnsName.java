package org.synwarden.capture;

/**
 * Reads domain names out of a DNS message (RFC 1035 section 4.1.4). A name has at most 255 octets and here at most 16
 * compression pointers, each to an earlier place, so that no message can make the reading long. A view that is moved
 * from name to name.
 */
final class DnsName {
    private static final int LONGEST = 255;
    private static final int MOST_POINTERS = 16;
    private static final int POINTER = 0xC0;
    private static final int POINTER_TARGET = 0x3FFF;

    private final StringBuilder text = new StringBuilder();
    private Frame frame;
    private int message;
    private int end;
    private int next;

    /** Starts out in an empty message. */
    DnsName() {
        frame = Frame.of(0, 0, 0, new byte[0]);
    }

    /** Moves to a message that lies between these offsets of a frame. */
    void within(Frame frame, int message, int end) {
        this.frame = frame;
        this.message = message;
        this.end = end;
    }

    /** Reads the name at this offset of the frame; false when it is cut off or malformed. */
    boolean read(int offset) {
        text.setLength(0);
        next = -1;
        int at = offset;
        int pointers = 0;
        int length = 1;
        while (at < end) {
            int label = frame.u8(at);
            if (label == 0) {
                next = next < 0 ? at + 1 : next;
                return true;
            }
            if ((label & POINTER) == POINTER) {
                if (at + 1 >= end || ++pointers > MOST_POINTERS) {
                    return false;
                }
                int target = message + (frame.u16(at) & POINTER_TARGET);
                next = next < 0 ? at + 2 : next;
                if (target >= at) {
                    return false;
                }
                at = target;
                continue;
            }
            length += 1 + label;
            if ((label & POINTER) != 0 || length > LONGEST || label >= end - at) {
                return false;
            }
            appendLabel(at + 1, label);
            at += 1 + label;
        }
        return false;
    }

    /**
     * The name that was read, without a trailing dot, empty for the root: letters in lower case (RFC 4343), and what is
     * not printable ASCII, or would be taken for something else, as {@code \DDD} (RFC 1035 section 5.1).
     */
    String text() {
        return text.toString();
    }

    /** Where in the frame the bytes after the name begin. */
    int next() {
        return next;
    }

    private void appendLabel(int offset, int length) {
        if (!text.isEmpty()) {
            text.append('.');
        }
        for (int i = offset; i < offset + length; i++) {
            append(text, frame.u8(i));
        }
    }

    /** Adds one octet of a label to a name, as {@link #text} has it. */
    static void append(StringBuilder text, int octet) {
        if (octet >= 'A' && octet <= 'Z') {
            text.append((char) (octet + ('a' - 'A')));
        } else if (octet > ' ' && octet <= '~' && octet != '.' && octet != '\\') {
            text.append((char) octet);
        } else {
            text.append('\\').append((char) ('0' + octet / 100));
            text.append((char) ('0' + octet / 10 % 10)).append((char) ('0' + octet % 10));
        }
    }
}
