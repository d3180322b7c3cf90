package org.synwarden.tray;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.contract.CounterObject;

/**
 * How many attempts of some time came to what.
 *
 * @param at when that time began
 * @param counts none that is 0
 */
record RateBar(Instant at, Map<AttemptOutcome, Long> counts) {
    /** Freezes the counts, in the order in which they are stacked. */
    RateBar {
        EnumMap<AttemptOutcome, Long> stacked = new EnumMap<>(AttemptOutcome.class);
        stacked.putAll(counts);
        counts = Collections.unmodifiableMap(stacked);
    }

    /** What the service says of a second; an outcome that this version does not know is passed over. */
    static RateBar of(Instant at, List<CounterObject> outcomes) {
        Map<AttemptOutcome, Long> counts = new EnumMap<>(AttemptOutcome.class);
        for (CounterObject counter : outcomes) {
            AttemptOutcome.of(counter.name()).ifPresent(outcome -> counts.merge(outcome, counter.count(), Long::sum));
        }
        return new RateBar(at, counts);
    }

    /** All of these in one, since the first of them began. */
    static RateBar sum(List<RateBar> bars) {
        Map<AttemptOutcome, Long> counts = new EnumMap<>(AttemptOutcome.class);
        bars.forEach(bar -> bar.counts().forEach((outcome, count) -> counts.merge(outcome, count, Long::sum)));
        return new RateBar(bars.isEmpty() ? Instant.EPOCH : bars.get(0).at(), counts);
    }

    long attempts() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long of(AttemptOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** What most of them came to. */
    Optional<AttemptOutcome> most() {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** That outcome's share in percent, rounded; 0 and 100 only for none and all. */
    long percent(AttemptOutcome outcome) {
        long all = attempts();
        long some = of(outcome);
        if (some == 0 || some == all) {
            return some == 0 ? 0 : 100;
        }
        return Math.max(1, Math.min(99, Math.round(100.0 * some / all)));
    }
}
