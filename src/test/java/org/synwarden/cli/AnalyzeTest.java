package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.capture.CaptureBuilder;

/** What an incident responder gets who hands over capture files. */
class AnalyzeTest {
    @TempDir
    private Path folder;

    /** What one run said, and how it ended. */
    private record Said(int exit, String out, String err) {}

    @Test
    void theReportTellsWhatWasInTheFileAndWhoTheWormIs() throws Exception {
        Said said = run("analyze", "--exit-code", worm("worm.pcap", "10.0.0.5").toString());

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out().lines().map(String::strip))
                .contains(
                        "time       2026-01-01 00:00:00.000 to 2026-01-01 00:00:07.400 UTC (7.4 s)",
                        "frames     14",
                        "attempts   14: 1 pending, 13 unanswered",
                        "names      1 address named by answers",
                        "incidents  1",
                        "RED  scan by 10.0.0.5",
                        "ports      445")
                .anyMatch(line -> line.matches("when +from 2026-01-01 00:00:00.000, alarm at 2026-01-01 .* UTC"))
                .anyMatch(line -> line.matches("how many +\\d+ attempts and \\d failed destinations at the alarm, .*"))
                .anyMatch(line -> line.matches("sample +66\\.\\d+\\.1\\.9.*"))
                .anyMatch(line -> line.matches("why +445/tcp: \\d addresses tried in .*"));
        assertThat(said.err()).isEmpty();
    }

    @Test
    void anIncidentThatTheFilterLeavesOutIsJudgedAllTheSame() throws Exception {
        String file = worm("worm.pcap", "10.0.0.5").toString();
        Said said = run("analyze", "--exit-code", "--filter", "ip.src == 10.0.0.6", file);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).contains("some, but none that passes the filter").doesNotContain("RED");
    }

    @Test
    void manyFilesAtOncePrintWhatTheyPrintOneAfterTheOther() throws Exception {
        List<String> files = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            files.add(
                    i % 5 == 0
                            ? folder.resolve("missing-" + i).toString()
                            : worm("worm" + i, "10.0.0." + i).toString());
        }
        for (List<String> options : List.of(
                List.of("analyze"), List.of("analyze", "--packets"), List.of("analyze", "--packets", "--json"))) {
            StringBuilder out = new StringBuilder();
            StringBuilder err = new StringBuilder();
            for (String file : files) {
                Said one = run(arguments(options, List.of(file)));
                out.append(out.isEmpty() ? one.out() : one.out().replace(",\"schema\":\"synwarden/1\"", ""));
                err.append(one.err());
            }
            Said together = run(arguments(options, files));
            assertThat(together.out()).isEqualTo(out.toString());
            assertThat(together.err()).isEqualTo(err.toString());
            assertThat(together.exit()).isEqualTo(1);
        }
    }

    @Test
    void aFileThatBreaksOffIsJudgedUpToThereAndSaysWhere() throws Exception {
        byte[] whole = Files.readAllBytes(worm("worm.pcap", "10.0.0.5"));
        Path file = Files.write(folder.resolve("broken.pcap"), Arrays.copyOf(whole, whole.length - 30));

        Said said = run("analyze", file.toString());
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("frames     13\n");
        assertThat(said.err()).startsWith("synwarden: " + file + ": ").hasLineCount(1);
    }

    @Test
    void progressIsShownOnlyToAPersonAndIsGoneInTheEnd() throws Exception {
        Path file = worm("worm.pcap", "10.0.0.5");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal person = new Terminal(print(new ByteArrayOutputStream()), print(err), true, false, true);
        Progress progress = new Progress(person, List.of(file, folder.resolve("missing")));
        assertThat(progress.text()).isEqualTo("synwarden: 0 % read");
        progress.draw();
        progress.erase();
        progress.erase();
        assertThat(said(err)).isEqualTo("\rsynwarden: 0 % read\r" + " ".repeat(19) + "\r");

        err.reset();
        Progress unseen = new Progress(new Terminal(print(new ByteArrayOutputStream()), print(err)), List.of(file));
        unseen.draw();
        assertThat(said(err)).isEmpty();
        assertThat(new Progress(person, List.of(file, folder)).text()).isEqualTo("synwarden: 0 frames read");
    }

    @Test
    void neitherCoresNorMemoryAreOvercommitted() {
        long launcher = 77_070_336; // what a JVM with -XX:+UseSerialGC -Xmx76m tells
        assertThat(CaptureRun.threads(100, 2, launcher)).isEqualTo(2);
        assertThat(CaptureRun.threads(100, 64, launcher)).isEqualTo(9);
        assertThat(CaptureRun.threads(1, 16, launcher)).isEqualTo(1);
        assertThat(CaptureRun.threads(5, 8, 4L << 20)).isEqualTo(1);
        assertThat(CaptureRun.attemptsToSpare(launcher)).isEqualTo(24_064);
        assertThat(CaptureRun.attemptsToSpare(8L << 20)).isZero();
    }

    private static String[] arguments(List<String> options, List<String> files) {
        return Stream.concat(options.stream(), files.stream()).toArray(String[]::new);
    }

    /** Twelve unanswered SYNs to port 445 of a host that has looked up one name, then somebody else's SYN. */
    private Path worm(String name, String host) throws IOException {
        CaptureBuilder capture = new CaptureBuilder();
        for (int i = 1; i <= 12; i++) {
            capture.syn(host, 1_024 + i, "66." + i + ".1.9", 445).after(Duration.ofMillis(200));
        }
        return Files.write(
                folder.resolve(name),
                capture.nameAnswer(host, "example.org", "192.0.2.80")
                        .after(Duration.ofSeconds(5))
                        .syn("10.0.0.200", 9, "66.0.0.1", 80)
                        .pcap());
    }

    private static Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(new Terminal(print(out), print(err)), arguments);
        return new Said(exit, said(out), said(err));
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
