package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.EventsLost;

/**
 * How much of one source's evidence found no room in the inbox, and of what time it was. Any thread; settled by one.
 */
final class LossTally {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** A loss that spans more seconds is told of its last ones; the engine remembers no more. */
    private static final int MOST_SECONDS = 64;

    private final EvidenceSource source;
    private final LongAdder kept = new LongAdder();
    private long total;
    private long latest = Long.MIN_VALUE;
    private long lost;
    private long first;
    private long last;
    private long settled;

    LossTally(EvidenceSource source) {
        this.source = source;
    }

    /** An observation found room. */
    void kept() {
        kept.increment();
    }

    /** An observation found none; one that tells of a loss itself carries that loss on. */
    synchronized void lost(Observation observation) {
        total++;
        latest = Math.max(latest, observation.at());
        first = lost == 0 ? observation.at() : Math.min(first, observation.at());
        last = lost == 0 ? observation.at() : Math.max(last, observation.at());
        lost += observation instanceof EventsLost earlier ? 1 + earlier.lost() : 1;
    }

    /** How many found no room since the start. */
    synchronized long total() {
        return total;
    }

    /** When the latest that found no room happened; far in the past when there is none. */
    synchronized long latest() {
        return latest;
    }

    /**
     * What was lost since the last settlement, once for each second in which it was lost. The share is that of one
     * second at most, in which nothing that was seen counts for another.
     */
    synchronized List<EventsLost> settle(long now) {
        List<EventsLost> told = new ArrayList<>();
        if (lost > 0) {
            long seen = kept.sum();
            long at = last;
            do {
                told.add(new EventsLost(at, source, lost, seen));
                at -= SECOND;
            } while (at >= first && told.size() < MOST_SECONDS);
        }
        if (lost > 0 || now - settled >= SECOND) {
            kept.reset();
            lost = 0;
            settled = now;
        }
        return told;
    }
}
