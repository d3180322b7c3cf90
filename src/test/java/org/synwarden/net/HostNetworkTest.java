package org.synwarden.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is another way out, and what only looks like one. */
class HostNetworkTest {
    private static final String LAN = "192.168.20.0/24";
    private static final HostNetwork HOME = network(List.of(LAN, "fe80::/64"), List.of("192.168.20.1"), List.of());

    @Test
    void anotherNextHopOrAnotherNetworkIsAnotherWayOut() {
        assertThat(HOME.leadsOutOtherwise(HOME)).isFalse();
        assertThat(network(List.of(LAN), List.of("192.168.20.2"), List.of()).leadsOutOtherwise(HOME))
                .isTrue();
        assertThat(network(List.of("10.1.0.0/16"), List.of("192.168.20.1"), List.of())
                        .leadsOutOtherwise(HOME))
                .isTrue();
    }

    @Test
    void aContainerBridgeThatComesOrGoesIsNone() {
        HostNetwork bridged = network(
                List.of("172.17.0.0/16", "fe80::/64", LAN),
                List.of("192.168.20.1"),
                List.of("172.17.0.0/16", "fe80::/64"));
        assertThat(bridged.leadsOutOtherwise(HOME)).isFalse();
        assertThat(HOME.leadsOutOtherwise(bridged)).isFalse();
    }

    @Test
    void theSameNetworksInAnotherOrderOrOnceMoreForATemporaryAddressAreNone() {
        HostNetwork one = network(List.of(LAN, "2001:db8::/64"), List.of(), List.of());
        HostNetwork rotated =
                network(List.of("2001:db8::/64", "2001:db8::77/128", LAN, "2001:db8::/64"), List.of(), List.of());
        assertThat(rotated.leadsOutOtherwise(one)).isFalse();
        assertThat(one.leadsOutOtherwise(rotated)).isFalse();
    }

    @Test
    void aTunnelWithASingleAddressIsAnotherWayOut() {
        Address end = Address.parse("2001:db8:1::2");
        HostNetwork tunnelled = new HostNetwork(
                Set.of(end),
                List.of(Subnet.parse(LAN), new Subnet(end, 128)),
                List.of(Address.parse("192.168.20.1")),
                Set.of(end),
                List.of(),
                false);
        assertThat(tunnelled.leadsOutOtherwise(HOME)).isTrue();
    }

    @Test
    void whoeverLivesBehindAVirtualAdapterIsNotTheHostItself() {
        Address bridge = Address.parse("172.17.0.1");
        Subnet containers = Subnet.parse("172.17.0.0/16");
        HostNetwork docker = new HostNetwork(
                Set.of(bridge),
                List.of(containers),
                List.of(),
                Set.of(),
                List.of(Subnet.parse("10.0.3.0/24"), containers),
                Map.of(containers, "docker0"),
                true);
        assertThat(docker.adapterBefore(Address.parse("172.17.0.9"))).contains("docker0");
        assertThat(docker.adapterBefore(bridge)).isEmpty();
        assertThat(docker.adapterBefore(Address.parse("10.0.3.4"))).isEmpty();
        assertThat(docker.adapterBefore(Address.parse("192.168.20.9"))).isEmpty();
    }

    private static HostNetwork network(List<String> onLink, List<String> gateways, List<String> virtual) {
        return new HostNetwork(
                Set.of(Address.parse("192.168.20.52")),
                subnets(onLink).toList(),
                gateways.stream().map(Address::parse).toList(),
                Set.of(),
                subnets(virtual).toList(),
                false);
    }

    private static Stream<Subnet> subnets(List<String> texts) {
        return texts.stream().map(Subnet::parse);
    }
}
