package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;

class RouteTableTest {
    private final ByteBuffer rows = ByteBuffer.allocate(2 * RouteTable.ROW_SIZE).order(ByteOrder.LITTLE_ENDIAN);

    @Test
    void readsAGatewayAndALink() {
        row(0, 4, "0.0.0.0", 0, "192.168.1.1", 0);
        row(1, 4, "192.168.1.0", 24, "0.0.0.0", 256);
        assertThat(RouteTable.parse(rows))
                .containsExactly(
                        new Route(Subnet.parse("0.0.0.0/0"), Optional.of(Address.parse("192.168.1.1")), 4, 0),
                        new Route(Subnet.parse("192.168.1.0/24"), Optional.empty(), 4, 256));
    }

    @Test
    void readsTheSameOfIpv6() {
        row(0, 4, "::", 0, "fe80::1", 16);
        row(1, 4, "2001:db8::", 64, "::", 256);
        assertThat(RouteTable.parse(rows))
                .containsExactly(
                        new Route(Subnet.parse("::/0"), Optional.of(Address.parse("fe80::1")), 4, 16),
                        new Route(Subnet.parse("2001:db8::/64"), Optional.empty(), 4, 256));
    }

    @Test
    void leavesOutARowThatNoRouteCanHave() {
        row(0, 4, "192.168.1.0", 33, "0.0.0.0", 0);
        assertThat(RouteTable.parse(rows)).isEmpty();
    }

    private void row(int number, int adapter, String destination, int prefix, String hop, int metric) {
        int at = number * RouteTable.ROW_SIZE;
        rows.putInt(at + 8, adapter);
        AdapterListing.writeAddress(rows, at + 12, Address.parse(destination));
        rows.put(at + 40, (byte) prefix);
        AdapterListing.writeAddress(rows, at + 44, Address.parse(hop));
        rows.putInt(at + 84, metric);
    }
}
