package org.synwarden.net;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a host stands in its network.
 *
 * @param addresses its own addresses; empty where they are not known (a capture file)
 * @param onLink the networks it reaches without a gateway
 * @param gateways its default next hops
 * @param tunnels its own addresses at the near ends of tunnels (a VPN)
 * @param virtual the networks of virtual adapters, behind which virtual machines and containers live
 * @param adapters what the virtual adapters are called behind which nobody but this host's own guests can live, by their
 *     networks
 * @param forwards whether it forwards packets of others, as a router or as a bridge
 */
public record HostNetwork(
        Set<Address> addresses,
        List<Subnet> onLink,
        List<Address> gateways,
        Set<Address> tunnels,
        List<Subnet> virtual,
        Map<Subnet, String> adapters,
        boolean forwards) {
    /** Nothing is known. */
    public static final HostNetwork UNKNOWN =
            new HostNetwork(Set.of(), List.of(), List.of(), Set.of(), List.of(), false);

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final int IPV4_NEIGHBOURHOOD = 24;
    private static final int IPV6_NEIGHBOURHOOD = 64;

    /** Copies the collections. */
    public HostNetwork {
        addresses = Set.copyOf(addresses);
        onLink = List.copyOf(onLink);
        gateways = List.copyOf(gateways);
        tunnels = Set.copyOf(tunnels);
        virtual = List.copyOf(virtual);
        adapters = Map.copyOf(adapters);
    }

    /** A host whose virtual adapters have no names. */
    public HostNetwork(
            Set<Address> addresses,
            List<Subnet> onLink,
            List<Address> gateways,
            Set<Address> tunnels,
            List<Subnet> virtual,
            boolean forwards) {
        this(addresses, onLink, gateways, tunnels, virtual, Map.of(), forwards);
    }

    /** A host without tunnels and virtual adapters. */
    public static HostNetwork plain(
            Set<Address> addresses, List<Subnet> onLink, List<Address> gateways, boolean forwards) {
        return new HostNetwork(addresses, onLink, gateways, Set.of(), List.of(), forwards);
    }

    /** The same with these networks among its own, although a router leads to them. */
    public HostNetwork owning(List<Subnet> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Subnet> all = Stream.concat(onLink.stream(), more.stream()).toList();
        return new HostNetwork(addresses, all, gateways, tunnels, virtual, forwards);
    }

    /** Whether the address is one of this host's own; a zone does not matter. */
    public boolean holds(Address address) {
        return addresses.contains(address.withoutZone());
    }

    /**
     * Whether another interface or another next hop leads out now than led out before. Networks of virtual machines and
     * containers, link-local ones and those of single IPv6 addresses (a temporary address, RFC 8981) lead nowhere, unless
     * it is a tunnel's.
     */
    public boolean leadsOutOtherwise(HostNetwork before) {
        return !Set.copyOf(gateways).equals(Set.copyOf(before.gateways))
                || !waysOut().equals(before.waysOut());
    }

    private Set<Subnet> waysOut() {
        return onLink.stream().filter(this::leadsOut).collect(Collectors.toSet());
    }

    private boolean leadsOut(Subnet network) {
        Scope scope = network.base().scope();
        boolean single = network.prefix() == IPV6_BITS && !tunnels.contains(network.base());
        return scope != Scope.LINK_LOCAL && scope != Scope.LOOPBACK && !single && !virtual.contains(network);
    }

    /** Whether the address lies in a network of virtual machines or containers. */
    public boolean isVirtual(Address address) {
        return virtual.stream().anyMatch(subnet -> subnet.contains(address));
    }

    /** The virtual adapter behind which whoever has that address lives; empty for this host itself, and where there is none. */
    public Optional<String> adapterBefore(Address address) {
        if (adapters.isEmpty() || holds(address)) {
            return Optional.empty(); // asked for every attempt, and mostly so
        }
        return virtual.stream()
                .filter(subnet -> subnet.contains(address))
                .flatMap(subnet -> Optional.ofNullable(adapters.get(subnet)).stream())
                .findFirst();
    }

    /** The network of 256 IPv4 addresses, or the IPv6 /64, in which an address lies. */
    public static Subnet neighbourhood(Address address) {
        return address.subnet(address.isIpv4() ? IPV4_NEIGHBOURHOOD : IPV6_NEIGHBOURHOOD);
    }

    private static boolean isNear(Address host, Address address) {
        int neighbourhood = IPV4_BITS - IPV4_NEIGHBOURHOOD;
        boolean low = !host.isIpv4() || host.ipv4Bits() >>> neighbourhood == address.ipv4Bits() >>> neighbourhood;
        return host.isIpv4() == address.isIpv4() && host.high() == address.high() && low;
    }

    /**
     * Whether the address lies in a network of this host's own. Where those are not known, its own neighbourhood is taken
     * for one, unless the host has a public address.
     */
    public boolean isOwn(Address host, Address address) {
        if (onLink.isEmpty()) {
            return host.scope() != Scope.PUBLIC && isNear(host, address);
        }
        for (Subnet subnet : onLink) {
            if (subnet.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
