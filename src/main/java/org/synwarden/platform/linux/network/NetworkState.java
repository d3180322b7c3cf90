package org.synwarden.platform.linux.network;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Subnet;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * How a host stands in its network at one moment. Two that are equal say the same, whatever order the kernel listed
 * things in.
 *
 * @param adapters its own addresses, and what the adapters are that hold them
 * @param onLink the networks it reaches without a gateway, in no particular order
 * @param gateways the next hops of its default routes, the preferred one first
 * @param forwards whether it forwards packets of others, as a router or as a bridge
 */
record NetworkState(Adapters adapters, Set<Subnet> onLink, List<Address> gateways, boolean forwards) {
    /** Copies the collections. */
    NetworkState {
        onLink = Set.copyOf(onLink);
        gateways = List.copyOf(gateways);
    }

    /** The same as an observation, networks in order. */
    Observation observedAt(long at) {
        List<Subnet> networks = onLink.stream()
                .sorted((a, b) -> a.base().equals(b.base())
                        ? Integer.compare(a.prefix(), b.prefix())
                        : a.base().compareTo(b.base()))
                .toList();
        HostNetwork network = new HostNetwork(
                adapters.addresses(),
                networks,
                gateways,
                adapters.tunnels(),
                adapters.virtual(),
                namesWithoutGateway(),
                forwards);
        return new Observation.NetworkChanged(at, EvidenceSource.SOCKET_TABLE, network);
    }

    /** A virtual adapter with the way out behind it is this host's own: in a container, or a virtual machine. */
    private Map<Subnet, String> namesWithoutGateway() {
        return adapters.names().entrySet().stream()
                .filter(named -> gateways.stream().noneMatch(named.getKey()::contains))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
