package org.synwarden.capture;

/**
 * The values of an IPv4 header (RFC 791). With a source route the destination is the last address of the route, not
 * the next one on it.
 */
final class Ipv4Values {
    private static final int SHORTEST = 20;
    private static final int DESTINATION = 16;
    private static final int FRAGMENT_OFFSET = 0x1FFF;
    private static final int END_OF_OPTIONS = 0;
    private static final int NO_OPERATION = 1;
    private static final int LOOSE_ROUTE = 0x83;
    private static final int STRICT_ROUTE = 0x89;
    /** Answer for a destination that was not captured. */
    private static final int UNKNOWN = -1;

    private Ipv4Values() {}

    /** The version has been seen to be 4. */
    static Header read(Cursor cursor, PacketValues into) {
        if (!cursor.has(4)) {
            return Header.NONE;
        }
        int headerLength = (cursor.u8(0) & 0x0F) * 4;
        int length = cursor.u16(2) == 0 ? cursor.onTheWire() : cursor.u16(2);
        if (headerLength < SHORTEST || length < headerLength) {
            return Header.NONE;
        }
        cursor.endAfter(length);
        if (!cursor.has(DESTINATION)) {
            return Header.NONE;
        }
        into.ipSource(cursor.address(12, 4));
        int destination = destination(cursor, headerLength);
        if (destination == UNKNOWN || !cursor.has(SHORTEST)) {
            return Header.NONE;
        }
        into.ipDestination(cursor.address(destination, 4));
        boolean laterFragment = (cursor.u16(6) & FRAGMENT_OFFSET) != 0;
        int protocol = cursor.u8(9);
        cursor.pass(headerLength);
        return laterFragment || cursor.onTheWire() == 0 ? Header.NONE : ExtensionHeaders.pass(cursor, protocol, false);
    }

    private static int destination(Cursor cursor, int headerLength) {
        int at = SHORTEST;
        while (at < headerLength) {
            if (!cursor.has(at + 1)) {
                return UNKNOWN;
            }
            int option = cursor.u8(at);
            if (option == END_OF_OPTIONS) {
                return DESTINATION;
            }
            if (option == NO_OPERATION) {
                at++;
                continue;
            }
            if (!cursor.has(at + 2)) {
                return UNKNOWN;
            }
            int length = cursor.u8(at + 1);
            if (length < 2 || at + length > headerLength) {
                return DESTINATION;
            }
            if (option == LOOSE_ROUTE || option == STRICT_ROUTE) {
                return endOfRoute(cursor, at, length);
            }
            at += length;
        }
        return DESTINATION;
    }

    private static int endOfRoute(Cursor cursor, int at, int length) {
        if (!cursor.has(at + length)) {
            return UNKNOWN;
        }
        int pointer = length < 3 ? 0 : cursor.u8(at + 2);
        boolean goesOn = pointer >= 4 && pointer <= length - 3;
        return goesOn ? at + length - 4 : DESTINATION;
    }
}
