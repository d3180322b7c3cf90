package org.synwarden.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Outcome;
import org.synwarden.detect.Incident;
import org.synwarden.detect.PastContacts;
import org.synwarden.net.Scope;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * What SynWarden remembers, in the file {@code history.db} of its data folder: attempts, processes, incidents and what was
 * done about them. {@code docs/history.md} says what is kept for how long.
 *
 * <p>What is told is written by the thread {@code history} within a second; telling never waits, and a disk that is too
 * slow, full or gone costs the history and nothing else ({@link #shortfalls}). What is asked is read from the file by the
 * thread that asks, and so may be a second old. Callable from any thread.
 */
public final class History extends FileQueries implements AutoCloseable {
    private static final int MAX_PORTS = 16;
    private static final long STOP_MILLIS = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final HistoryFile file;
    private final HistorySettings settings;
    private final Waiting waiting = new Waiting();
    private final Health health = new Health();
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();
    private volatile Optional<WallClock> clock = Optional.empty();
    private Optional<Thread> thread = Optional.empty();

    /** The history in that folder; nothing happens before {@link #start}. */
    public History(Path folder, HistorySettings settings) {
        file = new HistoryFile(folder);
        this.settings = settings;
    }

    /** A history that remembers nothing. */
    public static History none() {
        return new History(Path.of(""), HistorySettings.off());
    }

    /**
     * Opens the file, and begins to write what is told from now on. A file that cannot be used is no failure of this:
     * see {@link #shortfalls}.
     *
     * @param engine the clock of what is told, nanoseconds since the epoch
     * @param known what the system knows of a process, or knew; asked on the thread {@code history}
     */
    public void start(LongSupplier engine, Function<ProcessKey, Optional<ProcessInstance>> known) {
        if (!settings.enabled()) {
            return;
        }
        WallClock times = new WallClock(engine, () -> TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
        Writer writer = new Writer(file, settings, waiting, times, health, inUse, known);
        writer.turn(); // so that what is remembered can be asked for at once
        Thread history = new Thread(writer, "history");
        history.setDaemon(true);
        history.start();
        thread = Optional.of(history);
        clock = Optional.of(times);
    }

    /**
     * The outcome of an attempt is known; on the engine's thread, which goes on with the object. Told again with the
     * outcome it had, when that is corrected. What stays within this PC is not recorded.
     *
     * @param before the outcome it was told with, {@code PENDING} the first time
     */
    public void attempt(Attempt attempt, Outcome before) {
        Optional<WallClock> times = clock;
        if (times.isPresent() && attempt.remoteAddress().scope() != Scope.LOOPBACK) {
            waiting.add(AttemptEntry.of(attempt, before, times.get().ahead()));
        }
    }

    /** An attempt turned out to be another one, which is told by itself; of interest if it had been told. On the engine's thread. */
    public void withdrawn(Attempt attempt) {
        if (clock.isPresent() && attempt.outcome() != Outcome.PENDING) {
            waiting.add(new WithdrawnEntry(
                    AttemptEntry.of(attempt, attempt.outcome(), clock.get().ahead())));
        }
    }

    /** An incident was raised, has changed or closed; on the engine's thread, which goes on with the object. */
    public void incident(Incident incident, IncidentNotes notes) {
        clock.ifPresent(times -> waiting.add(copy(incident, notes, times)));
    }

    /**
     * A test alert was raised or closed.
     *
     * @param raisedAt nanoseconds since the epoch, by the engine's clock
     */
    public void test(String id, long raisedAt, boolean open) {
        clock.ifPresent(times -> waiting.add(new IncidentEntry(
                PastIncident.ofTest(
                        id, raisedAt + times.ahead(), open ? OptionalLong.empty() : OptionalLong.of(times.now())),
                Optional.empty(),
                List.of())));
    }

    private static IncidentEntry copy(Incident incident, IncidentNotes notes, WallClock times) {
        long ahead = times.ahead();
        PastIncident copy = new PastIncident(
                incident.id(),
                incident.severity(),
                incident.kind(),
                incident.initiator().host(),
                Optional.empty(),
                incident.image().map(image -> image.path()),
                incident.adapter(),
                List.of(),
                incident.attribution(),
                incident.firstAttempt() + ahead,
                incident.raisedAt() + ahead,
                incident.isOpen() ? OptionalLong.empty() : OptionalLong.of(times.now()),
                incident.attempts(),
                incident.failedDestinations(),
                incident.totalAttempts(),
                incident.ports().stream().limit(MAX_PORTS).toList(),
                List.copyOf(incident.sample()),
                incident.isMuted(),
                notes.explanation(),
                false,
                notes.returnOf());
        return new IncidentEntry(copy, incident.initiator().process(), notes.requestedBy());
    }

    /** More became known of a process; kept if something was recorded of it. */
    public void described(ProcessInstance process) {
        if (clock.isPresent()) {
            waiting.add(new ProcessEntry(process));
        }
    }

    /** Something was done, or refused. */
    public void action(PastAction action) {
        if (clock.isPresent()) {
            waiting.add(new ActionEntry(action));
        }
    }

    /** Now, nanoseconds since the epoch, by the wall clock as it is set. */
    public long now() {
        return clock.map(WallClock::now).orElse(0L);
    }

    /**
     * Who used that local port then: single attempts where they are still there, the nearest to the middle of the time
     * first; minutes where they are not, the latest first.
     *
     * @throws HistoryException when the file cannot be read
     */
    public List<Answer> who(Question question) throws HistoryException {
        return read(connection -> new WhoQuery(connection).answer(question));
    }

    @Override
    public Finding inquire(Question question) throws HistoryException {
        return read(connection -> new Inquiry(connection, OptionalLong.of(now())).answer(question));
    }

    /**
     * What of that time was not recorded, or not wholly, the earliest first, at most 1,000; each from its own beginning to
     * its own end, which may lie outside of that time.
     *
     * @param from nanoseconds since the epoch
     * @param to the last moment of interest
     */
    public List<Gap> gaps(long from, long to) throws HistoryException {
        return read(connection -> new GapQuery(connection).gaps(from, to));
    }

    /** What the engine is to know of the days before; nothing when there is no history. */
    public PastContacts recall() {
        Optional<WallClock> times = clock;
        if (times.isEmpty()) {
            return new PastContacts(List.of());
        }
        try {
            return read(connection -> new RecallQuery(connection)
                    .contacts(times.get().now(), times.get().ahead()));
        } catch (HistoryException e) {
            LOG.warn("What was learned on earlier days is not known: {}", e.getMessage());
            return new PastContacts(List.of());
        }
    }

    /** The highest id that an incident has had; 0 when there is none. */
    public long lastIncident() {
        try {
            return clock.isEmpty() ? 0 : read(connection -> new IncidentQuery(connection).last());
        } catch (HistoryException e) {
            LOG.warn("Incidents are numbered from 1 again: {}", e.getMessage());
            return 0;
        }
    }

    /** The highest number that a test has had; 0 when there is none. */
    public long lastTest() {
        try {
            return clock.isEmpty() ? 0 : read(connection -> new IncidentQuery(connection).lastTest());
        } catch (HistoryException e) {
            LOG.warn("Tests are numbered from 1 again: {}", e.getMessage());
            return 0;
        }
    }

    /** Why the history is less than whole; nothing when it is, or is not wanted. */
    public List<Shortfall> shortfalls() {
        return clock.map(times -> health.shortfalls(times.engineNow())).orElse(List.of());
    }

    /** How much was left out or deleted before its time, by constant names. */
    public Map<String, Long> counters() {
        return health.counters();
    }

    @Override
    <T> T read(Reading<T> reading) throws HistoryException {
        if (clock.isEmpty()) {
            throw new HistoryException("no history is kept", "'history.enabled' in synwarden.toml says whether it is");
        }
        inUse.readLock().lock();
        try (Connection connection = file.openForReading()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new HistoryException(
                    "the history " + file.path() + " cannot be read (" + e.getMessage() + ")",
                    "'synwarden status' says what is wrong with it",
                    e);
        } finally {
            inUse.readLock().unlock();
        }
    }

    /** Writes what waits, and stops; returns when that is done, or after two seconds. */
    @Override
    public void close() {
        waiting.close();
        try {
            if (thread.isPresent()) {
                thread.get().join(STOP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
