package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.history.Recorder.NOON;
import static org.synwarden.history.Recorder.process;
import static org.synwarden.history.Recorder.seconds;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.process.ProcessInstance;

class IncidentTest {
    private static final ProcessInstance WORM = process(4712, "/tmp/worm");

    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasLastToldWithItsCulprit() throws SQLException {
        try (Recorder recorder = recorder()) {
            recorder.waiting.add(SomeIncident.entry("7", 6, WORM.key(), OptionalLong.empty()));
            recorder.writer.turn();
            recorder.waiting.add(SomeIncident.entry("7", 40, WORM.key(), OptionalLong.of(NOON + seconds(90))));
            recorder.writer.turn();
            PastIncident closed = SomeIncident.incident(
                    "7", 40, Optional.of(new PastProcess(WORM, List.of())), OptionalLong.of(NOON + seconds(90)));
            try (Connection connection = recorder.file.openForReading()) {
                IncidentQuery incidents = new IncidentQuery(connection);
                assertThat(incidents.find("7")).contains(closed);
                assertThat(incidents.find("8")).isEmpty();
                assertThat(incidents.raised(NOON, NOON + 1, 10)).containsExactly(closed);
                assertThat(incidents.raised(NOON + 1_000, NOON + seconds(90), 10))
                        .isEmpty();
                assertThat(incidents.last()).isEqualTo(7);
            }
        }
    }

    @Test
    void thatWasOpenWhenSynWardenEndedIsOver() throws SQLException {
        try (Recorder recorder = recorder()) {
            recorder.waiting.add(SomeIncident.entry("7", 6, WORM.key(), OptionalLong.empty()));
            recorder.writer.turn();
        }
        try (Recorder recorder = recorder()) {
            recorder.now = NOON + Times.DAY;
            recorder.writer.turn();
            try (Connection connection = recorder.file.openForReading()) {
                assertThat(new IncidentQuery(connection).find("7").orElseThrow().closedAt())
                        .hasValue(NOON + Times.DAY);
            }
        }
    }

    @Test
    void tellsWhatWasDoneAboutItByWhomAndWhatCameOfIt() throws SQLException {
        PastAction block = new PastAction(
                NOON,
                "block",
                "/tmp/worm",
                Optional.empty(),
                Optional.of("7"),
                Optional.of("AB12"),
                OptionalLong.of(NOON + seconds(3_600)),
                "it knocks on every door",
                "anna (1000, pid 77)",
                true,
                "");
        PastAction kill = new PastAction(
                NOON + seconds(1),
                "kill",
                "/tmp/worm",
                Optional.of(WORM.key()),
                Optional.of("7"),
                Optional.empty(),
                OptionalLong.empty(),
                "",
                "anna (1000, pid 77)",
                false,
                "it is gone already");
        try (Recorder recorder = recorder()) {
            recorder.waiting.add(new ActionEntry(block));
            recorder.waiting.add(new ActionEntry(kill));
            recorder.writer.turn();
            try (Connection connection = recorder.file.openForReading()) {
                assertThat(new ActionQuery(connection).because("7")).containsExactly(block, kill);
                assertThat(new ActionQuery(connection).because("8")).isEmpty();
                assertThat(new ActionQuery(connection).done(NOON, NOON + seconds(2), 10))
                        .containsExactly(kill, block);
                assertThat(new ActionQuery(connection).done(NOON, NOON + 1, 10)).containsExactly(block);
            }
        }
    }

    private Recorder recorder() {
        Recorder recorder = new Recorder(folder);
        recorder.runs(WORM);
        return recorder;
    }
}
