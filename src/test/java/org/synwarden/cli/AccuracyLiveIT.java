package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.JsonCodec;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Play;

/**
 * How many attempts of a flood are seen, and whose they are said to be: three programs make 1,000 attempts a second for
 * 30 s, half of them refused within a millisecond (scene {@code three-floods}). The truth is in the destination: each
 * program has a port of its own and tries no address twice.
 */
@ExtendWith(LiveTier.class)
class AccuracyLiveIT {
    private static final int MADE = 30_000;
    private static final String SILENT = "10.66.";
    private static final Pattern DIALLING = Pattern.compile("(?m)^scene: dialling pid=(\\d+) --\\S+ \\d+ (\\d+) ");

    /** What was told of the flood: each destination once, and how often one was told again. */
    private record Told(Map<String, AttemptObject> byDestination, int again, Map<Integer, Integer> pidByPort) {
        long attributed(String network) {
            return of(network).filter(attempt -> attempt.process().isPresent()).count();
        }

        long wrong() {
            return of("").filter(attempt -> attempt.process()
                            .filter(process -> process.pid()
                                    != pidByPort.get(attempt.remote().port()))
                            .isPresent())
                    .count();
        }

        private Stream<AttemptObject> of(String network) {
            return byDestination.values().stream()
                    .filter(attempt -> attempt.remote().address().startsWith(network));
        }

        @Override
        public String toString() {
            return byDestination.size() + " seen, " + again + " told twice, " + attributed("") + " attributed ("
                    + attributed(SILENT) + " of the silent ones), " + wrong() + " wrongly";
        }
    }

    @TempDir
    private Path scratch;

    @Test
    void withKernelEventsEveryAttemptIsSeenAndAttributed(TestReporter reporter) throws Exception {
        Told told = flood("kernel-events,packet-capture,socket-table");
        reporter.publishEntry("all sources", told.toString());
        assertThat(told.wrong()).as(told.toString()).isZero();
        assertThat(told.byDestination.size()).as(told.toString()).isGreaterThanOrEqualTo(perMille(MADE, 999));
        assertThat(told.attributed("")).as(told.toString()).isGreaterThanOrEqualTo(perMille(MADE, 999));
        assertThat(told.again).as(told.toString()).isLessThanOrEqualTo(MADE - perMille(MADE, 999));
    }

    @Test
    void withoutKernelEventsThoseThatLiveLongEnoughToBeLookedAtAreAttributed(TestReporter reporter) throws Exception {
        Told told = flood("packet-capture,socket-table");
        reporter.publishEntry("packets and socket table", told.toString());
        assertThat(told.wrong()).as(told.toString()).isZero();
        assertThat(told.byDestination.size()).as(told.toString()).isGreaterThanOrEqualTo(perMille(MADE, 999));
        assertThat(told.attributed(SILENT)).as(told.toString()).isGreaterThanOrEqualTo(perMille(MADE / 2, 990));
        assertThat(told.of("")
                        .filter(attempt -> attempt.process().isEmpty())
                        .map(AttemptObject::attribution)
                        .distinct())
                .containsOnly("unattributed");
    }

    /** Six targets in the first second: the incident is there 2.5 s after the first SYN, by the times of the events. */
    @Test
    void aWormIsAnIncidentWithinTwoAndAHalfSecondsOfItsFirstSyn(TestReporter reporter) throws Exception {
        Path story = scratch.resolve("told");
        Process play = Play.start("worm-445", 5, 20, story, Main.class, "watch", "--json");
        try (BufferedReader lines = play.inputReader(StandardCharsets.UTF_8)) {
            IncidentObject incident = firstIncident(lines);
            Instant printed = Instant.now();
            reporter.publishEntry(
                    "milliseconds from the first SYN until the line was read",
                    Long.toString(
                            Duration.between(incident.firstAttempt(), printed).toMillis()));
            assertThat(Duration.between(incident.firstAttempt(), incident.raisedAt()))
                    .isLessThanOrEqualTo(Duration.ofMillis(2_500));
        } finally {
            play.destroy();
            play.waitFor();
        }
    }

    private static IncidentObject firstIncident(BufferedReader lines) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{") && JsonCodec.read(line) instanceof IncidentObject incident) {
                return incident;
            }
        }
        throw new AssertionError("the watch ended without an incident");
    }

    private Told flood(String sources) throws Exception {
        Path story = scratch.resolve("told");
        Process play = Play.start("three-floods", 15, 100, story, Main.class, "watch", "--json", "--sources", sources);
        List<AttemptObject> attempts = new ArrayList<>();
        try (BufferedReader lines = play.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ContractObject object = JsonCodec.read(line);
                if (object instanceof AttemptObject attempt) {
                    attempts.add(attempt);
                }
            }
        }
        play.waitFor();
        Map<Integer, Integer> pidByPort = new HashMap<>();
        DIALLING.matcher(Files.readString(story))
                .results()
                .forEach(found -> pidByPort.put(Integer.valueOf(found.group(2)), Integer.valueOf(found.group(1))));
        assertThat(pidByPort).as(Files.readString(story)).hasSize(3);
        attempts.removeIf(attempt -> !pidByPort.containsKey(attempt.remote().port()));
        Map<String, AttemptObject> byDestination = new HashMap<>();
        attempts.forEach(attempt -> byDestination.put(attempt.remote().toString(), attempt));
        return new Told(byDestination, attempts.size() - byDestination.size(), pidByPort);
    }

    private static int perMille(int of, int share) {
        return of / 1_000 * share;
    }
}
