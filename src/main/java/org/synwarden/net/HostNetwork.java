package org.synwarden.net;

import java.util.List;
import java.util.Set;

/**
 * How a host stands in its network.
 *
 * @param addresses its own addresses; empty where they are not known (a capture file)
 * @param onLink the networks it reaches without a gateway
 * @param gateways its default next hops
 * @param forwards whether it forwards packets of others
 */
public record HostNetwork(Set<Address> addresses, List<Subnet> onLink, List<Address> gateways, boolean forwards) {
    /** Nothing is known. */
    public static final HostNetwork UNKNOWN = new HostNetwork(Set.of(), List.of(), List.of(), false);

    private static final int IPV4_NEIGHBOURHOOD = 24;
    private static final int IPV6_NEIGHBOURHOOD = 64;

    /** Copies the collections. */
    public HostNetwork {
        addresses = Set.copyOf(addresses);
        onLink = List.copyOf(onLink);
        gateways = List.copyOf(gateways);
    }

    /** The network of 256 IPv4 addresses, or the IPv6 /64, in which an address lies. */
    public static Subnet neighbourhood(Address address) {
        return address.subnet(address.isIpv4() ? IPV4_NEIGHBOURHOOD : IPV6_NEIGHBOURHOOD);
    }

    /**
     * Whether the address lies in a network of this host's own. Where those are not known, its own neighbourhood is taken
     * for one, unless the host has a public address.
     */
    public boolean isOwn(Address host, Address address) {
        if (!onLink.isEmpty()) {
            return onLink.stream().anyMatch(subnet -> subnet.contains(address));
        }
        return host.scope() != Scope.PUBLIC && neighbourhood(host).contains(address);
    }
}
