package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.history.Recorder.NOON;
import static org.synwarden.history.Recorder.REMOTE;
import static org.synwarden.history.Recorder.attempt;
import static org.synwarden.history.Recorder.process;
import static org.synwarden.history.Recorder.seconds;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Protocol;
import org.synwarden.process.Particulars;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

class WhoTest {
    @Test
    void anAttemptThatTurnedOutToBeAnotherOneIsNotThere() throws SQLException {
        try (Recorder recorder = new Recorder(folder)) {
            ProcessInstance worm = recorder.runs(Recorder.process(4242, "/tmp/worm"));
            AttemptEntry twin = Recorder.attempt(worm, 0, Recorder.REMOTE, 445, Recorder.NOON);
            recorder.write(twin, Recorder.attempt(worm, 4428, Recorder.REMOTE, 445, Recorder.NOON));
            recorder.waiting.add(new WithdrawnEntry(twin));
            recorder.writer.turn();
            assertThat(recorder.number("SELECT count(*) FROM attempt")).isEqualTo(1);
            assertThat(recorder.number("SELECT sum(unanswered) FROM minute")).isEqualTo(1);
            assertThat(recorder.who(4428, Recorder.NOON)).hasSize(1);

            AttemptEntry other = Recorder.attempt(worm, 0, Recorder.REMOTE, 139, Recorder.NOON);
            recorder.waiting.add(other);
            recorder.waiting.add(new WithdrawnEntry(other));
            recorder.writer.turn();
            assertThat(recorder.number("SELECT count(*) FROM attempt"))
                    .as("told and withdrawn within one transaction")
                    .isEqualTo(1);
        }
    }

    @TempDir
    private Path folder;

    private Recorder recorder;

    @BeforeEach
    void begin() {
        recorder = new Recorder(folder);
    }

    @AfterEach
    void end() {
        recorder.close();
    }

    @Test
    void namesTheProgramThatOwnedThePortWithAllThatWasKnownOfIt() throws SQLException {
        ProcessInstance parent = recorder.runs(process(400, "/sbin/init"));
        ProcessInstance worm = recorder.runs(new ProcessInstance(
                new ProcessKey(4712, 99),
                "worm",
                Optional.of("/tmp/worm"),
                Optional.of("worm --spread"),
                Optional.of("anna"),
                Optional.of(parent.key()),
                Optional.of("ab".repeat(32)),
                NOON - seconds(5),
                new Particulars(
                        List.of("Spooler", "Themes"), Optional.empty(), Optional.empty(), Optional.of("Nobody"))));
        recorder.write(attempt(worm, 4428, Address.parse("216.1.1.1"), 445, NOON));

        assertThat(recorder.who(4428, NOON))
                .containsExactly(new Answer(
                        Protocol.TCP,
                        Optional.of(worm),
                        List.of(parent),
                        new Endpoint(Recorder.LOCAL, 4428),
                        List.of(new Endpoint(Address.parse("216.1.1.1"), 445)),
                        1,
                        NOON,
                        NOON,
                        1,
                        Map.of(Outcome.UNANSWERED, 1L),
                        Attribution.REPORTED,
                        true));
    }

    @Test
    void tellsTheNearestOfSeveralOwnersFirst() throws SQLException {
        ProcessInstance early = recorder.runs(process(1, "/bin/early"));
        ProcessInstance late = recorder.runs(process(2, "/bin/late"));
        recorder.write(
                attempt(early, 4428, REMOTE, 80, NOON - seconds(50)),
                attempt(late, 4428, REMOTE, 80, NOON + seconds(3)));

        assertThat(recorder.who(4428, NOON))
                .extracting(answer -> answer.process().get().name())
                .containsExactly("late", "early");
    }

    @Test
    void asksForNothingThatDoesNotFit() throws SQLException {
        ProcessInstance program = recorder.runs(process(1, "/bin/program"));
        recorder.write(attempt(program, 4428, REMOTE, 80, NOON));

        assertThat(recorder.who(4429, NOON)).isEmpty();
        assertThat(recorder.who(4428, NOON + seconds(61))).isEmpty();
        assertThat(recorder.who(fitting(Protocol.TCP, REMOTE, 80))).hasSize(1);
        assertThat(recorder.who(fitting(Protocol.UDP, REMOTE, 80))).isEmpty();
        assertThat(recorder.who(fitting(Protocol.TCP, Recorder.LOCAL, 80))).isEmpty();
        assertThat(recorder.who(fitting(Protocol.TCP, REMOTE, 81))).isEmpty();
    }

    private static Question fitting(Protocol protocol, Address remote, int remotePort) {
        return new Question(
                Optional.of(protocol),
                Optional.of(Recorder.LOCAL),
                4428,
                Optional.of(remote),
                OptionalInt.of(remotePort),
                NOON,
                NOON,
                10);
    }

    @Test
    void knowsThePortStillWhenTheSingleAttemptsAreGone() throws SQLException {
        ProcessInstance worm = recorder.runs(process(4712, "/tmp/worm"));
        ProcessInstance browser = recorder.runs(process(99, "/bin/browser"));
        for (int i = 0; i < 50; i++) {
            recorder.write(attempt(worm, 4_400 + i, REMOTE, 445, NOON + seconds(i)));
        }
        recorder.write(attempt(browser, 5_000, REMOTE, 443, NOON));
        forgetSingleAttempts();

        assertThat(recorder.who(4428, NOON + seconds(28))).singleElement().satisfies(answer -> {
            assertThat(answer.process()).contains(worm);
            assertThat(answer.exact()).isFalse();
            assertThat(answer.attempts()).isEqualTo(50);
            assertThat(answer.outcomes()).isEqualTo(Map.of(Outcome.UNANSWERED, 50L));
            assertThat(answer.remotes()).containsExactly(new Endpoint(Address.ipv4(0), 445));
            assertThat(answer.first()).isEqualTo(NOON);
            assertThat(answer.last()).isLessThan(NOON + seconds(60));
        });
        assertThat(recorder.who(4_450, NOON)).isEmpty();
    }

    private void forgetSingleAttempts() throws SQLException {
        recorder.change("DELETE FROM attempt");
    }

    @Test
    void anOutcomeThatIsCorrectedTakesThePlaceOfTheFirst() throws SQLException {
        ProcessInstance program = recorder.runs(process(1, "/bin/program"));
        recorder.write(attempt(program, 4428, REMOTE, 80, NOON));
        recorder.write(attempt(program, 4428, REMOTE, 80, NOON, Outcome.UNANSWERED, Outcome.ANSWERED));

        assertThat(recorder.who(4428, NOON)).extracting(Answer::outcomes).containsExactly(Map.of(Outcome.ANSWERED, 1L));
        forgetSingleAttempts();
        assertThat(recorder.who(4428, NOON)).extracting(Answer::outcomes).containsExactly(Map.of(Outcome.ANSWERED, 1L));
    }

    @Test
    void aProcessThatWentOnWithAnotherProgramWasBoth() throws SQLException {
        ProcessInstance shell = recorder.runs(process(1, "/bin/sh"));
        recorder.write(attempt(shell, 4428, REMOTE, 80, NOON));
        ProcessInstance netcat = recorder.runs(ProcessInstance.ofImage(shell.key(), "nc", Optional.of("/bin/nc")));
        recorder.waiting.add(new ProcessEntry(netcat));
        recorder.write(attempt(netcat, 4429, REMOTE, 80, NOON));

        assertThat(recorder.who(4428, NOON)).extracting(Answer::process).containsExactly(Optional.of(shell));
        assertThat(recorder.who(4429, NOON)).extracting(Answer::process).containsExactly(Optional.of(netcat));
    }

    @Test
    void aHashThatBecomesKnownLaterIsAdded() throws SQLException {
        ProcessInstance program = recorder.runs(process(1, "/bin/program"));
        recorder.write(attempt(program, 4428, REMOTE, 80, NOON));
        ProcessInstance hashed = program.withImage("cd".repeat(32), Optional.of("Somebody"));
        recorder.waiting.add(new ProcessEntry(hashed));
        recorder.write();

        assertThat(recorder.who(4428, NOON)).extracting(Answer::process).containsExactly(Optional.of(hashed));
    }
}
