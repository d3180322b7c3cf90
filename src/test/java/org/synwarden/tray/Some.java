package org.synwarden.tray;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.CulpritRateObject;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.HeaderObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.NatObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;

/** Made-up objects of the contract for the stories of the tests. */
final class Some {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Some() {}

    /** A question about port 4428 at noon. */
    static QuestionReader.AsRead reading() {
        return new QuestionReader.AsRead(
                new QuestionObject(
                        Optional.empty(), Optional.empty(), 4_428, Optional.empty(), Optional.empty(), NOON, NOON),
                List.of());
    }

    static ProcessObject process(String name, int pid) {
        return new ProcessObject(
                pid,
                "1310000" + pid,
                name,
                Optional.of("C:\\Users\\eva\\AppData\\Roaming\\" + name),
                Optional.of("PC\\eva"));
    }

    static IncidentObject worm(String id) {
        return incident(id, "red", "scan", Optional.of(process("dial.exe", 4312)), "reported", List.of(445));
    }

    /** A shell that starts one nc.exe after the other. */
    static IncidentObject loop(String id) {
        IncidentObject worm =
                incident(id, "red", "scan", Optional.of(process("cmd.exe", 4312)), "reported", List.of(445));
        return new IncidentObject(
                worm.id(),
                worm.severity(),
                worm.kind(),
                worm.state(),
                worm.host(),
                worm.process(),
                Optional.of("C:\\Tools\\nc.exe"),
                Optional.empty(),
                List.of(),
                worm.attribution(),
                worm.firstAttempt(),
                worm.raisedAt(),
                worm.attempts(),
                worm.failedDestinations(),
                worm.totalAttempts(),
                worm.ports(),
                worm.sample(),
                worm.explanation(),
                false,
                false,
                Optional.empty());
    }

    static IncidentObject incident(
            String id,
            String severity,
            String kind,
            Optional<ProcessObject> process,
            String attribution,
            List<Integer> ports) {
        return new IncidentObject(
                id,
                severity,
                kind,
                "open",
                "192.168.20.52",
                process,
                attribution,
                NOON.minusSeconds(20),
                NOON,
                430,
                412,
                430,
                ports,
                List.of("216.1.1.1", "216.1.1.2", "216.1.1.3", "216.1.1.4"),
                "412 of 430 first contacts failed");
    }

    /** The same incident, with these of its remote addresses. */
    static IncidentObject sampling(IncidentObject incident, List<String> addresses) {
        return new IncidentObject(
                incident.id(),
                incident.severity(),
                incident.kind(),
                incident.state(),
                incident.host(),
                incident.process(),
                incident.attribution(),
                incident.firstAttempt(),
                incident.raisedAt(),
                incident.attempts(),
                incident.failedDestinations(),
                incident.totalAttempts(),
                incident.ports(),
                addresses,
                incident.explanation());
    }

    static IncidentObject grown(IncidentObject incident, long totalAttempts, String state) {
        return new IncidentObject(
                incident.id(),
                incident.severity(),
                incident.kind(),
                state,
                incident.host(),
                incident.process(),
                incident.attribution(),
                incident.firstAttempt(),
                incident.raisedAt(),
                incident.attempts(),
                incident.failedDestinations(),
                totalAttempts,
                incident.ports(),
                incident.sample(),
                incident.explanation());
    }

    static DegradationObject noNpcap() {
        return new DegradationObject(
                "npcap", "Npcap is not installed", "Answers of UDP are not seen; install it from npcap.com", NOON);
    }

    static StatusObject status(DegradationObject... degradations) {
        return new StatusObject(
                "0.1.0",
                NOON,
                List.of("kernel-events", "socket-table"),
                List.of(degradations),
                0,
                0,
                Optional.empty(),
                List.of());
    }

    static SocketObject socket(String remote, int localPort, String state, ProcessObject process) {
        return new SocketObject(
                "tcp",
                new EndpointObject("192.168.20.52", localPort),
                Optional.of(new EndpointObject(remote, 445)),
                state,
                Optional.of(process));
    }

    /** What dial.exe sent, in a frame of which nothing but its length is right. */
    static PacketObject packet(long number, String attribution, String outcome) {
        return new PacketObject(
                        number,
                        NOON.plusMillis(number),
                        54,
                        "tcp",
                        Optional.of(new EndpointObject("192.168.20.52", 4428)),
                        Optional.of(new EndpointObject("216.1.1.1", 445)),
                        List.of("syn", "reset"))
                .captured(
                        attribution,
                        Optional.of(process("dial.exe", 4312).inBrief()),
                        Optional.of(outcome),
                        HeaderObject.of(1, new byte[54]));
    }

    /** That many connections of different programs to different computers. */
    static List<SocketObject> sockets(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> socket(
                        "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255),
                        1024 + i % 60_000,
                        "ESTABLISHED",
                        process("program" + i % 97 + ".exe", 1000 + i % 97)))
                .toList();
    }

    /** The same status, in which the router's table is as full as that. */
    static StatusObject holding(NatObject nat, StatusObject status) {
        return new StatusObject(
                status.version(),
                status.since(),
                status.sources(),
                status.degradations(),
                status.attempts(),
                status.openIncidents(),
                Optional.of(nat),
                status.counters());
    }

    /** That many seconds after noon: what all attempts came to, and {@code dial.exe}'s. */
    static RateObject rate(int second, List<CounterObject> outcomes, List<CounterObject> worms) {
        ProcessObject worm = process("dial.exe", 4312);
        return new RateObject(
                NOON.plusSeconds(second),
                outcomes,
                worms.isEmpty() ? List.of() : List.of(new CulpritRateObject(worm.pid(), worm.startToken(), worms)));
    }

    static Rows whole(String topic, List<? extends ContractObject> objects) {
        return new Rows(topic, 1, true, objects, List.of(), List.of());
    }

    static Rows change(
            String topic,
            List<? extends ContractObject> added,
            List<? extends ContractObject> changed,
            List<String> removed) {
        return new Rows(topic, 2, false, added, changed, removed);
    }
}
