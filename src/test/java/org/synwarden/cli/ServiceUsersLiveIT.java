package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;
import org.synwarden.lab.ServicePc;
import org.synwarden.tray.HourBlockMain;

/**
 * The table of {@code docs/security.md} on Linux, as it stands in front of a real service of root: real accounts ask on the
 * command line, the worm is one of theirs, the rules are nftables'. Accounts are numbers that nobody has on this PC.
 */
@ExtendWith(LiveTier.class)
class ServiceUsersLiveIT {
    private static final String ZOE = "4001000";
    private static final String MALLORY = "4001001";
    private static final String DAEMON = "873";

    @TempDir
    private Path folder;

    private String classPath = "";

    /** Other accounts cannot read root's Maven repository. */
    @BeforeEach
    void copyForOthers() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> readable = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(":", -1)) {
            Path file = Path.of(part);
            if (Files.isRegularFile(file)) {
                Path copy = folder.resolve(readable.size() + "-" + file.getFileName());
                Files.copy(file, copy);
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
                readable.add(copy.toString());
            } else {
                readable.add(part);
            }
        }
        classPath = String.join(":", readable);
    }

    private List<String> java(String... arguments) {
        return java(Main.class, arguments);
    }

    private List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** What accounts do and are told on a PC with a service of root's. */
    private final class Pc implements AutoCloseable {
        private final ServicePc pc;

        Pc(Scene scene) throws IOException {
            pc = new ServicePc(scene, java("service", "run"));
        }

        /** What that account's command line prints. */
        String ask(String account, String... arguments) throws IOException, InterruptedException {
            return pc.run(account, java(arguments));
        }

        /** The packets that pass that filter, as that account is told of them live. */
        List<PacketObject> packets(String account, String filter, int seconds)
                throws IOException, InterruptedException {
            String said = pc.run(account, java(FollowPackets.class, filter, Integer.toString(seconds)));
            List<PacketObject> packets = new ArrayList<>();
            for (String line : said.lines().toList()) {
                packets.add((PacketObject) JsonCodec.read(line));
            }
            return packets;
        }

        /** What that account is told in the tray, where it chooses to have that incident blocked for an hour. */
        String tray(String account, String... arguments) throws IOException, InterruptedException {
            return pc.run(account, java(HourBlockMain.class, arguments));
        }

        private String asked(String account, String... arguments) {
            try {
                return ask(account, arguments);
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        <T extends ContractObject> List<T> list(Class<T> type, String account, String what) {
            List<T> found = new ArrayList<>();
            asked(account, what, "--json")
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .forEach(line -> {
                        try {
                            found.add(type.cast(JsonCodec.read(line)));
                        } catch (ContractFormatException e) {
                            throw new AssertionError(line, e);
                        }
                    });
            return found;
        }

        Process worm(String account) throws IOException {
            List<String> dial = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    Path.of("dev/lab/Dial.java").toAbsolutePath().toString(),
                    "600",
                    "445",
                    "10.66.0.0/16",
                    "10");
            return new ProcessBuilder(pc.as(account, dial))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        void restart() throws IOException, InterruptedException {
            pc.restart();
            Scene.await("the service is back", () -> asked("0", "status").startsWith("SynWarden"));
        }

        @Override
        public void close() {
            pc.close();
        }
    }

    private static ProcessObject culprit(IncidentObject incident) {
        return incident.process().orElseThrow();
    }

    @Test
    void everyAccountMayDoWhatTheTableSays() throws Exception {
        try (Pc pc = new Pc(Scene.open())) {
            Scene.await("the service answers", () -> pc.asked(DAEMON, "status").startsWith("SynWarden"));
            assertThat(pc.ask(DAEMON, "incidents"))
                    .contains("services and scheduled tasks may ask for the status only");
            assertThat(pc.ask(DAEMON, "block", "--port", "445")).contains("may ask for the status only");

            Process worm = pc.worm(ZOE);
            AtomicReference<Optional<IncidentObject>> open = new AtomicReference<>(Optional.empty());
            Scene.await("the worm is an incident", () -> {
                open.set(
                        pc.list(IncidentObject.class, ZOE, "incidents").stream().findFirst());
                return open.get().isPresent();
            });
            IncidentObject incident = open.get().orElseThrow();
            theOwnIsSeenWholeAndOthersWithoutAccountAndCommandLine(pc, incident);
            packetsAreTheOwnOnes(pc, worm);
            evidenceIsForWhoeverRunsTheCulprit(pc, incident);
            whatAUserSnoozesIsQuietForThatUser(pc, incident);
            whatIsForEverybodyIsAnAdministrators(pc, worm);
            whatTheTrayOffersAUserTheServiceDoesForAnHour(pc, incident);
            aUserActsOnItsOwnIncidentForAnHour(pc, incident);
            whatAUserEndsWithItsOwnRightsIsRemembered(pc, worm);
            worm.destroyForcibly();
        }
    }

    private static void theOwnIsSeenWholeAndOthersWithoutAccountAndCommandLine(Pc pc, IncidentObject incident) {
        assertThat(culprit(incident).user()).contains(ZOE);
        assertThat(culprit(incident).commandLine())
                .hasValueSatisfying(line -> assertThat(line).contains("Dial.java"));
        ProcessObject seen =
                culprit(pc.list(IncidentObject.class, MALLORY, "incidents").get(0));
        assertThat(seen.pid()).isEqualTo(culprit(incident).pid());
        assertThat(seen.user()).isEmpty();
        assertThat(seen.commandLine()).isEmpty();
        assertThat(pc.list(SocketObject.class, MALLORY, "sockets"))
                .flatExtracting(socket -> socket.process().stream().toList())
                .filteredOn(process -> process.pid() == seen.pid())
                .isNotEmpty()
                .allSatisfy(process -> assertThat(process).isEqualTo(process.forOthers()));
        assertThat(pc.list(SocketObject.class, "0", "sockets"))
                .flatExtracting(socket -> socket.process().stream().toList())
                .filteredOn(process -> process.pid() == seen.pid())
                .isNotEmpty()
                .allSatisfy(process -> assertThat(process.commandLine()).isPresent());
    }

    private static void packetsAreTheOwnOnes(Pc pc, Process worm) throws Exception {
        String syns = "tcp.dstport == 445 && tcp.flags.syn == 1";
        List<PacketObject> own = pc.packets(ZOE, syns, 20);
        assertThat(own).isNotEmpty().allSatisfy(packet -> {
            assertThat(packet.process().orElseThrow().pid()).isEqualTo((int) worm.pid());
            assertThat(packet.process().orElseThrow().user()).contains(ZOE);
            assertThat(packet.attribution().orElseThrow()).isIn("matched", "reported");
            assertThat(packet.header()).isPresent();
        });
        assertThat(own).extracting(PacketObject::outcome).contains(Optional.of("unanswered"));
        assertThat(pc.packets("0", syns, 20)).isNotEmpty();
        assertThat(pc.packets(MALLORY, "tcp", 3)).isEmpty();
    }

    private void evidenceIsForWhoeverRunsTheCulprit(Pc pc, IncidentObject incident) throws Exception {
        Path forAll = Files.createDirectory(folder.resolve("for-all"));
        Files.setPosixFilePermissions(forAll, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(evidence(pc, MALLORY, incident, forAll.resolve("mallory.zip")))
                .contains("are for administrators and for whoever runs it");
        Path own = forAll.resolve("zoe.zip");
        assertThat(evidence(pc, ZOE, incident, own)).contains("saved: ");

        String who = culprit(incident).name() + " (pid " + culprit(incident).pid() + ", ";
        assertThat(entry(own, "packets.pcapng")).contains(who).contains("attempt unanswered");
        assertThat(entry(own, "tree.txt")).contains("> " + culprit(incident).name());
        assertThat(entry(own, "modules.jsonl")).contains("libjvm.so").contains("\"sha256\"");
        assertThat(entry(forAll.resolve("mallory.zip"), "packets.pcapng")).doesNotContain(who);
    }

    private static String evidence(Pc pc, String account, IncidentObject incident, Path file) throws Exception {
        return pc.ask(account, "incidents", "evidence", incident.id(), "--out", file.toString());
    }

    private static String entry(Path zip, String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void whatTheTrayOffersAUserTheServiceDoesForAnHour(Pc pc, IncidentObject incident) throws Exception {
        assertThat(pc.tray(MALLORY, incident.id()))
                .contains("rights: own")
                .contains("only a program that is known to run as you can be blocked");
        assertThat(pc.tray(MALLORY, incident.id(), "boldly"))
                .contains("FORBIDDEN: the program of incident " + incident.id() + " is not known to run as you");
        assertThat(pc.list(RuleObject.class, "0", "rules")).isEmpty();

        assertThat(pc.tray(ZOE, incident.id()))
                .contains("rights: own")
                .contains("Stops everything that runs as " + ZOE + " from connecting to TCP port 445")
                .contains("The firewall holds a rule against " + ZOE + ", TCP port 445, for one hour.");
        List<RuleObject> rules = pc.list(RuleObject.class, ZOE, "rules");
        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.madeBy()).contains(ZOE);
            assertThat(rule.user()).contains(ZOE);
            assertThat(rule.incident()).contains(incident.id());
            // A comment of nftables keeps whole seconds: its beginning rounded down, its end up.
            assertThat(Duration.between(rule.createdAt(), rule.expiresAt().orElseThrow()))
                    .isBetween(Duration.ofHours(1), Duration.ofSeconds(3_601));
        });
        assertThat(pc.ask(ZOE, "unblock", rules.get(0).id())).contains("unblocked");
        assertThat(pc.ask("0", "status")).contains("may see and do everything");
    }

    private static void aUserActsOnItsOwnIncidentForAnHour(Pc pc, IncidentObject incident) throws Exception {
        String id = incident.id();
        assertThat(pc.ask(MALLORY, "block", "--incident", id, "--port", "445", "--user", MALLORY, "--for", "1h"))
                .contains("is not known to run as you");
        assertThat(pc.ask(ZOE, "block", "--incident", id, "--port", "445", "--user", ZOE, "--for", "2h"))
                .contains("an hour at most");
        assertThat(pc.ask(ZOE, "block", "--port", "445", "--for", "1h")).contains("name it (--incident ID)");
        assertThat(pc.ask(ZOE, "block", "--incident", id, "--everywhere"))
                .contains("rule stored: user " + ZOE + ", tcp port 445 everywhere");
        assertThat(pc.ask("0", "block", "--port", "139", "--for", "1h")).contains("rule stored");

        pc.restart();
        List<RuleObject> rules = pc.list(RuleObject.class, ZOE, "rules");
        RuleObject own = rules.stream()
                .filter(rule -> rule.madeBy().isPresent())
                .findFirst()
                .orElseThrow();
        RuleObject administrators = rules.stream()
                .filter(rule -> rule.madeBy().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(own.madeBy()).contains(ZOE);
        assertThat(own.user()).contains(ZOE);
        assertThat(own.expiresAt())
                .hasValueSatisfying(end ->
                        assertThat(end).isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1))));
        assertThat(pc.ask(MALLORY, "unblock", own.id())).contains("you have made no rule " + own.id());
        assertThat(pc.ask(ZOE, "unblock", administrators.id()))
                .contains("you have made no rule " + administrators.id());
        assertThat(pc.ask(ZOE, "unblock", "--all")).contains("name a rule that you made");
        assertThat(pc.list(RuleObject.class, "0", "rules")).hasSize(2);
        assertThat(pc.ask(ZOE, "unblock", own.id())).contains("unblocked: " + own.id());
        assertThat(pc.ask("0", "unblock", "--all")).contains("unblocked");
    }

    private static void whatIsForEverybodyIsAnAdministrators(Pc pc, Process worm) throws Exception {
        assertThat(pc.ask(MALLORY, "kill", Long.toString(worm.pid()))).contains("No right to touch process");
        assertThat(worm.isAlive()).isTrue();
        assertThat(pc.ask(ZOE, "approve", "/usr/bin/env")).contains("an approval quiets alarms for everybody");
        assertThat(pc.ask(ZOE, "suspend", Long.toString(worm.pid()))).contains("suspended");
        assertThat(pc.ask(ZOE, "resume", Long.toString(worm.pid()))).contains("resumed");
        assertThat(pc.ask(MALLORY, "test-alert")).contains("raised: test-1");
        assertThat(pc.ask(ZOE, "test-alert")).contains("less than a minute ago");
    }

    /** After the restart: the service has met the worm anew. */
    private static void whatAUserEndsWithItsOwnRightsIsRemembered(Pc pc, Process worm) throws Exception {
        AtomicReference<Optional<IncidentObject>> again = new AtomicReference<>(Optional.empty());
        Scene.await("the worm is an incident again", () -> {
            again.set(pc.list(IncidentObject.class, ZOE, "incidents").stream()
                    .filter(incident -> incident.state().equals("open"))
                    .filter(incident -> incident.process()
                            .filter(process -> process.pid() == worm.pid())
                            .isPresent())
                    .findFirst());
            return again.get().isPresent();
        });
        assertThat(pc.ask(ZOE, "kill", Long.toString(worm.pid()))).contains("ended");
        String id = again.get().orElseThrow().id();
        Scene.await(
                "it is written down",
                () -> pc.asked("0", "incidents", "show", id).contains("kill "));
        assertThat(pc.ask("0", "incidents", "show", id))
                .containsPattern("kill .*: done, with the asker's own rights, as was reported, asked by " + ZOE);
    }

    private static void whatAUserSnoozesIsQuietForThatUser(Pc pc, IncidentObject incident) throws Exception {
        String path = culprit(incident).path().orElseThrow();
        assertThat(pc.ask(ZOE, "snooze", path)).contains("(for you)");
        assertThat(pc.ask(MALLORY, "snooze", "--list")).contains("nothing is snoozed");
        assertThat(pc.list(IncidentObject.class, ZOE, "incidents")).isNotEmpty().allMatch(IncidentObject::muted);
        assertThat(pc.list(IncidentObject.class, MALLORY, "incidents"))
                .isNotEmpty()
                .noneMatch(IncidentObject::muted);
        assertThat(pc.ask("0", "snooze", "--incident", incident.id())).contains("(for everybody)");
        Scene.await(
                "it is quiet for everybody",
                () -> pc.list(IncidentObject.class, MALLORY, "incidents").stream()
                        .allMatch(IncidentObject::muted));
    }
}
