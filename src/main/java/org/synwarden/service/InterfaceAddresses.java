package org.synwarden.service;

import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * The addresses and networks of this host as Java sees them, for systems without a better source: without them, what
 * others open towards this host could not be told from what it opens itself. Gateways and forwarding are not known here.
 * One thread.
 */
final class InterfaceAddresses implements NetworkSource.Look {
    private Set<Address> told = Set.of();

    @Override
    public List<Observation> look(long at) throws SocketException {
        Set<Address> addresses = new HashSet<>();
        List<Subnet> onLink = new ArrayList<>();
        for (NetworkInterface one : NetworkInterface.networkInterfaces().toList()) {
            for (InterfaceAddress held : one.getInterfaceAddresses()) {
                byte[] bytes = held.getAddress().getAddress();
                Address address = Address.ofBytes(bytes, 0, bytes.length);
                addresses.add(address);
                onLink.add(address.subnet(Math.min(held.getNetworkPrefixLength(), bytes.length * Byte.SIZE)));
            }
        }
        if (addresses.equals(told)) {
            return List.of();
        }
        told = addresses;
        return List.of(
                new Observation.NetworkChanged(at, EvidenceSource.SOCKET_TABLE, addresses, onLink, List.of(), false));
    }
}
