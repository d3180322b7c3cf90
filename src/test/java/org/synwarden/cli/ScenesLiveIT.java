package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.JsonCodec;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Play;

/**
 * The scenes of {@code docs/lab.md} with {@code synwarden watch} in them. A row for each scene that the rules and sources
 * of today can judge: which incident must be raised, or {@code nothing red}, and for how long the scene is watched at
 * most. A scene with a culprit is over when it is found.
 */
@ExtendWith(LiveTier.class)
class ScenesLiveIT {
    private static final String NOTHING_RED = "nothing red";
    private static final Pattern CULPRIT = Pattern.compile("(?m)^scene: dialling pid=(\\d+)");
    private static final Pattern INNOCENT = Pattern.compile("(?m)^scene: innocent pid=(\\d+)");
    private static final int ENDING_SECONDS = 60;

    @TempDir
    private Path scratch;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "worm-445, red scan, 30",
        "refused, red scan, 30",
        "refused-at-once, red scan, 30",
        "slow-scan, red scan, 30",
        "mail-bot, red scan, 30",
        "two-programs, red scan, 30",
        "arp-sweep, red sweep, 30",
        "udp-sweep, red udp-sweep, 30",
        "process-per-address, red scan, 30",
        "flood, red scan and red nat-pressure, 40",
        "browser, nothing red, 12",
        "browser-hidden, nothing red, 15",
        "quic-blocked, nothing red, 15",
        "game-servers, nothing red, 15",
        "captive-portal, nothing red, 15",
        "neighbour-fills-router, nothing red, 18",
        "peer-to-peer, nothing red, 15",
        "vpn-drop, nothing red, 12",
        "printer-finder, nothing red, 12",
        "interface-comes-and-goes, nothing red, 12",
        "virtual-machine, red scan behind to-vm, 40",
    })
    void isJudgedAsItMustBe(String scene, String verdict, int seconds) throws Exception {
        Path told = scratch.resolve("told");
        Process play = Play.start(scene, 5, seconds, told, Main.class, "watch", "--json");
        List<IncidentObject> incidents = new ArrayList<>();
        try (BufferedReader lines = play.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !(isFound(verdict, incidents) && isNamed(verdict, incidents))) {
                if (line.startsWith("{") && JsonCodec.read(line) instanceof IncidentObject incident) {
                    incidents.add(incident);
                }
                line = lines.readLine();
            }
        } finally {
            play.destroy();
            if (!play.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                play.destroyForcibly();
            }
        }
        String story = Files.readString(told);
        assertThat(accused(incidents)).noneMatch(pids(INNOCENT, story)::contains);
        if (NOTHING_RED.equals(verdict)) {
            assertThat(pids(INNOCENT, story))
                    .as("somebody was there to be judged: %s", story)
                    .isNotEmpty();
            assertThat(incidents).noneMatch(incident -> "red".equals(incident.severity()));
        } else {
            assertThat(isFound(verdict, incidents)).as(story).isTrue();
            assertThat(accused(incidents)).isSubsetOf(pids(CULPRIT, story));
            assertThat(isNamed(verdict, incidents)).as(story).isTrue();
        }
    }

    /** Whether the culprit is named; nobody says which program sends a datagram, or runs in a virtual machine. */
    private static boolean isNamed(String verdict, List<IncidentObject> incidents) {
        return verdict.contains("udp")
                || verdict.contains("behind")
                || !accused(incidents).isEmpty();
    }

    private static boolean isFound(String verdict, List<IncidentObject> incidents) {
        return Stream.of(verdict.split(" and "))
                .allMatch(one -> incidents.stream().anyMatch(incident -> is(one, incident)));
    }

    private static boolean is(String verdict, IncidentObject incident) {
        String where = incident.adapter().map(adapter -> " behind " + adapter).orElse("");
        return verdict.equals(incident.severity() + " " + incident.kind() + where);
    }

    /** The pids of processes that a red incident names. */
    private static List<Long> accused(List<IncidentObject> incidents) {
        return incidents.stream()
                .filter(incident -> "red".equals(incident.severity()))
                .flatMap(incident -> incident.process().stream())
                .map(process -> (long) process.pid())
                .toList();
    }

    private static List<Long> pids(Pattern who, String story) {
        List<Long> pids = new ArrayList<>();
        for (Matcher found = who.matcher(story); found.find(); ) {
            pids.add(Long.parseLong(found.group(1)));
        }
        return pids;
    }
}
