package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.CaseFile;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.HeaderObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.ModuleObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ParentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RelativeObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SomeRules;
import org.synwarden.export.EvidenceZip;
import picocli.CommandLine.TypeConversionException;

class IncidentsTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final ProcessObject WORM = new ProcessObject(
            4242,
            "77",
            "worm",
            Optional.of("/tmp/worm"),
            Optional.of("zoe"),
            Optional.of("/tmp/worm --spread\u001b[2J"),
            Optional.of("ab".repeat(32)),
            List.of(new ParentObject(4100, "bash"), new ParentObject(1, "init")));

    private static IncidentObject incident(String id, String state, long total) {
        return new IncidentObject(
                id,
                "red",
                "scan",
                state,
                "192.168.20.52",
                Optional.of(WORM),
                "reported",
                NOON,
                NOON.plusSeconds(Long.parseLong(id)),
                31,
                5,
                total,
                List.of(445),
                List.of("203.0.113.7"),
                "5 of 5 new addresses did not answer");
    }

    private static Dossier dossier() {
        MeasureObject kill = new MeasureObject(
                NOON.plusSeconds(9),
                "kill",
                "worm (pid 4242)",
                Optional.of(4242),
                Optional.of("7"),
                Optional.empty(),
                Optional.of("anna"),
                false,
                "it has ended already");
        AttemptObject attempt = new AttemptObject(
                NOON,
                "tcp",
                new EndpointObject("192.168.20.52", 4428),
                new EndpointObject("203.0.113.7", 445),
                "unanswered",
                "reported",
                Optional.of(WORM));
        return new Dossier(incident("7", "open", 977), List.of(kill), List.of(attempt, attempt));
    }

    @Test
    void oneIncidentIsToldWholeInPlainWords() {
        List<String> lines = IncidentWords.lines(dossier());

        assertThat(lines)
                .contains(
                        "incident 7: red scan, open",
                        "  why: 5 of 5 new addresses did not answer",
                        "  who: worm (pid 4242, /tmp/worm, zoe), from 192.168.20.52",
                        "    SHA-256: " + "ab".repeat(32),
                        "    command line: /tmp/worm --spread?[2J",
                        "    started by: bash (pid 4100), by init (pid 1)",
                        "  how much: 31 attempts and 5 failed destinations at the alarm, 977 attempts in all",
                        "  ports: 445",
                        "  attempts recorded one by one: 2")
                .anyMatch(line -> line.endsWith("kill worm (pid 4242): refused, it has ended already, asked by anna"));
    }

    @Test
    void aRowOfATableHasACellForEveryHeading() {
        assertThat(IncidentWords.cells(incident("7", "open", 977))).hasSameSizeAs(IncidentWords.HEADINGS);
    }

    private static Rows rows(boolean reset, List<IncidentObject> added, List<IncidentObject> changed) {
        return new Rows("incidents", 1, reset, added, changed, List.of());
    }

    @Test
    void whoFollowsIsToldWhatIsOpenAndThenEveryChangeOnce() {
        FollowedIncidents followed = new FollowedIncidents();
        IncidentObject open = incident("2", "open", 40);
        IncidentObject grown = incident("2", "open", 60);

        assertThat(followed.news(rows(true, List.of(open, incident("1", "closed", 31)), List.of())))
                .containsExactly(open);
        assertThat(followed.news(rows(false, List.of(), List.of(grown)))).containsExactly(grown);
        assertThat(followed.news(rows(false, List.of(), List.of(grown)))).isEmpty();
    }

    @Test
    void aRestartOfTheServiceTellsOnlyWhatIsNewSince() {
        FollowedIncidents followed = new FollowedIncidents();
        followed.news(rows(true, List.of(incident("1", "open", 31), incident("2", "open", 31)), List.of()));

        IncidentObject over = incident("1", "closed", 80);
        IncidentObject fresh = incident("3", "open", 31);
        assertThat(followed.news(rows(true, List.of(fresh, incident("2", "open", 31), over), List.of())))
                .containsExactly(over, fresh);
    }

    @Test
    void evidenceIsOneZipThatExplainsItself() throws IOException {
        Map<String, String> files = evidence(
                zip(List.of(SomeRules.rule("a1", Optional.of("/tmp/worm"), Optional.empty(), NOON, "of no incident"))));

        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "incident.txt",
                        "incident.json",
                        "attempts.jsonl",
                        "packets.pcapng",
                        "processes.jsonl",
                        "tree.txt",
                        "tree.jsonl",
                        "modules.jsonl",
                        "actions.jsonl",
                        "rules.jsonl",
                        "status.json");
        files.keySet().stream()
                .filter(name -> !name.equals("README.txt"))
                .forEach(name -> assertThat(files.get("README.txt")).contains(name));
        assertThat(files.get("README.txt"))
                .contains("No service answered")
                .contains("Could not be asked: the rules: the service is gone")
                .contains("for Wireshark, with the program as comment: 1")
                .contains("with SHA-256 and signer: 1 (1 without a hash; each says why)")
                .contains("Not in it (modules-cut): it has loaded more; ask again");
        assertThat(files.get("packets.pcapng")).contains("worm (pid 4242, matched), /tmp/worm; attempt unanswered");
        assertThat(files.get("tree.txt")).isEqualTo("- worm (pid 4242) /tmp/worm\r\n  > worm (pid 4242) /tmp/worm\r\n");
        assertThat(files.get("modules.jsonl")).contains("/lib/libc.so");
        assertThat(files.get("attempts.jsonl").lines()).hasSize(2);
        assertThat(files.get("processes.jsonl").lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("ab".repeat(32));
        assertThat(files.get("rules.jsonl")).isEmpty();
        assertThat(JsonCodec.read(files.get("incident.json").strip()))
                .isEqualTo(dossier().incident());
    }

    @Test
    void theSameEvidenceGivesTheSameBytes() throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        zip(List.of()).write(one);
        zip(List.of()).write(other);

        assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    }

    private static EvidenceZip zip(List<RuleObject> rules) {
        CaseFile file =
                new CaseFile(dossier(), evidence(), rules, Optional.empty(), List.of("the rules: the service is gone"));
        return new EvidenceZip(file, IncidentWords.lines(dossier()), "0.1.0");
    }

    private static Evidence evidence() {
        PacketObject packet = new PacketObject(1, NOON, 54, "tcp", Optional.empty(), Optional.empty(), List.of("syn"))
                .captured("matched", Optional.of(WORM), Optional.of("unanswered"), HeaderObject.of(1, new byte[54]));
        return new Evidence(
                List.of(packet),
                List.of(new RelativeObject(-1, WORM), new RelativeObject(0, WORM)),
                List.of(ModuleObject.unread("/lib/libc.so", "no time was left to hash it; try again")),
                List.of(new DegradationObject("modules-cut", "it has loaded more", "ask again", NOON)));
    }

    private static Map<String, String> evidence(EvidenceZip evidence) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        evidence.write(bytes);
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource({
        "30m, 2026-11-26T11:30:00Z",
        "2h, 2026-11-26T10:00:00Z",
        "7d, 2026-11-19T12:00:00Z",
        "all, 1970-01-01T00:00:00Z",
        "2026-11-20 08:15, 2026-11-20T08:15:00Z",
        "09:30, 2026-11-26T09:30:00Z"
    })
    void sinceIsSoLongAgoOrATime(String text, Instant at) {
        assertThat(since(text)).isEqualTo(at);
    }

    @Test
    void sinceNeverIsAMistake() {
        assertThatThrownBy(() -> since("yesterday"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'yesterday' is no time: say 30m, 2h, 7d, all, or as 2026-03-14 09:26");
    }

    private static Instant since(String text) {
        return new Since.Converter(Clock.fixed(NOON, ZoneOffset.UTC))
                .convert(text)
                .at();
    }
}
