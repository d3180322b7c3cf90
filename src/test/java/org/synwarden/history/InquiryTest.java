package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.net.Address;
import org.synwarden.process.ProcessInstance;

/** On a real file; the worm used port 4428 at noon. */
class InquiryTest {
    private static final long SECOND = Recorder.seconds(1);
    private static final long HOUR = Recorder.seconds(3_600);

    @TempDir
    private Path folder;

    private Recorder recorder;
    private ProcessInstance worm;
    private ProcessInstance browser;

    @BeforeEach
    void recordTheWorm() {
        recorder = new Recorder(folder);
        worm = recorder.runs(Recorder.process(4242, "/tmp/worm"));
        browser = recorder.runs(Recorder.process(99, "/usr/bin/browser"));
        recorder.write(Recorder.attempt(worm, 4428, Recorder.REMOTE, 445, Recorder.NOON));
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    private Finding ask(Question question) throws SQLException {
        try (Connection connection = recorder.file.openForReading()) {
            return new Inquiry(connection, OptionalLong.of(recorder.clock.now())).answer(question);
        }
    }

    private static Question exactly(long at, Address remote) {
        return new Question(
                Optional.empty(),
                Optional.of(Recorder.LOCAL),
                4428,
                Optional.of(remote),
                OptionalInt.of(445),
                at,
                at + SECOND,
                64);
    }

    private static List<Optional<String>> paths(List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer.process().orElseThrow().path())
                .toList();
    }

    @Test
    void namesWhoUsedThePortAtThatMoment() throws SQLException {
        Finding finding = ask(exactly(Recorder.NOON, Recorder.REMOTE));

        assertThat(paths(finding.uses())).containsExactly(worm.path());
        assertThat(finding.uses().get(0).exact()).isTrue();
        assertThat(finding.reason()).isEmpty();
    }

    @Test
    void aRoutersClockMayBeOffByAMinuteAndTheNearestIsTheLikeliest() throws SQLException {
        recorder.write(Recorder.attempt(browser, 4428, Recorder.REMOTE, 445, Recorder.NOON + 50 * SECOND));
        Question question = exactly(Recorder.NOON + 40 * SECOND, Recorder.REMOTE);
        Finding finding = ask(question);

        assertThat(paths(finding.uses())).containsExactly(browser.path(), worm.path());
        assertThat(Distance.seconds(question, finding.uses().get(0))).isEqualTo(9);
        assertThat(Distance.seconds(question, finding.uses().get(1))).isEqualTo(-40);
    }

    @Test
    void aConnectionThatBeganHoursBeforeIsFoundByBothItsEnds() throws SQLException {
        recorder.now += 3 * HOUR;
        recorder.write();
        Finding finding = ask(exactly(Recorder.NOON + 3 * HOUR, Recorder.REMOTE));

        assertThat(paths(finding.uses())).containsExactly(worm.path());
        assertThat(finding.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("far apart"));
    }

    @Test
    void anotherDestinationIsNotTakenForThatUseButToldAsTheNearest() throws SQLException {
        Finding finding = ask(exactly(Recorder.NOON, Address.parse("203.0.113.77")));

        assertThat(finding.uses()).isEmpty();
        assertThat(paths(finding.nearest())).containsExactly(worm.path());
        assertThat(finding.reason())
                .contains(
                        "port 4428 was not seen in use then with these ends; what comes nearest is told; only what began"
                                + " while SynWarden ran is recorded");
    }

    @Test
    void ofALongTimeTheLatestUseIsTold() throws SQLException {
        recorder.now += 5 * HOUR;
        recorder.write(Recorder.attempt(browser, 4428, Recorder.REMOTE, 443, Recorder.NOON + 4 * HOUR));
        Finding finding = ask(Recorder.question(4428, Recorder.NOON - 19 * HOUR, Recorder.NOON + 5 * HOUR));

        assertThat(paths(finding.uses())).containsExactly(browser.path());
    }

    @Test
    void aTimeBeforeTheHistorySaysWhenThatBegins() throws SQLException {
        Finding finding = ask(exactly(Recorder.NOON - 48 * HOUR, Recorder.REMOTE));

        assertThat(finding.uses()).isEmpty();
        assertThat(finding.reason()).contains("nobody recorded it: the history begins at 2026-11-26T12:00:00Z");
    }

    @Test
    void aTimeInWhichNobodyWatchedSaysSo() throws SQLException {
        recorder.close();
        recorder = new Recorder(folder);
        recorder.now = Recorder.NOON + 10 * HOUR;
        recorder.write();
        Finding finding = ask(Recorder.question(4428, Recorder.NOON + 5 * HOUR, Recorder.NOON + 5 * HOUR + SECOND));

        assertThat(finding.uses()).isEmpty();
        assertThat(finding.reason())
                .contains("nobody recorded it: the SynWarden service was not running, or kept no history,"
                        + " from 2026-11-26T12:00:00Z to 2026-11-26T22:00:00Z");
    }

    @Test
    void aTimeAfterTheServiceEndedSaysSinceWhen() throws SQLException {
        try (Connection connection = recorder.file.openForReading()) {
            Finding finding = new Inquiry(connection, OptionalLong.empty())
                    .answer(Recorder.question(4428, Recorder.NOON + 5 * HOUR, Recorder.NOON + 5 * HOUR));
            assertThat(finding.reason())
                    .contains("nobody recorded it: the SynWarden service was not running, or kept no history,"
                            + " since 2026-11-26T12:00:00Z");
        }
    }

    @Test
    void aTimeInWhichThePcSleptSaysSo() throws SQLException {
        recorder.ahead = 8 * HOUR; // the engine's clock stands still while the PC sleeps
        recorder.write(Recorder.attempt(worm, 4430, Recorder.REMOTE, 445, Recorder.NOON + 8 * HOUR));
        Finding finding = ask(Recorder.question(4428, Recorder.NOON + 3 * HOUR, Recorder.NOON + 4 * HOUR));

        assertThat(finding.reason())
                .contains("nobody recorded it: this PC slept, or its clock was set, from 2026-11-26T12:00:00Z to"
                        + " 2026-11-26T20:00:00Z");
        assertThat(recorder.number("SELECT count(*) FROM run")).isEqualTo(2);
    }

    @Test
    void aSleepInWhichTheFileCouldNotBeWrittenIsToldOnceItCan() throws SQLException {
        try (Connection viewer = DriverManager.getConnection("jdbc:sqlite:" + recorder.file.path());
                Statement statement = viewer.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            recorder.ahead = 8 * HOUR;
            assertThat(recorder.write()).isFalse();
            statement.execute("ROLLBACK");
        }
        assertThat(recorder.write()).isTrue();
        Finding finding = ask(Recorder.question(4428, Recorder.NOON + 3 * HOUR, Recorder.NOON + 4 * HOUR));

        assertThat(finding.reason()).hasValueSatisfying(why -> assertThat(why).contains("this PC slept"));
    }

    @Test
    void theMinuteThatIsJustBeingWrittenIsNoGap() throws SQLException {
        recorder.now = Recorder.NOON + 30 * SECOND;
        Finding finding = ask(Recorder.question(4429, recorder.now, recorder.now));

        assertThat(finding.reason())
                .contains("port 4429 was not seen in use then; only what began while SynWarden ran is recorded");
    }
}
