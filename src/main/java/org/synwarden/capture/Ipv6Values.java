package org.synwarden.capture;

/** The values of an IPv6 header (RFC 8200). */
final class Ipv6Values {
    private static final int HEADER = 40;

    private Ipv6Values() {}

    static Header read(Cursor cursor, PacketValues into) {
        into.has(PacketProtocol.IPV6);
        if (!cursor.has(24) || cursor.u8(0) >>> 4 != 6) {
            return Header.NONE;
        }
        into.ipv6Source(cursor.address(8, 16));
        if (!cursor.has(HEADER)) {
            return Header.NONE;
        }
        into.ipv6Destination(cursor.address(24, 16));
        int payload = cursor.u16(4);
        int next = cursor.u8(6);
        cursor.pass(HEADER);
        cursor.endAfter(payload);
        return ExtensionHeaders.pass(cursor, next, true);
    }
}
