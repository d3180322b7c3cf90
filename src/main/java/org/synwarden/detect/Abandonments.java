package org.synwarden.detect;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.Outcome;

/**
 * Attempts that their own program closed before they were answered: failures, unless the program succeeds on that port
 * within 2 s before or after (a browser that races two connections, RFC 8305). At most {@value #BOUND} wait for that; the
 * oldest is decided early when there are more.
 */
final class Abandonments {
    /** How many attempts wait to be decided. */
    static final int BOUND = 16_384;

    private static final long GRACE = TimeUnit.SECONDS.toNanos(2);

    private final Units units;
    private final ObjLongConsumer<Attempt> failed;
    /** When each was closed. */
    private final Map<Attempt, Long> open = new LinkedHashMap<>();

    private long early;

    /**
     * None.
     *
     * @param failed is shown those that are failures, and when that was decided
     */
    Abandonments(Units units, ObjLongConsumer<Attempt> failed) {
        this.units = units;
        this.failed = failed;
    }

    /** An attempt was closed; one that waits already goes on waiting. */
    void add(Attempt attempt, long at) {
        if (open.putIfAbsent(attempt, at) == null) {
            attempt.keep();
        }
        if (open.size() > BOUND) {
            early++;
            decideOldest(at);
        }
    }

    /** That attempt never was one. */
    void remove(Attempt attempt) {
        open.remove(attempt);
    }

    /** Time has passed: shows those that are failures. */
    void tick(long now) {
        while (!open.isEmpty() && now - open.values().iterator().next() >= GRACE) {
            decideOldest(now);
        }
    }

    private void decideOldest(long now) {
        Iterator<Map.Entry<Attempt, Long>> entries = open.entrySet().iterator();
        Map.Entry<Attempt, Long> oldest = entries.next();
        Attempt attempt = oldest.getKey();
        long closed = oldest.getValue();
        entries.remove();
        if (attempt.outcome() == Outcome.ABANDONED
                && !units.of(attempt.initiator()).succeededSince(attempt.remotePort(), closed - GRACE)) {
            failed.accept(attempt, now);
        }
    }

    /** How many wait, and how many were decided early. */
    Bounded bound() {
        return new Bounded("abandoned", open.size(), BOUND, early);
    }
}
