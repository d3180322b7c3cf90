package org.synwarden.capture;

/**
 * The headers between IP and the transport: hop-by-hop, routing, fragment and destination options (RFC 8200 section 4),
 * Authentication Header (RFC 4302), Shim6 (RFC 5533). They are followed behind IPv4, too.
 */
final class ExtensionHeaders {
    private static final int MOST = 64;

    private ExtensionHeaders() {}

    /** Moves on to the header behind them. */
    static Header pass(Cursor cursor, int firstProtocol, boolean ipv6) {
        int protocol = firstProtocol;
        for (int i = 0; i < MOST; i++) {
            if (!isExtension(protocol)) {
                return Header.ofProtocol(protocol);
            }
            int length = length(cursor, protocol);
            if (!cursor.has(length)) {
                return Header.NONE;
            }
            boolean laterFragment = protocol == 44 && ipv6 && cursor.u16(2) >>> 3 != 0;
            if (laterFragment) {
                return Header.NONE;
            }
            protocol = cursor.u8(0);
            cursor.pass(length);
        }
        return Header.NONE;
    }

    private static boolean isExtension(int protocol) {
        return switch (protocol) {
            case 0, 43, 44, 51, 60, 140 -> true;
            default -> false;
        };
    }

    private static int length(Cursor cursor, int protocol) {
        if (protocol == 44 || !cursor.has(2)) {
            return 8;
        }
        return protocol == 51 ? (cursor.u8(1) + 2) * 4 : (cursor.u8(1) + 1) * 8;
    }
}
