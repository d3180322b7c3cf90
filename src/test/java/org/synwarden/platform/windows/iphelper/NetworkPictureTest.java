package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Subnet;

class NetworkPictureTest {
    private static final int ETHERNET = 6;
    private static final int LOOPBACK = 24;
    private static final int PROPRIETARY_VIRTUAL = 53;
    private static final Adapter WIRE = adapter(4, ETHERNET, "Intel(R) Ethernet", 25, "192.168.1.7/24");
    private static final Adapter RADIO = adapter(5, ETHERNET, "Wi-Fi", 50, "192.168.2.7/24");

    @Test
    void theGatewayOfTheAdapterWithTheLowerMetricComesFirst() {
        HostNetwork seen = picture(List.of(RADIO, WIRE), gateway(5, "192.168.2.1", 0), gateway(4, "192.168.1.1", 10));
        assertThat(seen.gateways()).containsExactly(Address.parse("192.168.1.1"), Address.parse("192.168.2.1"));
    }

    @Test
    void onlyNetworksAreOnTheLink() {
        Adapter loopback = adapter(1, LOOPBACK, "Software Loopback Interface 1", 75, "127.0.0.1/8");
        HostNetwork seen = picture(
                List.of(loopback, WIRE),
                link(1, "127.0.0.0/8"),
                link(4, "192.168.1.0/24"),
                link(4, "192.168.1.7/32"),
                link(4, "192.168.1.255/32"),
                link(4, "224.0.0.0/4"),
                link(4, "0.0.0.0/0"));
        assertThat(seen.onLink()).containsExactly(Subnet.parse("192.168.1.0/24"));
        assertThat(seen.addresses()).contains(Address.parse("127.0.0.1"), Address.parse("192.168.1.7"));
    }

    @Test
    void theNearEndOfATunnelIsKnown() {
        Adapter vpn = adapter(9, PROPRIETARY_VIRTUAL, "WireGuard Tunnel", 5, "10.8.0.2/24");
        Adapter openVpn = adapter(10, ETHERNET, "TAP-Windows Adapter V9", 5, "10.9.0.2/24");
        assertThat(picture(List.of(WIRE, vpn, openVpn)).tunnels())
                .containsExactlyInAnyOrder(Address.parse("10.8.0.2"), Address.parse("10.9.0.2"));
    }

    @Test
    void virtualMachinesLiveBehindTheirSwitch() {
        Adapter wsl = adapter(20, ETHERNET, "Hyper-V Virtual Ethernet Adapter", 5000, "172.20.0.1/20");
        assertThat(picture(List.of(WIRE, wsl), gateway(4, "192.168.1.1", 0)).virtual())
                .containsExactly(Subnet.parse("172.20.0.0/20"));
        assertThat(picture(List.of(WIRE, wsl), gateway(4, "192.168.1.1", 0)).adapterBefore(Address.parse("172.20.3.4")))
                .contains("vEthernet (20)");
    }

    @Test
    void inAVirtualMachineTheAdapterOfHyperVIsTheWayOut() {
        Adapter guest = adapter(4, ETHERNET, "Microsoft Hyper-V Network Adapter", 15, "172.20.0.9/20");
        assertThat(picture(List.of(guest), gateway(4, "172.20.0.1", 0)).virtual())
                .isEmpty();
    }

    @Test
    void theOrderOfWindowsListsDoesNotMatter() {
        Route one = link(4, "192.168.1.0/24");
        Route other = link(5, "192.168.2.0/24");
        assertThat(picture(List.of(WIRE, RADIO), one, other)).isEqualTo(picture(List.of(RADIO, WIRE), other, one));
    }

    private static HostNetwork picture(List<Adapter> adapters, Route... routes) {
        return NetworkPicture.of(adapters, Arrays.asList(routes), false);
    }

    private static Adapter adapter(int index, int type, String description, long metric, String held) {
        Address address = Address.parse(held.substring(0, held.indexOf('/')));
        List<Adapter.Held> addresses = List.of(new Adapter.Held(address, Subnet.parse(held)));
        return new Adapter(index, index, type, "vEthernet (" + index + ")", description, addresses, metric, metric);
    }

    private static Route gateway(int adapter, String hop, long metric) {
        return new Route(Subnet.parse("0.0.0.0/0"), Optional.of(Address.parse(hop)), adapter, metric);
    }

    private static Route link(int adapter, String destination) {
        return new Route(Subnet.parse(destination), Optional.empty(), adapter, 256);
    }
}
