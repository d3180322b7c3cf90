package org.synwarden.watchdog;

import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.synwarden.observation.Observation;

/**
 * What waits for the engine. At most {@value #BOUND} observations; what does not fit is dropped and counted, so that a
 * flood never takes more memory and the sources never wait. Any number of writers, one reader.
 */
final class Inbox {
    /** How many observations wait at most. */
    static final int BOUND = 65_536;

    private final BlockingQueue<Observation> waiting;
    private final AtomicLong dropped = new AtomicLong();

    Inbox(int bound) {
        waiting = new ArrayBlockingQueue<>(bound);
    }

    void add(Observation observation) {
        if (!waiting.offer(observation)) {
            dropped.incrementAndGet();
        }
    }

    /** Moves all that waits into {@code batch}, after waiting at most that long for the first. */
    void drainTo(Collection<Observation> batch, long millis) throws InterruptedException {
        Observation first = waiting.poll(millis, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch);
        }
    }

    /** How many observations did not fit. */
    long dropped() {
        return dropped.get();
    }
}
