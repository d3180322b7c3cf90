package org.synwarden.service;

import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Subnet;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * The addresses and networks of this host as Java sees them, for systems without a better source: without them, what
 * others open towards this host could not be told from what it opens itself. Gateways and forwarding are not known here.
 * One thread.
 */
final class InterfaceAddresses implements NetworkSource.Look {
    private static final List<String> VIRTUAL = List.of("Hyper-V", "VMware", "VirtualBox");

    private Set<Address> told = Set.of();

    @Override
    public List<Observation> look(long at) throws SocketException {
        Set<Address> addresses = new HashSet<>();
        Set<Address> tunnels = new HashSet<>();
        List<Subnet> onLink = new ArrayList<>();
        List<Subnet> virtual = new ArrayList<>();
        for (NetworkInterface one : NetworkInterface.networkInterfaces().toList()) {
            for (InterfaceAddress held : one.getInterfaceAddresses()) {
                byte[] bytes = held.getAddress().getAddress();
                Address address = Address.ofBytes(bytes, 0, bytes.length);
                addresses.add(address);
                Subnet link = address.subnet(Math.min(held.getNetworkPrefixLength(), bytes.length * Byte.SIZE));
                onLink.add(link);
                if (one.isPointToPoint()) {
                    tunnels.add(address);
                }
                if (isVirtual(one)) {
                    virtual.add(link);
                }
            }
        }
        if (addresses.equals(told)) {
            return List.of();
        }
        told = addresses;
        HostNetwork network = new HostNetwork(addresses, onLink, List.of(), tunnels, virtual, false);
        return List.of(new Observation.NetworkChanged(at, EvidenceSource.SOCKET_TABLE, network));
    }

    /** Whether virtual machines or containers live behind it, as far as its description says. */
    private static boolean isVirtual(NetworkInterface one) {
        String description = String.valueOf(one.getDisplayName());
        return VIRTUAL.stream().anyMatch(description::contains);
    }
}
