package org.synwarden.watchdog;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.synwarden.capture.Frame;
import org.synwarden.capture.PacketDecoder;
import org.synwarden.capture.PacketProtocol;
import org.synwarden.capture.PacketValues;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.HeaderObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Field;
import org.synwarden.filter.FieldSource;
import org.synwarden.filter.Value;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;

/** A frame as the filter and the contract see it; valid as long as both of its parts. */
public final class PacketRow implements FieldSource {
    private static final long SECOND = 1_000_000_000;
    private static final List<String> FLAGS = List.of("fin", "syn", "reset", "push", "ack", "urg", "ece", "cwr");

    /** What no header says. */
    private static final Set<Field> NO_HEADER = EnumSet.of(
            Field.FRAME_TIME,
            EnumSet.range(Field.PROCESS_NAME, Field.INCIDENT_KIND).toArray(Field[]::new));

    private final Frame frame;
    private final PacketValues values;

    PacketRow(Frame frame, PacketValues values) {
        this.frame = frame;
        this.values = values;
    }

    /** A packet with all that its headers say, those quoted by ICMP errors included, and with its process and outcome. */
    public static FieldSource of(PacketObject packet) {
        FieldSource told = ContractRow.of(packet);
        if (packet.header().isEmpty()) {
            return told;
        }
        HeaderObject header = packet.header().get();
        Frame frame = Frame.cut(packet.frame(), 0, header.linkType(), header.decoded(), packet.length());
        PacketRow row = new PacketRow(frame, new PacketDecoder().decode(frame));
        return field -> NO_HEADER.contains(field) ? told.values(field) : row.values(field);
    }

    @Override
    public List<Value> values(Field field) {
        return switch (field) {
            case IP -> protocol(PacketProtocol.IP);
            case IPV6 -> protocol(PacketProtocol.IPV6);
            case TCP -> protocol(PacketProtocol.TCP);
            case UDP -> protocol(PacketProtocol.UDP);
            case ICMP -> protocol(PacketProtocol.ICMP);
            case ICMPV6 -> protocol(PacketProtocol.ICMPV6);
            case ARP -> protocol(PacketProtocol.ARP);
            case DNS -> protocol(PacketProtocol.DNS);
            case IP_SRC -> addresses(values.ipSources());
            case IP_DST -> addresses(values.ipDestinations());
            case IP_ADDR -> both(addresses(values.ipSources()), addresses(values.ipDestinations()));
            case IPV6_SRC -> addresses(values.ipv6Sources());
            case IPV6_DST -> addresses(values.ipv6Destinations());
            case IPV6_ADDR -> both(addresses(values.ipv6Sources()), addresses(values.ipv6Destinations()));
            case TCP_SRCPORT -> numbers(values.tcpSourcePorts());
            case TCP_DSTPORT -> numbers(values.tcpDestinationPorts());
            case TCP_PORT -> both(numbers(values.tcpSourcePorts()), numbers(values.tcpDestinationPorts()));
            case UDP_SRCPORT -> numbers(values.udpSourcePorts());
            case UDP_DSTPORT -> numbers(values.udpDestinationPorts());
            case UDP_PORT -> both(numbers(values.udpSourcePorts()), numbers(values.udpDestinationPorts()));
            case TCP_FLAGS -> numbers(values.tcpFlags());
            case TCP_FLAGS_FIN -> flag(0x01);
            case TCP_FLAGS_SYN -> flag(0x02);
            case TCP_FLAGS_RESET -> flag(0x04);
            case TCP_FLAGS_PUSH -> flag(0x08);
            case TCP_FLAGS_ACK -> flag(0x10);
            case TCP_FLAGS_URG -> flag(0x20);
            case TCP_FLAGS_ECE -> flag(0x40);
            case TCP_FLAGS_CWR -> flag(0x80);
            case FRAME_TIME -> List.of(Value.of(at()));
            case FRAME_LEN -> List.of(Value.of(frame.originalLength()));
            case FRAME_NUMBER -> List.of(Value.of(frame.number()));
            default -> List.of();
        };
    }

    /** The packet in the contract's words. */
    PacketObject packet() {
        Optional<PacketProtocol> known = values.protocol();
        String protocol =
                known.map(name -> name.name().toLowerCase(Locale.ROOT)).orElse("other");
        return new PacketObject(
                frame.number(),
                at(),
                frame.originalLength(),
                protocol,
                values.source().map(PacketRow::endpoint),
                values.destination().map(PacketRow::endpoint),
                flagNames());
    }

    /**
     * The flow that the packet belongs to, as its sender sees it; where it says what became of another one, that one, as
     * its own sender sees it.
     */
    Optional<Flow> flow() {
        boolean quotes = values.protocols().contains(PacketProtocol.ICMP)
                || values.protocols().contains(PacketProtocol.ICMPV6);
        return quotes ? quotedFlow() : outerFlow();
    }

    private Optional<Flow> outerFlow() {
        if (values.source().isEmpty() || values.destination().isEmpty()) {
            return Optional.empty();
        }
        Endpoint from = values.source().get();
        Endpoint to = values.destination().get();
        return transport().map(protocol -> new Flow(protocol, from, to));
    }

    /** The address of the outer packet comes first, that of the quoted one last. */
    private Optional<Flow> quotedFlow() {
        boolean ipv4 = values.protocols().contains(PacketProtocol.ICMP);
        List<Address> sources = ipv4 ? values.ipSources() : values.ipv6Sources();
        List<Address> destinations = ipv4 ? values.ipDestinations() : values.ipv6Destinations();
        Optional<Protocol> protocol = transport();
        boolean tcp = protocol.filter(Protocol.TCP::equals).isPresent();
        List<Integer> from = tcp ? values.tcpSourcePorts() : values.udpSourcePorts();
        List<Integer> to = tcp ? values.tcpDestinationPorts() : values.udpDestinationPorts();
        if (sources.size() != 2 || destinations.size() != 2 || from.size() != 1 || to.size() != 1) {
            return Optional.empty();
        }
        return protocol.map(of -> new Flow(of, sources.get(1), from.get(0), destinations.get(1), to.get(0)));
    }

    private Optional<Protocol> transport() {
        return values.protocols().contains(PacketProtocol.TCP)
                ? Optional.of(Protocol.TCP)
                : values.protocols().contains(PacketProtocol.UDP) ? Optional.of(Protocol.UDP) : Optional.empty();
    }

    private Instant at() {
        return Instant.ofEpochSecond(Math.floorDiv(frame.at(), SECOND), Math.floorMod(frame.at(), SECOND));
    }

    private List<String> flagNames() {
        return IntStream.range(0, FLAGS.size())
                .filter(bit -> (values.outerTcpFlags() >> bit & 1) == 1)
                .mapToObj(FLAGS::get)
                .toList();
    }

    private List<Value> flag(int mask) {
        return values.tcpFlags().stream()
                .map(flags -> Value.of((flags & mask) != 0))
                .toList();
    }

    private List<Value> protocol(PacketProtocol protocol) {
        return values.protocols().contains(protocol) ? List.of(Value.of(true)) : List.of();
    }

    private static List<Value> addresses(List<Address> addresses) {
        return addresses.stream().map(Value::of).toList();
    }

    private static List<Value> numbers(List<Integer> numbers) {
        return numbers.stream().map(Value::of).toList();
    }

    private static List<Value> both(List<Value> first, List<Value> second) {
        return Stream.of(first, second).flatMap(Collection::stream).toList();
    }

    private static EndpointObject endpoint(Endpoint end) {
        return new EndpointObject(end.address().toString(), end.port());
    }
}
