package org.synwarden.filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields that a filter can name: those of packets are called as in Wireshark. */
public enum Field {
    IP("ip", FieldType.PROTOCOL),
    IPV6("ipv6", FieldType.PROTOCOL),
    TCP("tcp", FieldType.PROTOCOL),
    UDP("udp", FieldType.PROTOCOL),
    ICMP("icmp", FieldType.PROTOCOL),
    ICMPV6("icmpv6", FieldType.PROTOCOL),
    ARP("arp", FieldType.PROTOCOL),
    DNS("dns", FieldType.PROTOCOL),
    IP_SRC("ip.src", FieldType.IPV4),
    IP_DST("ip.dst", FieldType.IPV4),
    IP_ADDR("ip.addr", FieldType.IPV4),
    IPV6_SRC("ipv6.src", FieldType.IPV6),
    IPV6_DST("ipv6.dst", FieldType.IPV6),
    IPV6_ADDR("ipv6.addr", FieldType.IPV6),
    TCP_SRCPORT("tcp.srcport", 0xFFFF),
    TCP_DSTPORT("tcp.dstport", 0xFFFF),
    TCP_PORT("tcp.port", 0xFFFF),
    UDP_SRCPORT("udp.srcport", 0xFFFF),
    UDP_DSTPORT("udp.dstport", 0xFFFF),
    UDP_PORT("udp.port", 0xFFFF),
    TCP_FLAGS("tcp.flags", 0xFFFF),
    TCP_FLAGS_FIN("tcp.flags.fin", FieldType.BOOLEAN),
    TCP_FLAGS_SYN("tcp.flags.syn", FieldType.BOOLEAN),
    TCP_FLAGS_RESET("tcp.flags.reset", FieldType.BOOLEAN),
    TCP_FLAGS_PUSH("tcp.flags.push", FieldType.BOOLEAN),
    TCP_FLAGS_ACK("tcp.flags.ack", FieldType.BOOLEAN),
    TCP_FLAGS_URG("tcp.flags.urg", FieldType.BOOLEAN),
    TCP_FLAGS_ECE("tcp.flags.ece", FieldType.BOOLEAN),
    TCP_FLAGS_CWR("tcp.flags.cwr", FieldType.BOOLEAN),
    FRAME_TIME("frame.time", FieldType.TIME),
    FRAME_LEN("frame.len", 0xFFFF_FFFFL),
    FRAME_NUMBER("frame.number", 0xFFFF_FFFFL),
    PROCESS_NAME("process.name", FieldType.TEXT),
    PROCESS_PID("process.pid", 0xFFFF_FFFFL),
    PROCESS_PATH("process.path", FieldType.TEXT),
    PROCESS_SERVICE("process.service", FieldType.TEXT),
    PROCESS_USER("process.user", FieldType.TEXT),
    PROCESS_SIGNER("process.signer", FieldType.TEXT),
    ATTEMPT_OUTCOME("attempt.outcome", FieldType.TEXT),
    ATTEMPT_RATE("attempt.rate", 1e9),
    INCIDENT_KIND("incident.kind", FieldType.TEXT);

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::fieldName, Function.identity()));

    private final String fieldName;
    private final FieldType type;
    private final double max;

    Field(String fieldName, FieldType type) {
        this.fieldName = fieldName;
        this.type = type;
        this.max = 0;
    }

    Field(String fieldName, double max) {
        this.fieldName = fieldName;
        this.type = FieldType.NUMBER;
        this.max = max;
    }

    /** As it is written in a filter. */
    public String fieldName() {
        return fieldName;
    }

    public FieldType type() {
        return type;
    }

    /** The largest number that it can be compared with. */
    double max() {
        return max;
    }

    static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The field whose name is most like this one, if any is like it. */
    static Optional<Field> like(String name) {
        return Arrays.stream(values())
                .filter(field -> Likeness.changes(field.fieldName, name) <= Math.max(1, field.fieldName.length() / 4))
                .min(Comparator.comparingInt(field -> Likeness.changes(field.fieldName, name)));
    }
}
