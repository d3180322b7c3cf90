package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.synwarden.attempt.Bounded;
import org.synwarden.contract.CounterObject;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.EventsLost;

/** How many events each source lost since the start, and what had to make room. Any thread. */
final class LossCounters {
    private final Map<EvidenceSource, AtomicLong> bySource = new EnumMap<>(EvidenceSource.class);
    private volatile List<Bounded> bounds = List.of();

    LossCounters() {
        for (EvidenceSource source : EvidenceSource.values()) {
            bySource.put(source, new AtomicLong());
        }
    }

    /** Counts what an observation says was lost. */
    void count(Observation observation) {
        if (observation instanceof EventsLost loss) {
            bySource.get(loss.source()).addAndGet(loss.lost());
        }
    }

    /** How full the engine is now. */
    void bounds(List<Bounded> now) {
        bounds = now;
    }

    /**
     * As a status tells them: the inbox's always, a source's when it lost any, and what had to make room.
     *
     * @param introductions how many processes were not asked for more
     * @param hashes how many images were not hashed
     */
    List<CounterObject> counted(long inbox, long introductions, long hashes) {
        List<CounterObject> counters = new ArrayList<>();
        counters.add(new CounterObject("lost-inbox", inbox));
        if (introductions > 0) {
            counters.add(new CounterObject("lost-introductions", introductions));
        }
        if (hashes > 0) {
            counters.add(new CounterObject("lost-hashes", hashes));
        }
        bySource.forEach((source, lost) -> {
            if (lost.get() > 0) {
                counters.add(new CounterObject("lost-" + source.text(), lost.get()));
            }
        });
        for (Bounded bounded : bounds) {
            if (bounded.evictions() > 0) {
                counters.add(new CounterObject("evicted-" + bounded.name(), bounded.evictions()));
            }
        }
        return counters;
    }
}
