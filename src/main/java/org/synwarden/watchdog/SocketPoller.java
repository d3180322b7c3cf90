package org.synwarden.watchdog;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
 * Looks at the socket table every 500 ms; where a look costs more than a fifth of a core less often, but at least every
 * two seconds. Runs on its own thread, {@code sockets}.
 */
final class SocketPoller implements Runnable {
    /** How long those who have just connected may be asked about before it is said that they have, nanoseconds. */
    static final long INTRODUCTIONS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Between two looks, milliseconds. */
    static final long INTERVAL = 500;

    private static final long LONGEST_PAUSE = 2_000;
    private static final int PAUSE_PER_COST = 4;
    private static final Logger LOG = LoggerFactory.getLogger(SocketPoller.class);

    private final SocketTable table;
    private final ProcessBook processes;
    private final LongSupplier clock;
    private final Consumer<Observation> inbox;
    private final SocketWatch watch = new SocketWatch();
    private volatile List<SocketRow> rows = List.of();
    private volatile Optional<String> failure = Optional.empty();

    SocketPoller(SocketTable table, ProcessBook processes, LongSupplier clock, Consumer<Observation> inbox) {
        this.table = table;
        this.processes = processes;
        this.clock = clock;
        this.inbox = inbox;
    }

    /** The table at the last look. */
    List<SocketRow> rows() {
        return rows;
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
                long cost = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                Thread.sleep(pause(cost));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // asked to stop
        }
    }

    /** How long to rest after a look that took that long, both in milliseconds. */
    static long pause(long cost) {
        return Math.max(INTERVAL - cost, Math.min(PAUSE_PER_COST * cost, LONGEST_PAUSE));
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

    private static Optional<ProcessKey> owner(Observation observation) {
        if (observation instanceof Observation.SocketOpening opening) {
            return opening.owner();
        }
        return observation instanceof Observation.SocketConnected connected ? connected.owner() : Optional.empty();
    }

    /** One look. */
    void look() {
        try {
            List<SocketRow> now = table.snapshot();
            List<Observation> said = watch.observe(clock.getAsLong(), now);
            introduce(said);
            said.forEach(inbox);
            for (SocketRow row : now) {
                row.owner().filter(ProcessKey::isIdentified).ifPresent(processes::meet);
            }
            rows = now;
            failure = Optional.empty();
        } catch (IOException | RuntimeException e) {
            if (failure.isEmpty()) {
                LOG.warn("The socket table cannot be read: {}", e.getMessage(), e);
            }
            failure = Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
