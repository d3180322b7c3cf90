package org.synwarden.watchdog;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;
import org.synwarden.sockets.SocketTable;
import org.synwarden.sockets.SocketWatch;

/**
 * Looks at the socket table every 500 ms, every second while the kernel itself tells who connects; where a look costs
 * more than a fifth of a core less often, but at least every two seconds. When somebody's packet shows an attempt whose
 * owner is not known, it looks earlier, as far as such looks together take no more than a twentieth of one core. What a
 * look costs is what the cheaper of the last two did: the first of all, and one that meets a new program, takes longer
 * than those that follow. Runs on its own thread, {@code sockets}.
 */
final class SocketPoller implements Runnable {
    /** How long those who have just connected may be asked about before it is said that they have, nanoseconds. */
    static final long INTRODUCTIONS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Between two looks, milliseconds. */
    static final long INTERVAL = 500;

    /** Between two looks where the table is only a second witness, milliseconds. */
    static final long INTERVAL_OF_SECOND_WITNESS = 1_000;

    private static final long SHORTEST_PAUSE = 50;
    private static final int EARLY_PAUSE_PER_COST = 20;
    private static final long LONGEST_PAUSE = 2_000;
    private static final int PAUSE_PER_COST = 4;
    private static final Logger LOG = LoggerFactory.getLogger(SocketPoller.class);

    private final SocketTable table;
    private final ProcessBook processes;
    private final LongSupplier clock;
    private final BooleanSupplier kernelTells;
    private final Consumer<Observation> inbox;
    private final SocketWatch watch = new SocketWatch();
    private final Sightings sightings = new Sightings();
    private final Semaphore wanted = new Semaphore(0);
    private long tookBefore;
    private long polledAt = Long.MIN_VALUE;
    private boolean looked;
    private volatile List<SocketRow> rows = List.of();
    private volatile Optional<String> failure = Optional.empty();

    /**
     * A poller that has not looked yet.
     *
     * @param kernelTells whether kernel events come; asked from the poller's thread
     */
    SocketPoller(
            SocketTable table,
            ProcessBook processes,
            LongSupplier clock,
            BooleanSupplier kernelTells,
            Consumer<Observation> inbox) {
        this.table = table;
        this.processes = processes;
        this.clock = clock;
        this.kernelTells = kernelTells;
        this.inbox = inbox;
    }

    /** Asks for a look before the next is due; never waits. Any thread. */
    void lookSoon() {
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    /** The table at the last look. */
    List<SocketRow> rows() {
        return rows;
    }

    /** When that row was first seen, nanoseconds since the epoch; empty for one that was there at the first look. */
    Optional<Long> since(SocketRow row) {
        return sightings.of(row);
    }

    /** Why the last look failed, when it did. */
    Optional<String> failure() {
        return failure;
    }

    /** Whether the owners of some connections that are opening cannot be seen. */
    boolean hasHiddenOwners() {
        return rows.stream()
                .anyMatch(row -> row.state() == SocketState.SYN_SENT
                        && row.owner().filter(ProcessKey::isIdentified).isEmpty());
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long began = System.nanoTime();
                look();
                rest(cost(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // asked to stop
        }
    }

    /** What a look is taken to cost when the last one took that long, all in milliseconds. */
    long cost(long took) {
        long cheaper = Math.min(tookBefore, took);
        tookBefore = took;
        return cheaper;
    }

    private void rest(long cost) throws InterruptedException {
        wanted.drainPermits();
        long early = earlyPause(cost);
        long pause = pause(kernelTells.getAsBoolean() ? INTERVAL_OF_SECOND_WITNESS : INTERVAL, cost);
        Thread.sleep(Math.min(early, pause));
        wanted.tryAcquire(Math.max(0, pause - early), TimeUnit.MILLISECONDS);
    }

    /** How long to rest after a look that took that long, all in milliseconds. */
    static long pause(long interval, long cost) {
        return Math.max(interval - cost, Math.min(PAUSE_PER_COST * cost, LONGEST_PAUSE));
    }

    /** Who connects is told first, unless the system takes too long to say who that is. */
    private void introduce(List<Observation> said) {
        long began = clock.getAsLong();
        for (Observation observation : said) {
            owner(observation).filter(ProcessKey::isIdentified).ifPresent(owner -> {
                if (clock.getAsLong() - began < INTRODUCTIONS) {
                    processes.meetAgain(owner);
                }
            });
        }
    }

    /** Judging counts looks that are an ordinary interval apart; those in between only add to what is known. */
    private boolean isDue(Observation observation) {
        if (!(observation instanceof Observation.SocketsPolled)) {
            return true;
        }
        boolean due = polledAt == Long.MIN_VALUE
                || observation.at() - polledAt >= TimeUnit.MILLISECONDS.toNanos(INTERVAL - SHORTEST_PAUSE);
        polledAt = due ? observation.at() : polledAt;
        return due;
    }

    private static Optional<ProcessKey> owner(Observation observation) {
        if (observation instanceof Observation.SocketOpening opening) {
            return opening.owner();
        }
        return observation instanceof Observation.SocketConnected connected ? connected.owner() : Optional.empty();
    }

    /** How long to rest at least after a look that took that long, when the next is asked for; milliseconds. */
    static long earlyPause(long cost) {
        return Math.max(SHORTEST_PAUSE, EARLY_PAUSE_PER_COST * cost);
    }

    /** One look. */
    void look() {
        try {
            List<SocketRow> now = table.snapshot();
            List<Observation> said = watch.observe(clock.getAsLong(), now);
            boolean changed = !looked || !now.equals(rows);
            looked = true;
            rows = now;
            introduce(said);
            said.stream().filter(this::isDue).forEach(inbox);
            if (changed) {
                sightings.look(clock.getAsLong(), now);
                for (SocketRow row : now) {
                    row.owner().filter(ProcessKey::isIdentified).ifPresent(processes::meet);
                }
            }
            failure = Optional.empty();
        } catch (IOException | RuntimeException e) {
            if (failure.isEmpty()) {
                LOG.warn("The socket table cannot be read: {}", e.getMessage(), e);
            }
            failure = Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
