package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.EventsLost;

/**
 * What waits for the engine. At most {@value #BOUND} observations, and {@value #BATCH} more that the engine has taken
 * out at once; what does not fit is dropped and counted by its source, so that a flood never takes more memory and the
 * sources never wait. Any number of writers, one reader.
 */
final class Inbox {
    /** How many observations wait at most. */
    static final int BOUND = 65_536;

    /** How many are taken out at once: few enough that time goes on in a flood, too. */
    static final int BATCH = 4_096;

    private final BlockingQueue<Observation> waiting;
    private final Map<EvidenceSource, LossTally> tallies = new EnumMap<>(EvidenceSource.class);

    Inbox(int bound) {
        waiting = new ArrayBlockingQueue<>(bound);
        for (EvidenceSource source : EvidenceSource.values()) {
            tallies.put(source, new LossTally(source));
        }
    }

    void add(Observation observation) {
        LossTally tally = tallies.get(observation.source());
        if (waiting.offer(observation)) {
            tally.kept();
        } else {
            tally.lost(observation);
        }
    }

    /** Moves what waits into {@code batch}, at most {@value #BATCH}, after waiting at most that long for the first. */
    void drainTo(Collection<Observation> batch, long millis) throws InterruptedException {
        Observation first = waiting.poll(millis, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, BATCH - 1);
        }
    }

    /**
     * The time that the engine may be told: now, or that of what waits longest, so that no attempt is judged unanswered
     * while its answer waits.
     *
     * @param now nanoseconds since the epoch
     */
    long heardUntil(long now) {
        Observation next = waiting.peek();
        return next == null ? now : Math.min(now, next.at());
    }

    /** What did not fit since this was asked last, in words that the engine understands. One thread. */
    List<EventsLost> losses(long now) {
        List<EventsLost> losses = new ArrayList<>();
        for (LossTally tally : tallies.values()) {
            losses.addAll(tally.settle(now));
        }
        return losses;
    }

    /** Whether anything did not fit since that time, nanoseconds since the epoch. */
    boolean hasDroppedSince(long time) {
        return tallies.values().stream().anyMatch(tally -> tally.latest() >= time);
    }

    /** How many observations did not fit, in all. */
    long dropped() {
        return tallies.values().stream().mapToLong(LossTally::total).sum();
    }
}
