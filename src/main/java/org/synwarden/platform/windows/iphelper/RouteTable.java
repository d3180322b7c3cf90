package org.synwarden.platform.windows.iphelper;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;

/**
 * The rows of a MIB_IPFORWARD_TABLE2, each a MIB_IPFORWARD_ROW2 (pages of these names): adapter 8, destination 12, its
 * prefix 40, next hop 44, metric 84, 104 bytes in all. A row that cannot be one is left out. Pure.
 */
final class RouteTable {
    /** More rows than this are not looked at; a PC has some dozens. */
    static final int MOST = 16_384;

    /** The number of rows is the table's first DWORD; the rows begin here. */
    static final int ROWS = 8;

    static final int ROW_SIZE = 104;

    private static final int ADAPTER = 8;
    private static final int DESTINATION = 12;
    private static final int PREFIX = 40;
    private static final int NEXT_HOP = 44;
    private static final int METRIC = 84;

    private RouteTable() {}

    /** The routes of as many rows as these little-endian bytes hold. */
    static List<Route> parse(ByteBuffer rows) {
        List<Route> routes = new ArrayList<>();
        for (int at = 0; at <= rows.capacity() - ROW_SIZE; at += ROW_SIZE) {
            route(rows, at).ifPresent(routes::add);
        }
        return routes;
    }

    private static Optional<Route> route(ByteBuffer rows, int at) {
        Optional<Address> destination = SocketAddress.read(rows, at + DESTINATION);
        Optional<Address> nextHop = SocketAddress.read(rows, at + NEXT_HOP);
        int prefix = rows.get(at + PREFIX) & 0xFF;
        if (destination.isEmpty() || prefix > (destination.get().isIpv4() ? Integer.SIZE : 2 * Long.SIZE)) {
            return Optional.empty();
        }
        Subnet network = new Subnet(destination.get(), prefix);
        return Optional.of(new Route(
                network,
                nextHop.filter(hop -> !isUnspecified(hop)),
                rows.getInt(at + ADAPTER),
                Integer.toUnsignedLong(rows.getInt(at + METRIC))));
    }

    private static boolean isUnspecified(Address address) {
        return address.isIpv4() ? address.ipv4Bits() == 0 : address.high() == 0 && address.low() == 0;
    }
}
