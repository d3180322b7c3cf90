package org.synwarden.filter;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.TallyObject;
import org.synwarden.net.Address;

/**
 * An object of the contract as a row for filters. Attempts and sockets go from their local end to their remote one. A
 * packet tells only of its outermost headers here; whoever still has the frame can tell of all.
 */
public final class ContractRow implements FieldSource {
    private final Map<Field, List<Value>> values = new EnumMap<>(Field.class);

    private ContractRow() {}

    /** An incident: the culprit's process and address, the ports it tried, the kind. */
    public static FieldSource of(IncidentObject incident) {
        ContractRow row = new ContractRow();
        row.address(incident.host(), true);
        String ports = incident.protocol().name().toLowerCase(Locale.ROOT);
        incident.ports().forEach(port -> row.port(ports, ".dstport", port));
        row.process(incident.process());
        row.add(Field.INCIDENT_KIND, Value.of(incident.kind()));
        row.add(Field.FRAME_TIME, Value.of(incident.raisedAt()));
        return row;
    }

    /** An attempt. */
    public static FieldSource of(AttemptObject attempt) {
        ContractRow row = new ContractRow();
        row.ends(attempt.protocol(), Optional.of(attempt.local()), Optional.of(attempt.remote()));
        row.process(attempt.process());
        row.add(Field.ATTEMPT_OUTCOME, Value.of(attempt.outcome()));
        row.add(Field.FRAME_TIME, Value.of(attempt.at()));
        return row;
    }

    /** A row of the socket table. */
    public static FieldSource of(SocketObject socket) {
        ContractRow row = new ContractRow();
        row.ends(socket.protocol(), Optional.of(socket.local()), socket.remote());
        row.process(socket.process());
        socket.lately()
                .ifPresent(tally ->
                        row.add(Field.ATTEMPT_RATE, Value.of(tally.attempts() / (double) TallyObject.SECONDS)));
        return row;
    }

    /** A packet. */
    public static FieldSource of(PacketObject packet) {
        ContractRow row = new ContractRow();
        boolean dnsOverUdp = "dns".equals(packet.protocol()) && packet.flags().isEmpty();
        String transport = !"dns".equals(packet.protocol()) ? packet.protocol() : dnsOverUdp ? "udp" : "tcp";
        Field.named(packet.protocol()).ifPresent(field -> row.add(field, Value.of(true)));
        row.ends(transport, packet.source(), packet.destination());
        if ("tcp".equals(transport)) {
            row.flags(packet.flags());
        }
        row.process(packet.process());
        packet.outcome().ifPresent(outcome -> row.add(Field.ATTEMPT_OUTCOME, Value.of(outcome)));
        row.add(Field.FRAME_TIME, Value.of(packet.at()));
        row.add(Field.FRAME_LEN, Value.of(packet.length()));
        row.add(Field.FRAME_NUMBER, Value.of(packet.frame()));
        return row;
    }

    @Override
    public List<Value> values(Field field) {
        return values.getOrDefault(field, List.of());
    }

    private void add(Field field, Value value) {
        values.merge(
                field,
                List.of(value),
                (had, more) -> Stream.concat(had.stream(), more.stream()).toList());
    }

    private void ends(String transport, Optional<EndpointObject> source, Optional<EndpointObject> destination) {
        boolean hasPorts = "tcp".equals(transport) || "udp".equals(transport);
        source.ifPresent(end -> end(transport, hasPorts, end, true));
        destination.ifPresent(end -> end(transport, hasPorts, end, false));
    }

    private void end(String transport, boolean hasPort, EndpointObject end, boolean source) {
        address(end.address(), source);
        if (hasPort) {
            port(transport, source ? ".srcport" : ".dstport", end.port());
        }
    }

    private void address(String text, boolean source) {
        Address address = Address.parse(text);
        String family = address.isIpv4() ? "ip" : "ipv6";
        values.put(Field.named(family).orElseThrow(), List.of(Value.of(true)));
        add(Field.named(family + (source ? ".src" : ".dst")).orElseThrow(), Value.of(address));
        add(Field.named(family + ".addr").orElseThrow(), Value.of(address));
    }

    private void port(String transport, String side, int port) {
        values.put(Field.named(transport).orElseThrow(), List.of(Value.of(true)));
        add(Field.named(transport + side).orElseThrow(), Value.of(port));
        add(Field.named(transport + ".port").orElseThrow(), Value.of(port));
    }

    private void flags(List<String> set) {
        for (String flag : List.of("fin", "syn", "reset", "push", "ack", "urg", "ece", "cwr")) {
            add(Field.named("tcp.flags." + flag).orElseThrow(), Value.of(set.contains(flag)));
        }
    }

    private void process(Optional<ProcessObject> process) {
        process.ifPresent(culprit -> {
            add(Field.PROCESS_NAME, Value.of(culprit.name()));
            add(Field.PROCESS_PID, Value.of(culprit.pid()));
            culprit.path().ifPresent(path -> add(Field.PROCESS_PATH, Value.of(path)));
            culprit.user().ifPresent(user -> add(Field.PROCESS_USER, Value.of(user)));
            culprit.services().forEach(service -> add(Field.PROCESS_SERVICE, Value.of(service)));
            culprit.signer().ifPresent(signer -> add(Field.PROCESS_SIGNER, Value.of(signer)));
        });
    }
}
