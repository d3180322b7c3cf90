package org.synwarden.watchdog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.synwarden.capture.Frame;
import org.synwarden.capture.PacketProtocol;
import org.synwarden.capture.PacketValues;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.filter.Field;
import org.synwarden.filter.FieldSource;
import org.synwarden.filter.Value;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;

/** A frame as the filter and the contract see it; valid as long as both of its parts. */
final class PacketRow implements FieldSource {
    private static final long SECOND = 1_000_000_000;
    private static final List<String> FLAGS = List.of("fin", "syn", "reset", "push", "ack", "urg", "ece", "cwr");

    private final Frame frame;
    private final PacketValues values;

    PacketRow(Frame frame, PacketValues values) {
        this.frame = frame;
        this.values = values;
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
