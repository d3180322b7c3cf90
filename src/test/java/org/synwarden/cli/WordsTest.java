package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;

class WordsTest {
    @Test
    void aProgramWhoseNameHoldsAnEscapeSequenceLeavesTheTerminalAlone() {
        IncidentObject incident = new IncidentObject(
                "1",
                "red",
                "scan",
                "open",
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
        assertThat(Words.incident(incident))
                .contains("made by 6 processes of a")
                .doesNotContain("\n", "\u001b");
    }
}
