package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.history.Recorder.NOON;
import static org.synwarden.history.Recorder.REMOTE;
import static org.synwarden.history.Recorder.attempt;
import static org.synwarden.history.Recorder.process;
import static org.synwarden.history.Recorder.seconds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.process.ProcessInstance;

class HistoryFileTest {
    private static final ProcessInstance PROGRAM = process(1, "/bin/program");

    @TempDir
    private Path folder;

    @Test
    void anotherStartGoesOnWithWhatIsThere() throws SQLException {
        record(4428);
        record(4429);
        try (Recorder recorder = recorder()) {
            assertThat(recorder.who(4428, NOON)).hasSize(1);
            assertThat(recorder.who(4429, NOON)).hasSize(1);
            assertThat(recorder.number("SELECT count(*) FROM process")).isEqualTo(1);
            assertThat(recorder.number("SELECT count(*) FROM run")).isEqualTo(2);
        }
    }

    @Test
    void aDamagedFileIsPutAsideWithItsLogAndANewOneBegun() throws Exception {
        record(4428);
        overwrite(HistoryFile.NAME, 4_096, "no page of a database ".repeat(400));
        try (Recorder recorder = recorder()) {
            assertThat(recorder.writer.turn()).isFalse();
            assertThat(recorder.write(attempt(PROGRAM, 4429, REMOTE, 80, NOON))).isTrue();
            assertThat(recorder.who(4428, NOON)).isEmpty();
            assertThat(recorder.who(4429, NOON)).hasSize(1);
            assertThat(recorder.health.shortfalls(NOON)).singleElement().satisfies(shortfall -> {
                assertThat(shortfall.id()).isEqualTo("history-damaged");
                assertThat(shortfall.message()).contains("history.db.damaged-20261126-120000");
            });
        }
        assertThat(files()).contains("history.db", "history.db.damaged-20261126-120000");
    }

    @Test
    void whatIsNoDatabaseIsPutAside() throws Exception {
        Files.writeString(
                folder.resolve(HistoryFile.NAME), "a letter to grandmother, long enough to be one ".repeat(30));
        try (Recorder recorder = recorder()) {
            assertThat(recorder.writer.turn()).isFalse();
            assertThat(recorder.write(attempt(PROGRAM, 4429, REMOTE, 80, NOON))).isTrue();
            assertThat(recorder.who(4429, NOON)).hasSize(1);
        }
        assertThat(Files.readString(folder.resolve("history.db.damaged-20261126-120000")))
                .startsWith("a letter");
    }

    @Test
    void damageThatIsMetWhileWritingPutsTheFileAsideAndLosesNothingThatWaits() throws Exception {
        try (Recorder recorder = recorder()) {
            for (int i = 0; i < 3_000; i++) {
                recorder.waiting.add(attempt(PROGRAM, 1_024 + i, REMOTE, 80, NOON));
            }
            recorder.writer.turn();
        }
        overwrite(HistoryFile.NAME, Files.size(folder.resolve(HistoryFile.NAME)) / 2, "x".repeat(40_000));
        try (Recorder recorder = recorder()) {
            recorder.waiting.add(attempt(PROGRAM, 60_000, REMOTE, 80, NOON + seconds(60)));
            while (!recorder.writer.turn()) {
                assertThat(recorder.health.shortfalls(NOON)).isNotEmpty();
            }
            assertThat(recorder.who(60_000, NOON + seconds(60))).hasSize(1);
        }
    }

    @Test
    void aFileOfALaterVersionIsLeftAlone() throws Exception {
        record(4428);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(folder.resolve(HistoryFile.NAME));
        try (Recorder recorder = recorder()) {
            assertThat(recorder.write(attempt(PROGRAM, 4429, REMOTE, 80, NOON))).isFalse();
            assertThat(recorder.health.shortfalls(NOON)).singleElement().satisfies(shortfall -> {
                assertThat(shortfall.message()).contains("written by a later SynWarden", "version 99", "left alone");
                assertThat(shortfall.remedy()).startsWith("Install that version");
            });
        }
        assertThat(Files.readAllBytes(folder.resolve(HistoryFile.NAME))).isEqualTo(before);
    }

    @Test
    void aFileOfTheFirstVersionIsBroughtUpToDateWithWhatItHolds() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            Schema.migrate(connection, 1);
            statement.execute("INSERT INTO action (at, verb, target, asked_by, done, result)"
                    + " VALUES (7, 'kill', '/tmp/worm', 'root', 1, '')");
        }
        try (Recorder recorder = recorder()) {
            assertThat(recorder.writer.turn()).isTrue();
            assertThat(recorder.number("PRAGMA user_version")).isEqualTo(Schema.VERSION);
            try (Connection connection = recorder.file.openForReading()) {
                assertThat(new ActionQuery(connection).done(0, NOON, 10))
                        .containsExactly(new PastAction(
                                7_000,
                                "kill",
                                "/tmp/worm",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                "",
                                "root",
                                true,
                                ""));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anIncidentOfAnEarlierVersionIsReadAsWhatItWas(int version) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            Schema.migrate(connection, version);
            statement.execute("INSERT INTO run (began, ended) VALUES (1, 2)");
            statement.execute("INSERT INTO incident (id, severity, kind, host, process, attribution, first_attempt_at,"
                    + " raised_at, closed_at, attempts, failed_destinations, total_attempts, ports, sample, muted,"
                    + " explanation) VALUES ('7', 'RED', 'SCAN', x'c0a81434', 0, 0, 1, 2, 3, 6, 6, 40, '445', '', 0,"
                    + " 'none answered')");
        }
        try (Recorder recorder = recorder()) {
            assertThat(recorder.writer.turn()).isTrue();
            try (Connection connection = recorder.file.openForReading()) {
                PastIncident read = new IncidentQuery(connection).find("7").orElseThrow();
                assertThat(read.totalAttempts()).isEqualTo(40);
                assertThat(read.requestedBy()).isEmpty();
                assertThat(read.returnOf()).isEmpty();
                assertThat(read.adapter()).isEmpty();
                assertThat(read.test()).isFalse();
                assertThat(new GapQuery(connection).gaps(3_000, 4_000))
                        .extracting(Gap::reason)
                        .containsExactly("the SynWarden service was not running, or kept no history,");
            }
        }
    }

    @Test
    void aLockedFileIsWrittenWhenTheLockIsGone() throws SQLException {
        try (Recorder recorder = recorder()) {
            recorder.writer.turn();
            try (Connection viewer = connect();
                    Statement statement = viewer.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                assertThat(recorder.write(attempt(PROGRAM, 4428, REMOTE, 80, NOON)))
                        .isFalse();
                assertThat(recorder.health.shortfalls(NOON)).singleElement().satisfies(shortfall -> {
                    assertThat(shortfall.id()).isEqualTo("history-not-written");
                    assertThat(shortfall.message()).contains("another program has locked");
                    assertThat(shortfall.remedy()).contains("writing goes on by itself");
                });
                statement.execute("ROLLBACK");
            }
            assertThat(recorder.writer.turn()).isTrue();
            assertThat(recorder.health.shortfalls(NOON)).isEmpty();
            assertThat(recorder.who(4428, NOON)).hasSize(1);
            forgetSingles(recorder);
            assertThat(recorder.who(4428, NOON))
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.attempts())
                            .as("counted once, though written twice")
                            .isEqualTo(1));
        }
    }

    private static void forgetSingles(Recorder recorder) throws SQLException {
        recorder.change("DELETE FROM attempt");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSoAndUsedWhenItCan() throws IOException, SQLException {
        Path file = Files.createFile(folder.resolve("data"));
        try (Recorder recorder = new Recorder(file.resolve("synwarden"))) {
            recorder.runs(PROGRAM);
            assertThat(recorder.write(attempt(PROGRAM, 4428, REMOTE, 80, NOON))).isFalse();
            assertThat(recorder.health.shortfalls(NOON))
                    .singleElement()
                    .satisfies(shortfall -> assertThat(shortfall.message()).contains("cannot be made"));
            Files.delete(file);
            assertThat(recorder.writer.turn()).isTrue();
            assertThat(recorder.who(4428, NOON)).hasSize(1);
        }
    }

    private Recorder recorder() {
        Recorder recorder = new Recorder(folder);
        recorder.runs(PROGRAM);
        return recorder;
    }

    private void record(int port) {
        try (Recorder recorder = recorder()) {
            assertThat(recorder.write(attempt(PROGRAM, port, REMOTE, 80, NOON))).isTrue();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(HistoryFile.NAME));
    }

    private void overwrite(String name, long offset, String bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes.getBytes(java.nio.charset.StandardCharsets.US_ASCII)), offset);
        }
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList().stream();
        }
    }
}
