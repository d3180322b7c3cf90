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
    void keepsWhoAskedForItThatItIsAReturnAndBehindWhichAdapterItLives() throws SQLException {
        ProcessInstance kernel = process(4, "System");
        PastIncident before = SomeIncident.incident("7", 6, Optional.empty(), OptionalLong.empty());
        PastIncident told = with(before, List.of(), Optional.of("vEthernet (WSL)"), Optional.of("5"));
        try (Recorder recorder = recorder()) {
            recorder.runs(kernel);
            recorder.waiting.add(new IncidentEntry(before, Optional.of(kernel.key()), List.of()));
            recorder.writer.turn();
            recorder.waiting.add(new IncidentEntry(told, Optional.of(kernel.key()), List.of(WORM.key(), kernel.key())));
            recorder.writer.turn();
            try (Connection connection = recorder.file.openForReading()) {
                PastIncident read = new IncidentQuery(connection).find("7").orElseThrow();
                assertThat(read.requestedBy())
                        .extracting(asking -> asking.process().key())
                        .containsExactly(WORM.key(), kernel.key());
                assertThat(read.returnOf()).contains("5");
                assertThat(read.adapter()).contains("vEthernet (WSL)");
                assertThat(read.test()).isFalse();
            }
            recorder.change("DELETE FROM process WHERE pid = 4712");
            try (Connection connection = recorder.file.openForReading()) {
                assertThat(new IncidentQuery(connection).find("7").orElseThrow().requestedBy())
                        .as("whoever was forgotten is not told")
                        .hasSize(1);
            }
        }
    }

    private static PastIncident with(
            PastIncident one, List<PastProcess> requestedBy, Optional<String> adapter, Optional<String> returnOf) {
        return new PastIncident(
                one.id(),
                one.severity(),
                one.kind(),
                one.host(),
                one.culprit(),
                one.image(),
                adapter,
                requestedBy,
                one.attribution(),
                one.firstAttempt(),
                one.raisedAt(),
                one.closedAt(),
                one.attempts(),
                one.failedDestinations(),
                one.totalAttempts(),
                one.ports(),
                one.sample(),
                one.muted(),
                one.explanation(),
                one.test(),
                returnOf);
    }

    @Test
    void aTestIsKeptAsOneAndTakesNoNumberOfAnIncident() throws SQLException {
        PastIncident test = PastIncident.ofTest("test-12", NOON, OptionalLong.of(NOON + seconds(10)));
        try (Recorder recorder = recorder()) {
            recorder.waiting.add(SomeIncident.entry("7", 6));
            recorder.waiting.add(new IncidentEntry(test, Optional.empty(), List.of()));
            recorder.writer.turn();
            try (Connection connection = recorder.file.openForReading()) {
                IncidentQuery incidents = new IncidentQuery(connection);
                assertThat(incidents.find("test-12")).contains(test);
                assertThat(incidents.last()).isEqualTo(7);
                assertThat(incidents.lastTest()).isEqualTo(12);
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
