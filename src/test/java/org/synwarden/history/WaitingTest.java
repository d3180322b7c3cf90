package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.history.Recorder.NOON;
import static org.synwarden.history.Recorder.REMOTE;
import static org.synwarden.history.Recorder.attempt;
import static org.synwarden.history.Recorder.process;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.process.ProcessInstance;

class WaitingTest {
    private static final ProcessInstance PROGRAM = process(1, "/bin/program");

    @TempDir
    private Path folder;

    private final Waiting waiting = new Waiting();

    @Test
    void attemptsBeyondTheBoundAreCountedAndTakeNoRoomFromTheRest() {
        for (int i = 0; i < Waiting.ATTEMPTS + 7; i++) {
            waiting.add(attempt(PROGRAM, 1_024, REMOTE, 80, NOON));
        }
        waiting.add(new ProcessEntry(PROGRAM));
        assertThat(waiting.leftOut()).isEqualTo(7);
        assertThat(waiting.take()).hasSize(Waiting.ATTEMPTS + 1).endsWith(new ProcessEntry(PROGRAM));
        assertThat(waiting.take()).isEmpty();
    }

    @Test
    void theRestHasABoundOfItsOwn() {
        for (int i = 0; i < Waiting.OTHERS + 3; i++) {
            waiting.add(new ProcessEntry(PROGRAM));
        }
        assertThat(waiting.leftOut()).isEqualTo(3);
    }

    @Test
    void ofAnIncidentOnlyTheLatestStateWaits() {
        for (int i = 0; i < 1_000; i++) {
            waiting.add(SomeIncident.entry("1", i));
        }
        assertThat(waiting.take()).containsExactly(SomeIncident.entry("1", 999));
        for (int i = 0; i < Waiting.INCIDENTS + 2; i++) {
            waiting.add(SomeIncident.entry(Integer.toString(i), 1));
        }
        assertThat(waiting.leftOut()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeWrittenComesBeforeWhatCameMeanwhile() {
        AttemptEntry first = attempt(PROGRAM, 1, REMOTE, 80, NOON);
        AttemptEntry second = attempt(PROGRAM, 2, REMOTE, 80, NOON);
        waiting.add(first);
        waiting.add(SomeIncident.entry("1", 1));
        List<Entry> taken = waiting.take();
        waiting.add(second);
        waiting.add(SomeIncident.entry("1", 2));
        waiting.putBack(taken);
        assertThat(waiting.take()).containsExactly(first, second, SomeIncident.entry("1", 2));
    }

    @Test
    void whereTheDiskIsTooSlowForAllAttemptsTheirMinutesAreKept() throws SQLException {
        try (Recorder recorder = new Recorder(folder)) {
            recorder.runs(PROGRAM);
            for (int i = 0; i < Waiting.ATTEMPTS; i++) {
                recorder.waiting.add(attempt(PROGRAM, 4_000 + i % 1_000, REMOTE, 80, NOON + i));
            }
            recorder.writer.turn();
            assertThat(recorder.number("SELECT count(*) FROM attempt")).isZero();
            assertThat(recorder.health.counters()).containsEntry("history-summarised", (long) Waiting.ATTEMPTS);
            assertThat(recorder.health.shortfalls(NOON))
                    .extracting(Shortfall::id)
                    .containsExactly("history-incomplete");
            recorder.write(attempt(PROGRAM, 60_000, REMOTE, 80, NOON));
            assertThat(recorder.who(4_428, NOON)).singleElement().satisfies(answer -> {
                assertThat(answer.exact()).isFalse();
                assertThat(answer.process()).contains(PROGRAM);
            });
        }
    }

    @Test
    void whatFoundNoRoomIsAGap() throws SQLException {
        try (Recorder recorder = new Recorder(folder)) {
            for (int i = 0; i < Waiting.ATTEMPTS + 7; i++) {
                recorder.waiting.add(attempt(PROGRAM, 1_024, REMOTE, 80, NOON));
            }
            recorder.writer.turn();
            recorder.now += Times.MINUTE;
            recorder.writer.turn();
            try (Connection connection = recorder.file.openForReading()) {
                assertThat(new GapQuery(connection).gaps(NOON, NOON + Times.MINUTE))
                        .singleElement()
                        .satisfies(gap -> {
                            assertThat(gap.whole()).isFalse();
                            assertThat(gap.reason()).contains("about 7 records");
                        });
            }
        }
    }

    @Test
    void whileSynWardenDidNotRunIsAGap() throws SQLException {
        try (Recorder recorder = new Recorder(folder)) {
            recorder.writer.turn();
            recorder.now = NOON + Times.MINUTE;
            recorder.writer.turn();
        }
        try (Recorder recorder = new Recorder(folder)) {
            recorder.now = NOON + 5 * Times.MINUTE;
            recorder.writer.turn();
            try (Connection connection = recorder.file.openForReading()) {
                assertThat(new GapQuery(connection).gaps(NOON - Times.MINUTE, NOON + 6 * Times.MINUTE))
                        .containsExactly(
                                new Gap(
                                        NOON - Times.MINUTE,
                                        NOON,
                                        true,
                                        "the SynWarden service was not running, or kept no history,"),
                                new Gap(
                                        NOON + Times.MINUTE,
                                        NOON + 5 * Times.MINUTE,
                                        true,
                                        "the SynWarden service was not running, or kept no history,"),
                                new Gap(
                                        NOON + 5 * Times.MINUTE,
                                        Long.MAX_VALUE,
                                        true,
                                        "the SynWarden service was not running, or kept no history,"));
            }
        }
    }
}
