package org.synwarden.platform.linux.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;

/** The fixtures are what Linux 6.18 printed; some lines are of other hosts. */
class RouteTextTest {
    private static final String IPV4 = """
            Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
            wlan0	00000000	FE01A8C0	0003	0	0	600	00000000	0	0	0
            eth0	00000000	010200C0	0003	0	0	100	00000000	0	0	0
            wg0	00000000	00000000	0001	0	0	50	00000000	0	0	0
            eth0	000200C0	00000000	0001	0	0	0	00FFFFFF	0	0	0
            eth0	0000420A	010200C0	0003	0	0	0	0000FFFF	0	0	0
            *	0000430A	00000000	0201	0	0	0	0000FFFF	0	0	0
            """;

    private static final String IPV6 = """
            fd000000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001     eth0
            fe800000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000002 00000000 00000001     eth0
            fe800000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000002 00000000 00000001    wlan0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 fd000000000000000000000000000001 00000400 00000002 00000000 00000003     eth0
            00000000000000000000000000000001 80 00000000000000000000000000000000 00 00000000000000000000000000000000 00000000 00000004 00000000 80200001       lo
            fd000000000000000000000000000002 80 00000000000000000000000000000000 00 00000000000000000000000000000000 00000000 00000003 00000000 80200001     eth0
            ff000000000000000000000000000000 08 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000004 00000000 00000001     eth0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo
            """;

    @Test
    void networksOnTheLinkAreThoseWithoutGateway() {
        assertThat(NetworkFiles.onLink(RouteText.ipv4(IPV4))).isEqualTo(networks("192.0.2.0/24"));
        assertThat(NetworkFiles.onLink(RouteText.ipv6(IPV6))).isEqualTo(networks("fd00::/64", "fe80::/64"));
    }

    @Test
    void defaultGatewaysComeInTheKernelsOrderOfPreference() {
        assertThat(NetworkFiles.gateways(RouteText.ipv4(IPV4)))
                .containsExactly(Address.parse("192.0.2.1"), Address.parse("192.168.1.254"));
        assertThat(NetworkFiles.gateways(RouteText.ipv6(IPV6))).containsExactly(Address.parse("fd00::1"));
    }

    @Test
    void routesThatRefuseOrLeadToThisHostAreNoRoutes() {
        assertThat(RouteText.ipv4(IPV4)).hasSize(5);
        assertThat(RouteText.ipv6(IPV6)).hasSize(4);
    }

    @Test
    void whatIsMalformedIsLeftOut() {
        assertThat(RouteText.ipv4("eth0 0002 00000000 0001 0 0 0 zz 0 0 0\neth0 0 0\n\n"))
                .isEmpty();
        assertThat(RouteText.ipv6("fd00 40 0 00 0 00000100 00000001 00000000 00000001 eth0"))
                .isEmpty();
    }

    @Test
    void arbitraryTextIsNoError() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder(IPV4 + IPV6);
            for (int i = 0; i < 60; i++) {
                text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(95)));
            }
            assertThatCode(() -> {
                        RouteText.ipv4(text.toString());
                        RouteText.ipv6(text.toString());
                    })
                    .doesNotThrowAnyException();
        }
    }

    private static Set<Subnet> networks(String... texts) {
        return Set.copyOf(List.of(texts).stream().map(Subnet::parse).toList());
    }
}
