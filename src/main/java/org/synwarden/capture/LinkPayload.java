package org.synwarden.capture;

/**
 * What a frame of a known link layer carries: IP, ARP (RARP too) or something else. Ethernet with VLAN tags, PPPoE and
 * IEEE 802.2 (RFC 1042), the loopback families, raw IP, Linux cooked.
 */
final class LinkPayload {
    private static final int LONGEST_IEEE_802_3 = 1500;

    private LinkPayload() {}

    /** Moves the cursor, which stands at the start of the frame, behind the link layer. */
    static Header begin(Cursor cursor) {
        return switch (LinkLayer.of(cursor.linkType())) {
            case LOOPBACK -> loopback(cursor);
            case ETHERNET -> typed(cursor, 12);
            case RAW -> raw(cursor);
            case LINUX_COOKED -> typed(cursor, 14);
            case LINUX_COOKED_2 -> cooked2(cursor);
            case UNSUPPORTED -> Header.NONE;
        };
    }

    private static Header loopback(Cursor cursor) {
        if (!cursor.has(4)) {
            return Header.NONE;
        }
        int family = cursor.i32(0);
        boolean swapped = cursor.linkType() == 0 && (family & 0xFFFF) == 0;
        cursor.pass(4);
        return switch (swapped ? Integer.reverseBytes(family) : family) {
            case 2 -> Header.IP;
            case 24, 28, 30 -> Header.IPV6;
            default -> Header.NONE;
        };
    }

    /** tshark does not look at less than 8 bytes where only the version can tell IPv4 from IPv6. */
    private static Header raw(Cursor cursor) {
        int version = cursor.has(8) ? cursor.u8(0) >>> 4 : 0;
        return switch (cursor.linkType()) {
            case 228 -> Header.IP;
            case 229 -> Header.IPV6;
            default -> version == 4 ? Header.IP : version == 6 ? Header.IPV6 : Header.NONE;
        };
    }

    private static Header cooked2(Cursor cursor) {
        if (!cursor.has(20)) {
            return Header.NONE;
        }
        int type = cursor.u16(0);
        cursor.pass(20);
        return ofType(cursor, type);
    }

    private static Header typed(Cursor cursor, int offset) {
        if (!cursor.has(offset + 2)) {
            return Header.NONE;
        }
        int type = cursor.u16(offset);
        cursor.pass(offset + 2);
        return ofType(cursor, type);
    }

    private static Header ofType(Cursor cursor, int first) {
        int type = first;
        while (type == 0x8100 || type == 0x88A8 || type == 0x9100) {
            if (!cursor.has(4)) {
                return Header.NONE;
            }
            type = cursor.u16(2);
            cursor.pass(4);
        }
        return switch (type) {
            case 0x0800 -> Header.IP;
            case 0x86DD -> Header.IPV6;
            case 0x0806, 0x8035 -> Header.ARP;
            case 0x8864 -> pppoe(cursor);
            default -> type <= LONGEST_IEEE_802_3 ? ieee8022(cursor, type) : Header.NONE;
        };
    }

    private static Header pppoe(Cursor cursor) {
        if (!cursor.has(6)) {
            return Header.NONE;
        }
        int length = cursor.u16(4);
        cursor.pass(6);
        cursor.endAfter(length);
        if (!cursor.has(1)) {
            return Header.NONE;
        }
        int size = (cursor.u8(0) & 1) == 0 ? 2 : 1; // RFC 1661 section 6.5: an odd first octet is the whole number
        if (!cursor.has(size)) {
            return Header.NONE;
        }
        int protocol = size == 2 ? cursor.u16(0) : cursor.u8(0);
        cursor.pass(size);
        return protocol == 0x21 ? Header.IP : protocol == 0x57 ? Header.IPV6 : Header.NONE;
    }

    private static Header ieee8022(Cursor cursor, int length) {
        cursor.endAfter(length);
        boolean snap = cursor.has(8) && cursor.u16(0) == 0xAAAA && cursor.u8(2) == 3 && cursor.i32(2) << 8 == 0;
        if (!snap) {
            return Header.NONE;
        }
        int type = cursor.u16(6);
        cursor.pass(8);
        return type > LONGEST_IEEE_802_3 ? ofType(cursor, type) : Header.NONE;
    }
}
