package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.history.Recorder.NOON;
import static org.synwarden.history.Recorder.REMOTE;
import static org.synwarden.history.Recorder.attempt;
import static org.synwarden.history.Recorder.process;
import static org.synwarden.history.Recorder.seconds;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.attempt.Outcome;
import org.synwarden.detect.Image;
import org.synwarden.detect.PastContacts.Contact;
import org.synwarden.net.Address;
import org.synwarden.process.ProcessInstance;

class RecallTest {
    private static final ProcessInstance AGENT = process(1, "/bin/agent");
    private static final Image IMAGE = new Image("/bin/agent", Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void whomAnImageHasReachedIsKnownForThirtyDays() throws SQLException {
        try (Recorder recorder = recorder()) {
            recorder.write(attempt(AGENT, 4428, REMOTE, 443, NOON, Outcome.PENDING, Outcome.ANSWERED));
            assertThat(recall(recorder, NOON + 29 * Times.DAY))
                    .containsExactly(new Contact(IMAGE, REMOTE, 0, NOON, true));
            assertThat(recall(recorder, NOON + 31 * Times.DAY)).isEmpty();
        }
    }

    @Test
    void whomItAskedInVainOnAWormPortIsKnownForADayUnlessItAnswersAfterAll() throws SQLException {
        try (Recorder recorder = recorder()) {
            recorder.write(
                    attempt(AGENT, 4428, REMOTE, 445, NOON),
                    attempt(AGENT, 4429, REMOTE, 8443, NOON),
                    attempt(AGENT, 4430, Address.parse("203.0.113.10"), 445, NOON + seconds(1)));
            assertThat(recall(recorder, NOON + seconds(60)))
                    .containsExactly(
                            new Contact(IMAGE, REMOTE, 445, NOON, false),
                            new Contact(IMAGE, Address.parse("203.0.113.10"), 445, NOON + seconds(1), false));
            recorder.write(attempt(AGENT, 4428, REMOTE, 445, NOON, Outcome.UNANSWERED, Outcome.ANSWERED));
            assertThat(recall(recorder, NOON + seconds(60)))
                    .extracting(Contact::answered)
                    .containsExactly(true, false);
            assertThat(recall(recorder, NOON + 2 * Times.DAY))
                    .extracting(Contact::answered)
                    .containsExactly(true);
        }
    }

    @Test
    void aWormsAddressesAreNotAllRemembered() throws SQLException {
        try (Recorder recorder = recorder()) {
            for (int i = 0; i < 10_000; i++) {
                recorder.waiting.add(attempt(AGENT, 4428, Address.ipv4(0xCB00_0000 + i), 445, NOON + i));
            }
            recorder.writer.turn();
            assertThat(recall(recorder, NOON + seconds(60))).hasSize(ContactTable.SILENT);
        }
    }

    @Test
    void aMinuteOfManyPortsAndManyProcessesKeepsAFewRows() throws SQLException {
        try (Recorder recorder = recorder()) {
            for (int port = 1; port <= 20_000; port++) {
                recorder.waiting.add(attempt(AGENT, 30_000 + port % 1_000, REMOTE, port, NOON));
                if (port % 10_000 == 0) {
                    recorder.writer.turn();
                }
            }
            assertThat(recorder.number("SELECT count(*) FROM minute")).isEqualTo(MinuteTable.FINE + 1);
            recorder.change("DELETE FROM attempt");
            assertThat(recorder.who(30_500, NOON)).hasSizeGreaterThan(1).last().satisfies(rest -> {
                assertThat(rest.remotes()).isEmpty();
                assertThat(rest.process()).contains(AGENT);
                assertThat(rest.attempts()).isEqualTo(20_000 - MinuteTable.FINE);
            });
        }
    }

    private static List<Contact> recall(Recorder recorder, long now) throws SQLException {
        try (Connection connection = recorder.file.openForReading()) {
            return new RecallQuery(connection).contacts(now, 0).contacts();
        }
    }

    private Recorder recorder() {
        Recorder recorder = new Recorder(folder);
        recorder.runs(AGENT);
        return recorder;
    }
}
