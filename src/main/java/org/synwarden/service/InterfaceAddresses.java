package org.synwarden.service;

import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.watchdog.HostSource;

/**
 * The addresses and networks of this host as Java sees them, for systems without a better source: without them, what
 * others open towards this host could not be told from what it opens itself. Gateways and forwarding are not known here.
 */
final class InterfaceAddresses implements HostSource {
    private LongSupplier clock = () -> 0;
    private Consumer<Observation> inbox = observation -> {};
    private Set<Address> toldAddresses = Set.of();
    private volatile Optional<Degradation> missing = Optional.empty();

    @Override
    public Optional<String> name() {
        return Optional.empty();
    }

    @Override
    public void start(LongSupplier shared, Consumer<Observation> taker) {
        clock = shared;
        inbox = taker;
    }

    @Override
    public void look() {
        try {
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
            missing = Optional.empty();
            if (!addresses.equals(toldAddresses)) {
                toldAddresses = addresses;
                inbox.accept(new Observation.NetworkChanged(
                        clock.getAsLong(), EvidenceSource.SOCKET_TABLE, addresses, onLink, List.of(), false));
            }
        } catch (SocketException e) {
            missing = Optional.of(new Degradation(
                    "no-network-state",
                    "It is not known which networks are this PC's own: " + e.getMessage(),
                    "Nothing to do; local networks are guessed from addresses",
                    clock.getAsLong()));
        }
    }

    @Override
    public Optional<Degradation> missing() {
        return missing;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
