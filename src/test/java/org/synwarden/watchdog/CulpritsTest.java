package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.capture.Frame;
import org.synwarden.capture.FrameBuilder;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RelativeObject;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.process.ListedProcess;
import org.synwarden.process.ModuleFile;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

/** What is collected against a culprit, while it lives and afterwards. */
class CulpritsTest implements ProcessCatalog {
    private static final ProcessKey SHELL = new ProcessKey(100, 1);
    private static final ProcessKey WORM = new ProcessKey(4242, 77);
    private static final ProcessKey CHILD = new ProcessKey(4243, 78);

    private final Map<ProcessKey, ProcessInstance> running = Map.of(
            SHELL, instance(SHELL, "bash", Optional.empty()),
            WORM, instance(WORM, "worm", Optional.of(SHELL)),
            CHILD, instance(CHILD, "nc", Optional.of(WORM)));
    private boolean lives = true;
    private boolean tellsModules = true;

    private final ProcessBook book = new ProcessBook(this, () -> 0, told -> {});
    private final ImageHashes hashes = new ImageHashes(this, nanos -> {}, process -> {});
    private final Packets packets = new Packets(() -> List.of(row(5_000, WORM), row(5_001, SHELL)), book::find);
    private final Culprits culprits = new Culprits(
            packets, () -> Optional.of("Npcap is not installed"), book, this, new LoadedModules(this, hashes, () -> 0));

    private static ProcessInstance instance(ProcessKey key, String name, Optional<ProcessKey> parent) {
        return new ProcessInstance(
                key,
                name,
                Optional.of("/tmp/" + name),
                Optional.empty(),
                Optional.of("zoe"),
                parent,
                Optional.empty(),
                key.startToken());
    }

    private static SocketRow row(int port, ProcessKey owner) {
        Flow flow = new Flow(
                Protocol.TCP,
                new Endpoint(Address.parse("10.0.0.5"), port),
                new Endpoint(Address.parse("66.1.1.9"), 445));
        return new SocketRow(flow, SocketState.SYN_SENT, Optional.of(owner));
    }

    @Override
    public Optional<ProcessKey> find(int pid) {
        return running.keySet().stream()
                .filter(key -> key.pid() == pid && lives)
                .findFirst();
    }

    @Override
    public Optional<ProcessInstance> describe(ProcessKey key) {
        return Optional.ofNullable(running.get(key));
    }

    @Override
    public List<ListedProcess> list() {
        return lives
                ? List.of(
                        new ListedProcess(SHELL, 1, 1),
                        new ListedProcess(WORM, 100, 77),
                        new ListedProcess(CHILD, 4242, 78))
                : List.of(new ListedProcess(SHELL, 1, 1));
    }

    @Override
    public ModuleFile.Listing modules(ProcessKey key) throws IOException {
        if (!tellsModules) {
            throw new IOException("it is a protected process");
        }
        return new ModuleFile.Listing(List.of(), true);
    }

    private static IncidentObject incident(Optional<ProcessObject> process) {
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");
        return new IncidentObject(
                "7",
                "red",
                "scan",
                "open",
                "10.0.0.5",
                process,
                "matched",
                noon,
                noon,
                6,
                6,
                6,
                List.of(445),
                List.of("66.1.1.9"),
                "6 of 6 failed");
    }

    private IncidentObject worm() {
        book.meet(WORM);
        return incident(book.find(WORM));
    }

    private void capture(int port) {
        packets.keep(Frame.of(
                1,
                port,
                1,
                FrameBuilder.from("10.0.0.5", port).to("66.1.1.9", 445).syn()));
    }

    private static List<String> missing(Evidence evidence) {
        return evidence.missing().stream().map(DegradationObject::id).toList();
    }

    @Test
    void itsOwnPacketsAreTakenAndNobodyElses() {
        IncidentObject incident = worm();
        capture(5_000);
        capture(5_001);
        capture(5_002);

        assertThat(culprits.of(incident).packets())
                .extracting(PacketObject::frame)
                .containsExactly(1L);
    }

    @Test
    void whereNobodyIsKnownThePacketsOfTheAddressOnItsPortsAreTaken() {
        capture(5_000);
        packets.keep(Frame.of(
                1, 2, 1, FrameBuilder.from("10.0.0.5", 5_000).to("66.1.1.9", 80).syn()));

        Evidence evidence = culprits.of(incident(Optional.empty()));

        assertThat(evidence.packets()).hasSize(1);
        assertThat(missing(evidence)).containsExactly("no-process");
    }

    @Test
    void theFamilyGoesFromTheEldestDown() {
        assertThat(culprits.of(worm()).family())
                .extracting(
                        RelativeObject::generation,
                        relative -> relative.process().name())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(-1, "bash"),
                        org.assertj.core.groups.Tuple.tuple(0, "worm"),
                        org.assertj.core.groups.Tuple.tuple(1, "nc"));
    }

    @Test
    void whatCouldNotBeHadIsSaid() {
        IncidentObject incident = worm();
        tellsModules = false;

        Evidence evidence = culprits.of(incident);

        assertThat(missing(evidence)).containsExactly("no-packets", "no-modules");
        assertThat(evidence.missing())
                .extracting(DegradationObject::message)
                .containsExactly("Npcap is not installed", "it is a protected process");
    }

    @Test
    void ofAProgramThatHasEndedItsParentsAreKnownAndItsFilesAreNot() {
        IncidentObject incident = worm();
        lives = false;

        Evidence evidence = culprits.of(incident);

        assertThat(missing(evidence)).containsExactly("no-packets", "process-gone");
        assertThat(evidence.modules()).isEmpty();
        assertThat(evidence.family()).extracting(RelativeObject::generation).containsExactly(-1, 0);
    }
}
