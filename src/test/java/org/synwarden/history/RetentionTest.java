package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.history.Recorder.NOON;
import static org.synwarden.history.Recorder.REMOTE;
import static org.synwarden.history.Recorder.attempt;
import static org.synwarden.history.Recorder.process;
import static org.synwarden.history.Recorder.seconds;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.attempt.Outcome;
import org.synwarden.process.ProcessInstance;

class RetentionTest {
    private static final long DAY = Times.DAY;
    private static final ProcessInstance PROGRAM = process(1, "/bin/program");

    @TempDir
    private Path folder;

    @Test
    void theOldestSingleAttemptsMakeRoomAndTheirMinutesStay() throws SQLException {
        HistorySettings small = new HistorySettings(true, 90, HistorySettings.LEAST_MEGABYTES, Set.of());
        try (Recorder recorder = new Recorder(folder, small)) {
            recorder.runs(PROGRAM);
            int rows = 400_000;
            for (int i = 0; i < rows; i++) {
                recorder.waiting.add(attempt(PROGRAM, 1_024 + i % 60_000, REMOTE, 445, NOON + i * seconds(1) / 500));
                if (i % 10_000 == 9_999) {
                    recorder.writer.turn();
                }
            }
            recorder.writer.turn();
            long left = recorder.number("SELECT count(*) FROM attempt");
            assertThat(recorder.health.counters()).containsEntry("history-removed", rows - left);
            assertThat(used(recorder)).isLessThan(11_000_000L);
            assertThat(left).isGreaterThan(150_000);
            assertThat(recorder.who(1_024, NOON))
                    .allMatch(answer -> !answer.exact())
                    .isNotEmpty();
            long last = NOON + (rows - 1) * (seconds(1) / 500);
            assertThat(recorder.who(1_024 + (rows - 1) % 60_000, last)).anyMatch(Answer::exact);
        }
    }

    private static long used(Recorder recorder) throws SQLException {
        return (recorder.number("PRAGMA page_count") - recorder.number("PRAGMA freelist_count")) * 4_096;
    }

    @Test
    void whatIsOlderThanTheRetentionGoes() throws SQLException {
        try (Recorder recorder = recorder()) {
            recorder.write(
                    attempt(PROGRAM, 4428, REMOTE, 445, NOON), attempt(PROGRAM, 4429, REMOTE, 445, NOON + 2 * DAY));
            recorder.now = NOON + 91 * DAY;
            recorder.writer.turn();
            assertThat(recorder.who(4428, NOON)).isEmpty();
            assertThat(recorder.who(4429, NOON + 2 * DAY)).hasSize(1);
            assertThat(recorder.number("SELECT count(*) FROM minute")).isEqualTo(1);
            assertThat(recorder.number("SELECT count(*) FROM contact")).isZero();
        }
    }

    @Test
    void aClockThatIsSetAYearAheadDoesNotDeleteEverything() throws SQLException {
        try (Recorder recorder = recorder()) {
            recorder.write(attempt(PROGRAM, 4428, REMOTE, 445, NOON));
            recorder.now += 2 * DAY;
            recorder.ahead = 365 * DAY;
            recorder.writer.turn();
            recorder.now += seconds(3_000);
            recorder.writer.turn();
            assertThat(recorder.who(4428, NOON)).hasSize(1);
            recorder.now += seconds(1_000);
            recorder.writer.turn();
            assertThat(recorder.who(4428, NOON))
                    .as("after an hour it is believed")
                    .isEmpty();
        }
    }

    @Test
    void attemptsAreKeptUnderTheWallClocksTimeWhenItIsSetADayForwardOrBack() throws SQLException {
        try (Recorder recorder = recorder()) {
            for (long ahead : new long[] {0, DAY, -DAY}) {
                recorder.ahead = ahead;
                recorder.now += seconds(60);
                recorder.writer.turn();
                int port = 5_000 + (int) (ahead / DAY);
                recorder.write(attempt(PROGRAM, port, REMOTE, 80, recorder.now + recorder.clock.ahead()));
                assertThat(recorder.who(port, recorder.now + ahead))
                        .singleElement()
                        .satisfies(answer -> assertThat(answer.first()).isEqualTo(recorder.now + ahead));
            }
        }
    }

    @Test
    void programsThatAreNotToBeRecordedLeaveNothing() throws SQLException {
        HistorySettings settings =
                new HistorySettings(true, 90, 500, Set.of("/bin/program", "C:\\Users\\Anna\\Secret.exe"));
        try (Recorder recorder = new Recorder(folder, settings)) {
            recorder.runs(PROGRAM);
            ProcessInstance secret = recorder.runs(process(2, "c:\\users\\anna\\secret.EXE"));
            ProcessInstance other = recorder.runs(process(3, "/bin/other"));
            recorder.write(
                    attempt(PROGRAM, 4428, REMOTE, 80, NOON, Outcome.PENDING, Outcome.ANSWERED),
                    attempt(secret, 4428, REMOTE, 80, NOON + 1_000),
                    attempt(other, 4428, REMOTE, 80, NOON + 2_000));
            assertThat(recorder.who(4428, NOON))
                    .extracting(answer -> answer.process().get().name())
                    .containsExactly("other");
            assertThat(recorder.number("SELECT count(*) FROM minute")).isEqualTo(1);
            assertThat(recorder.number("SELECT count(*) FROM process")).isEqualTo(1);
            assertThat(recorder.number("SELECT count(*) FROM contact")).isZero();
        }
    }

    private Recorder recorder() {
        Recorder recorder = new Recorder(folder);
        recorder.runs(PROGRAM);
        return recorder;
    }
}
