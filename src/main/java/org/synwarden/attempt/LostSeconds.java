package org.synwarden.attempt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * The recent seconds in which a source lost more than 2 % of its events: in them, "no answer" may only mean that the
 * answer was lost. Keeps the last 64 of them.
 */
final class LostSeconds {
    private static final int BOUND = 64;
    private static final double TOLERATED = 0.02;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Deque<Long> ends = new ArrayDeque<>();

    /** A source says at that time what it lost and saw in the second before. */
    void lost(long at, long lost, long seen) {
        if (lost > TOLERATED * (lost + seen)) {
            ends.add(at);
            if (ends.size() > BOUND) {
                ends.remove();
            }
        }
    }

    /** Whether anything may have been lost between two times. */
    boolean touch(long from, long to) {
        return !ends.isEmpty() && ends.stream().anyMatch(end -> end >= from && end - SECOND <= to);
    }
}
