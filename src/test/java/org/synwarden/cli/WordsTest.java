package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;

class WordsTest {
    @Test
    void aProgramWhoseNameHoldsAnEscapeSequenceLeavesTheTerminalAlone() {
        assertThat(Words.incident(unattributed("scan", "open")))
                .contains("made by 6 processes of a")
                .doesNotContain("\n", "\u001b");
    }

    @Test
    void offersTheBlockOfAPortWhereNoProgramIsKnown() {
        assertThat(Words.incident(unattributed("scan", "open"))).contains("'synwarden block --port 445'");
        assertThat(Words.incident(unattributed("scan", "closed"))).doesNotContain("synwarden block");
        assertThat(Words.incident(unattributed("udp-sweep", "open"))).doesNotContain("synwarden block");
    }

    private static IncidentObject unattributed(String kind, String state) {
        return new IncidentObject(
                "1",
                "red",
                kind,
                state,
                "192.168.20.52",
                Optional.empty(),
                "unattributed",
                Instant.EPOCH,
                Instant.EPOCH,
                6,
                6,
                6,
                List.of(445),
                List.of(),
                "made by 6 processes of a\n\u001b[2J");
    }

    @Test
    void ofManyShortLivedProcessesTheirProgramIsTheCulprit() {
        IncidentObject incident = new IncidentObject(
                "1",
                "red",
                "scan",
                "open",
                "192.168.20.52",
                Optional.of(new ProcessObject(4312, "7", "bash", Optional.of("/usr/bin/bash"), Optional.empty())),
                Optional.of("/usr/bin/nc"),
                Optional.empty(),
                List.of(),
                "reported",
                Instant.EPOCH,
                Instant.EPOCH,
                6,
                6,
                6,
                List.of(445),
                List.of(),
                "6 of 6",
                false,
                false,
                Optional.empty());
        assertThat(Words.incident(incident))
                .contains(
                        "scan by /usr/bin/nc (many short-lived processes), started by bash (pid 4312, /usr/bin/bash)");
    }

    @Test
    void whoAskedTheKernelIsNamedBesideItWithoutBecomingTheCulprit() {
        IncidentObject incident = unattributed("scan", "open")
                .withProcess(Optional.of(
                        new ProcessObject(4, "7", "Windows kernel (file sharing)", Optional.empty(), Optional.empty())))
                .withRequestedBy(List.of(
                        new ProcessObject(4312, "7", "worm.exe", Optional.of("C:\\worm.exe"), Optional.empty()),
                        new ProcessObject(5000, "0", "pid 5000\u001b[2J", Optional.empty(), Optional.empty())));
        assertThat(Words.incident(incident))
                .contains("scan by Windows kernel (file sharing) (pid 4) on port 445")
                .contains("; requested by worm.exe (pid 4312, C:\\worm.exe); pid 5000")
                .doesNotContain("\u001b");
    }

    @Test
    void aRuleSaysWhatItStopsHowLongAndWhetherItActs() {
        RuleObject rule = new RuleObject(
                "A1",
                Optional.empty(),
                Optional.of("Spooler"),
                Optional.empty(),
                Optional.empty(),
                "tcp",
                Optional.of(445),
                "internet",
                Instant.EPOCH,
                Optional.empty(),
                true,
                Optional.of("7"),
                Optional.empty(),
                "not-effective",
                Optional.of("3 SYNs"),
                "worm\u001b[2J");
        assertThat(Words.rule(rule))
                .startsWith("A1  since ")
                .contains(
                        "  until the PC restarts  service Spooler, tcp port 445 to the internet  not effective: 3 SYNs ")
                .endsWith(")")
                .contains("(incident 7: worm")
                .doesNotContain("\u001b");
    }

    @Test
    void aListedIncidentHasItsIdAndSaysWhetherItMakesNoise() {
        IncidentObject incident = unattributed("scan", "open");
        assertThat(Words.listed(incident)).startsWith(incident.id() + "  ").doesNotContain("muted");
        assertThat(Words.listed(incident.asMuted())).endsWith("; muted");
    }

    @Test
    void aTestAccusesNobody() {
        assertThat(Words.incident(IncidentObject.ofTest("test-1", Instant.EPOCH)))
                .endsWith("RED  a test: nothing has happened");
    }
}
