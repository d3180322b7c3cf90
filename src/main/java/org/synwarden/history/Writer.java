package org.synwarden.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Writes what waits, half a second's worth in a transaction. When that fails, what was taken waits on, the file is closed,
 * and it is tried again after 1 s, then after twice as long each time, at most a minute. One thread.
 */
final class Writer implements Runnable {
    /** How long something waits for more to be written with it. */
    static final int GATHER_MILLIS = 500;

    private static final int IDLE_MILLIS = 60_000;
    private static final int FIRST_WAIT_MILLIS = 1_000;
    private static final int LONGEST_WAIT_MILLIS = 60_000;
    /** With so many waiting attempts the disk is too slow for all of them. */
    private static final int BACKLOG = Waiting.ATTEMPTS / 2;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** An open file with what is prepared for it. */
    private record Opened(Connection connection, Tables tables, Retention retention) {}

    private final HistoryFile file;
    private final HistorySettings settings;
    private final Waiting waiting;
    private final WallClock clock;
    private final Health health;
    private final ReadWriteLock inUse;
    private final Function<ProcessKey, Optional<ProcessInstance>> known;
    private Optional<Opened> opened = Optional.empty();
    private int run;
    private long toldLeftOut;
    private int waitMillis = FIRST_WAIT_MILLIS;

    /**
     * Writes into that file.
     *
     * @param inUse is held for reading by whoever reads the file, so that it is not moved meanwhile
     * @param known what the system knows of a process, or knew; may take a while
     */
    Writer(
            HistoryFile file,
            HistorySettings settings,
            Waiting waiting,
            WallClock clock,
            Health health,
            ReadWriteLock inUse,
            Function<ProcessKey, Optional<ProcessInstance>> known) {
        this.file = file;
        this.settings = settings;
        this.waiting = waiting;
        this.clock = clock;
        this.health = health;
        this.inUse = inUse;
        this.known = known;
    }

    @Override
    public void run() {
        try {
            while (!waiting.isClosed()) {
                waiting.await(GATHER_MILLIS, IDLE_MILLIS);
                if (!turn()) {
                    waiting.rest(waitMillis);
                    waitMillis = Math.min(2 * waitMillis, LONGEST_WAIT_MILLIS);
                }
            }
            turn(); // what came while it was being closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Writes all that waits; returns whether it could. */
    boolean turn() {
        clock.look();
        health.leftOut(waiting.leftOut(), clock.engineNow());
        List<Entry> taken = List.of();
        try {
            Opened now = open();
            long leftOut = waiting.leftOut();
            now.tables.losses().count(LossTable.LEFT_OUT, clock.now(), leftOut - toldLeftOut);
            taken = waiting.take();
            write(now, taken);
            health.writes();
            toldLeftOut = leftOut;
            waitMillis = FIRST_WAIT_MILLIS;
            return true;
        } catch (SQLException e) {
            waiting.putBack(taken);
            failed(e);
            return false;
        } catch (HistoryException e) {
            refused(e);
            return false;
        }
    }

    /** Opens the file if it is not open. */
    private Opened open() throws SQLException, HistoryException {
        if (opened.isEmpty()) {
            Connection connection = file.openForWriting();
            try {
                if (run == 0) {
                    IncidentTable.closeAll(connection, clock.now());
                }
                Tables tables = new Tables(connection, settings, known, run, clock.now());
                run = tables.runs().id();
                connection.setAutoCommit(false);
                opened = Optional.of(new Opened(connection, tables, new Retention(connection, settings, clock)));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
        return opened.get();
    }

    private void write(Opened now, List<Entry> entries) throws SQLException {
        long attempts = entries.stream().filter(AttemptEntry.class::isInstance).count();
        boolean all = attempts <= BACKLOG;
        now.tables.wantSingleAttempts(all);
        boolean awoken = clock.hasAwoken();
        if (awoken) {
            now.tables.runs().resume(clock.now());
        }
        for (Entry entry : entries) {
            entry.write(now.tables);
        }
        now.tables.flush(clock.now());
        long removed = now.retention.turn();
        now.connection.commit();
        run = now.tables.runs().id();
        if (awoken) {
            clock.haveNoted();
        }
        health.removed(removed);
        health.summarised(all ? 0 : attempts, clock.engineNow());
        now.connection.setAutoCommit(true);
        now.retention.shrink();
        now.connection.setAutoCommit(false);
    }

    private void failed(SQLException failure) {
        if (health.isWritten()) {
            LOG.warn("{} ({})", Failures.message(failure, file.path()), failure.getMessage());
        }
        close();
        if (HistoryFile.isDamage(failure)) {
            setAside(failure);
        } else {
            health.cannotWrite(Failures.message(failure, file.path()), Failures.remedy(failure), clock.engineNow());
        }
    }

    private void refused(HistoryException refusal) {
        if (health.isWritten()) {
            LOG.warn("{}", refusal.getMessage());
        }
        health.cannotWrite(
                "The history is not written: " + refusal.reason(), sentence(refusal.remedy()), clock.engineNow());
    }

    private static String sentence(String part) {
        return Character.toUpperCase(part.charAt(0)) + part.substring(1);
    }

    private void setAside(SQLException damage) {
        inUse.writeLock().lock();
        try {
            String where = file.setAside(Instant.ofEpochSecond(Times.second(clock.now())))
                    .toString();
            run = 0;
            health.setAside(
                    "The history was damaged (" + damage.getMessage() + "); it was put aside as " + where
                            + " and a new one begun",
                    "Look at that disk; 'sqlite3 FILE .recover' may save what the file holds. Delete it when it is of no"
                            + " use",
                    clock.engineNow());
            LOG.error("The history was damaged and is now {}: {}", where, damage.getMessage());
        } catch (IOException e) {
            health.cannotWrite(
                    "The history is damaged, and " + file.path() + " cannot be put aside: " + e.getMessage(),
                    "Move the file away; writing goes on by itself",
                    clock.engineNow());
        } finally {
            inUse.writeLock().unlock();
        }
    }

    /** Closes the file; what was not committed is gone. */
    void close() {
        try {
            if (opened.isPresent()) {
                opened.get().connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("The history could not be closed", e);
        }
        opened = Optional.empty();
    }
}
