package org.synwarden.capture;

/**
 * The packet that an ICMP error (RFC 792) or ICMPv6 error (RFC 4443) quotes, or an ICMPv6 redirect (RFC 4861 section
 * 4.6.3). An ICMP redirect quotes the IP header and 8 bytes, as RFC 792 has it, whatever follows.
 */
final class QuotedPacket {
    private static final int HEADER = 8;
    private static final int REDIRECT_HEADER = 40;
    private static final int REDIRECTED = 4;
    private static final int MOST_OPTIONS = 64;

    private QuotedPacket() {}

    static Header inIcmp(Cursor cursor, PacketValues into) {
        if (!cursor.has(HEADER) || cursor.onTheWire() == HEADER) {
            return Header.NONE;
        }
        int type = cursor.u8(0);
        return switch (type) {
            case 3, 4, 11, 12 -> quoted(cursor, into, Header.IP);
            case 5 -> {
                Header quoted = quoted(cursor, into, Header.IP);
                if (cursor.has(1)) {
                    cursor.endAfter((cursor.u8(0) & 0x0F) * 4 + 8);
                }
                yield quoted;
            }
            default -> Header.NONE;
        };
    }

    static Header inIcmpv6(Cursor cursor, PacketValues into) {
        if (!cursor.has(HEADER + 1)) {
            return Header.NONE;
        }
        int type = cursor.u8(0);
        return switch (type) {
            case 1, 2, 3, 4 -> quoted(cursor, into, Header.IPV6);
            case 137 -> redirected(cursor, into);
            default -> Header.NONE;
        };
    }

    private static Header quoted(Cursor cursor, PacketValues into, Header header) {
        into.quotes();
        cursor.pass(HEADER);
        return header;
    }

    private static Header redirected(Cursor cursor, PacketValues into) {
        cursor.pass(REDIRECT_HEADER);
        for (int i = 0; i < MOST_OPTIONS && cursor.has(HEADER + 1); i++) {
            int length = cursor.u8(1) * 8;
            if (cursor.u8(0) == REDIRECTED) {
                cursor.endAfter(length);
                return quoted(cursor, into, Header.IPV6);
            }
            cursor.pass(Math.max(HEADER, length));
        }
        return Header.NONE;
    }
}
