package org.synwarden.watchdog;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.synwarden.observation.EvidenceSource;
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
    private volatile EvidenceSource droppedLast = EvidenceSource.PACKET_CAPTURE;
    private long taken;
    private long told;

    Inbox(int bound) {
        waiting = new ArrayBlockingQueue<>(bound);
    }

    void add(Observation observation) {
        if (!waiting.offer(observation)) {
            droppedLast = observation.source();
            dropped.incrementAndGet();
        }
    }

    /** Moves all that waits into {@code batch}, after waiting at most that long for the first. */
    void drainTo(Collection<Observation> batch, long millis) throws InterruptedException {
        Observation first = waiting.poll(millis, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            taken += 1 + waiting.drainTo(batch);
        }
    }

    /** What did not fit since this was asked last, under the source of the latest that did not; for the reader. */
    Optional<Observation.EventsLost> lost(long at) {
        long lost = dropped.get() - told;
        long seen = taken;
        told += lost;
        taken = 0;
        return lost == 0 ? Optional.empty() : Optional.of(new Observation.EventsLost(at, droppedLast, lost, seen));
    }

    /** How many observations did not fit. */
    long dropped() {
        return dropped.get();
    }
}
