package org.synwarden.capture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;

/**
 * What the headers of one frame say, those quoted by ICMP errors included: of a field that occurs in several headers
 * there are several values, the outermost first. Valid until {@link PacketDecoder} takes the next frame.
 */
public final class PacketValues {
    private final Set<PacketProtocol> protocols = EnumSet.noneOf(PacketProtocol.class);
    private final List<Address> ipSources = new ArrayList<>();
    private final List<Address> ipDestinations = new ArrayList<>();
    private final List<Address> ipv6Sources = new ArrayList<>();
    private final List<Address> ipv6Destinations = new ArrayList<>();
    private final List<Integer> tcpSourcePorts = new ArrayList<>();
    private final List<Integer> tcpDestinationPorts = new ArrayList<>();
    private final List<Integer> tcpFlags = new ArrayList<>();
    private final List<Integer> udpSourcePorts = new ArrayList<>();
    private final List<Integer> udpDestinationPorts = new ArrayList<>();
    private Optional<PacketProtocol> protocol = Optional.empty();
    private Optional<Endpoint> source = Optional.empty();
    private Optional<Endpoint> destination = Optional.empty();
    private int outerTcpFlags;
    private boolean quoting;

    PacketValues() {}

    /** Every protocol that has a header somewhere in the frame. */
    public Set<PacketProtocol> protocols() {
        return Collections.unmodifiableSet(protocols);
    }

    /** The innermost protocol of the packet itself, not of one that it quotes; empty where none is known. */
    public Optional<PacketProtocol> protocol() {
        return protocol;
    }

    /** Who sent the packet itself; port 0 where it has none. */
    public Optional<Endpoint> source() {
        return source;
    }

    /** Who is to get the packet itself; port 0 where it has none. */
    public Optional<Endpoint> destination() {
        return destination;
    }

    /** The TCP flags of the packet itself; 0 where it has none. */
    public int outerTcpFlags() {
        return outerTcpFlags;
    }

    public List<Address> ipSources() {
        return Collections.unmodifiableList(ipSources);
    }

    public List<Address> ipDestinations() {
        return Collections.unmodifiableList(ipDestinations);
    }

    public List<Address> ipv6Sources() {
        return Collections.unmodifiableList(ipv6Sources);
    }

    public List<Address> ipv6Destinations() {
        return Collections.unmodifiableList(ipv6Destinations);
    }

    public List<Integer> tcpSourcePorts() {
        return Collections.unmodifiableList(tcpSourcePorts);
    }

    public List<Integer> tcpDestinationPorts() {
        return Collections.unmodifiableList(tcpDestinationPorts);
    }

    /** The 12 bits behind the header length (RFC 9293 section 3.1), the reserved ones included. */
    public List<Integer> tcpFlags() {
        return Collections.unmodifiableList(tcpFlags);
    }

    public List<Integer> udpSourcePorts() {
        return Collections.unmodifiableList(udpSourcePorts);
    }

    public List<Integer> udpDestinationPorts() {
        return Collections.unmodifiableList(udpDestinationPorts);
    }

    void clear() {
        protocols.clear();
        ipSources.clear();
        ipDestinations.clear();
        ipv6Sources.clear();
        ipv6Destinations.clear();
        tcpSourcePorts.clear();
        tcpDestinationPorts.clear();
        tcpFlags.clear();
        udpSourcePorts.clear();
        udpDestinationPorts.clear();
        protocol = Optional.empty();
        source = Optional.empty();
        destination = Optional.empty();
        outerTcpFlags = 0;
        quoting = false;
    }

    void has(PacketProtocol header) {
        protocols.add(header);
        if (!quoting) {
            protocol = Optional.of(header);
        }
    }

    /** What follows is of a packet that this one quotes. */
    void quotes() {
        quoting = true;
    }

    void ipSource(Address address) {
        ipSources.add(address);
        sender(address);
    }

    void ipDestination(Address address) {
        ipDestinations.add(address);
        receiver(address);
    }

    void ipv6Source(Address address) {
        ipv6Sources.add(address);
        sender(address);
    }

    void ipv6Destination(Address address) {
        ipv6Destinations.add(address);
        receiver(address);
    }

    void tcpPorts(int from, int to) {
        tcpSourcePorts.add(from);
        tcpDestinationPorts.add(to);
        ports(from, to);
    }

    void tcpFlags(int flags) {
        tcpFlags.add(flags);
        outerTcpFlags = quoting ? outerTcpFlags : flags;
    }

    void udpPorts(int from, int to) {
        udpSourcePorts.add(from);
        udpDestinationPorts.add(to);
        ports(from, to);
    }

    private void sender(Address address) {
        source = quoting ? source : Optional.of(new Endpoint(address, 0));
    }

    private void receiver(Address address) {
        destination = quoting ? destination : Optional.of(new Endpoint(address, 0));
    }

    private void ports(int from, int to) {
        if (!quoting) {
            source = source.map(end -> new Endpoint(end.address(), from));
            destination = destination.map(end -> new Endpoint(end.address(), to));
        }
    }
}
