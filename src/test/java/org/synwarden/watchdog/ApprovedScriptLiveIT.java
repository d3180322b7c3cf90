package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.control.ApprovalOrder;
import org.synwarden.detect.Incident;
import org.synwarden.detect.Severity;
import org.synwarden.engine.Engine;
import org.synwarden.engine.EngineListener;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.platform.linux.process.LinuxProcessCatalog;
import org.synwarden.process.ImageFile;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** Two real shells run two real scripts and, so it is told, scan; one of the scripts is approved. */
@ExtendWith(LiveTier.class)
class ApprovedScriptLiveIT implements EngineListener {
    private static final String WAIT = "echo ready; read -r line\n";
    private static final Address HERE = Address.parse("192.168.20.52");

    @TempDir
    private Path folder;

    private long now = TimeUnit.SECONDS.toNanos(1_767_225_600);
    private final LinuxProcessCatalog catalog = new LinuxProcessCatalog();
    private final Engine engine = Engine.forHost(this);
    private final ProcessBook book = new ProcessBook(catalog, () -> now, this::described);
    private final ImageHashes hashes = new ImageHashes(catalog, nanos -> {}, book::hashed);
    private final List<Process> shells = new ArrayList<>();
    private final List<Incident> opened = new ArrayList<>();
    private int port = 40_000;

    @Override
    public void incidentOpened(Incident incident) {
        opened.add(incident);
    }

    private void described(Observation.ProcessDescribed told) {
        engine.observe(told);
        if (told.process().sha256().isEmpty()) {
            hashes.want(told.process());
        }
    }

    @AfterEach
    void end() {
        shells.forEach(Process::destroyForcibly);
    }

    @Test
    void onlyTheApprovedScriptOfAShellIsMuted() throws Exception {
        Path approved = script("inventory.sh", WAIT);
        Path other = script("worm.sh", WAIT + "# another\n");
        Approvals approvals = new Approvals(folder.resolve("data"), file -> true, () -> now);
        ProcessKey inventory = start(approved);
        approvals.approve(new ApprovalOrder(
                catalog.describe(inventory).orElseThrow().path().orElseThrow(),
                imageHash(inventory),
                Optional.of(approved.toString()),
                Optional.of(hash(Files.readAllBytes(approved))),
                false));
        engine.exempt(approvals.changed().orElseThrow());

        scan(inventory);
        scan(start(other));

        assertThat(opened).hasSize(2);
        assertThat(opened.get(0).severity()).isEqualTo(Severity.AMBER);
        assertThat(opened.get(0).isMuted()).isTrue();
        assertThat(opened.get(1).severity()).isEqualTo(Severity.RED);
        assertThat(opened.get(1).isMuted()).isFalse();
    }

    private Path script(String name, String text) throws Exception {
        Path script = Files.writeString(folder.resolve(name), text).toRealPath();
        long written = ((FileTime) Files.getAttribute(script, "unix:ctime")).toMillis();
        Scene.await("the script is older than what will run it", () -> System.currentTimeMillis() - written > 50);
        return script;
    }

    private ProcessKey start(Path script) throws Exception {
        Process shell = new ProcessBuilder("bash", script.toString()).start();
        shells.add(shell);
        assertThat(shell.inputReader().readLine()).isEqualTo("ready");
        ProcessKey key = catalog.find((int) shell.pid()).orElseThrow();
        book.meet(key);
        hashes.hashWaiting();
        return key;
    }

    private String imageHash(ProcessKey key) throws Exception {
        ProcessInstance process = catalog.describe(key).orElseThrow();
        try (ImageFile image = catalog.openImage(process).orElseThrow()) {
            return hash(Channels.newInputStream(image.content()).readAllBytes());
        }
    }

    private static String hash(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private void scan(ProcessKey process) {
        for (int i = 0; i < 8; i++) {
            Flow flow = new Flow(
                    Protocol.TCP,
                    new Endpoint(HERE, ++port),
                    new Endpoint(Address.parse("81." + port % 250 + ".1.9"), 445));
            engine.observe(new Observation.SocketOpening(now, EvidenceSource.SOCKET_TABLE, flow, Optional.of(process)));
            pass(TimeUnit.MILLISECONDS.toNanos(100));
        }
        pass(TimeUnit.SECONDS.toNanos(2));
        engine.observe(new Observation.SocketsPolled(now, EvidenceSource.SOCKET_TABLE));
    }

    private void pass(long nanos) {
        now += nanos;
        engine.tick(now);
    }
}
