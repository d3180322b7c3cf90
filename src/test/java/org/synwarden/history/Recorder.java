package org.synwarden.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** A history of a test: a real file, clocks that the test sets, and turns of writing when it says so. */
final class Recorder implements AutoCloseable {
    static final long NOON = nanos("2026-11-26T12:00:00Z");
    static final Address LOCAL = Address.parse("192.168.20.52");
    static final Address REMOTE = Address.parse("203.0.113.9");

    final HistoryFile file;
    final Waiting waiting = new Waiting();
    final Health health = new Health();
    final Map<ProcessKey, ProcessInstance> known = new HashMap<>();
    final WallClock clock;
    final Writer writer;
    /** The engine's now, and how much later it is by the wall clock. */
    long now = NOON;

    long ahead;

    Recorder(Path folder) {
        this(folder, HistorySettings.defaults());
    }

    Recorder(Path folder, HistorySettings settings) {
        file = new HistoryFile(folder);
        clock = new WallClock(() -> now, () -> now + ahead);
        writer = new Writer(
                file,
                settings,
                waiting,
                clock,
                health,
                new ReentrantReadWriteLock(),
                key -> Optional.ofNullable(known.get(key)));
    }

    static long nanos(String instant) {
        Instant at = Instant.parse(instant);
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }

    static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }

    static ProcessInstance process(int pid, String path) {
        return ProcessInstance.ofImage(
                new ProcessKey(pid, pid * 1_000L), path.substring(path.lastIndexOf('/') + 1), Optional.of(path));
    }

    /** A process that the system knows. */
    ProcessInstance runs(ProcessInstance process) {
        known.put(process.key(), process);
        return process;
    }

    static AttemptEntry attempt(ProcessInstance process, int localPort, Address remote, int remotePort, long began) {
        return attempt(process, localPort, remote, remotePort, began, Outcome.PENDING, Outcome.UNANSWERED);
    }

    static AttemptEntry attempt(
            ProcessInstance process,
            int localPort,
            Address remote,
            int remotePort,
            long began,
            Outcome before,
            Outcome outcome) {
        return new AttemptEntry(
                Protocol.TCP,
                LOCAL,
                localPort,
                remote,
                remotePort,
                began,
                before,
                outcome,
                Optional.of(process.key()),
                Attribution.REPORTED);
    }

    boolean write(AttemptEntry... attempts) {
        for (AttemptEntry attempt : attempts) {
            waiting.add(attempt);
        }
        return writer.turn();
    }

    static Question question(int localPort, long from, long to) {
        return new Question(
                Optional.empty(), Optional.empty(), localPort, Optional.empty(), OptionalInt.empty(), from, to, 100);
    }

    /** Who used that port up to a minute before or after that time. */
    List<Answer> who(int localPort, long at) throws SQLException {
        return who(question(localPort, at - seconds(60), at + seconds(60)));
    }

    List<Answer> who(Question question) throws SQLException {
        try (Connection connection = file.openForReading()) {
            return new WhoQuery(connection).answer(question);
        }
    }

    /** Does something to the file behind the writer's back. */
    void change(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.path());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The one number that this asks for. */
    long number(String query) throws SQLException {
        try (Connection connection = file.openForReading();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
