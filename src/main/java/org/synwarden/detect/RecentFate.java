package org.synwarden.detect;

import java.util.concurrent.TimeUnit;

/** How one unit has fared lately, for the guard that asks whether all units fare alike. */
final class RecentFate {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final SlidingCount tried = new SlidingCount(30, SECOND);
    private final SlidingCount succeeded = new SlidingCount(30, SECOND);
    private final SlidingCount unanswered = new SlidingCount(24, 5 * SECOND);
    private final SlidingCount named = new SlidingCount(60, 10 * SECOND);

    /** A first contact has been decided. */
    void contacted(boolean success, long at) {
        tried.add(at);
        if (success) {
            succeeded.add(at);
        }
    }

    /** That had been decided at that time, and was somebody else's contact. */
    void contactedNot(boolean success, long at) {
        tried.remove(at);
        if (success) {
            succeeded.remove(at);
        }
    }

    /** Any attempt was not answered. */
    void attemptUnanswered(long at) {
        unanswered.add(at);
    }

    /** That had counted at that time, and was somebody else's attempt. */
    void unansweredNot(long at) {
        unanswered.remove(at);
    }

    /** A first contact failed whose address had been looked up. */
    void namedFailure(long at) {
        named.add(at);
    }

    /** That had counted at that time, and was somebody else's contact. */
    void namedFailureNot(long at) {
        named.remove(at);
    }

    /** First contacts of the last 30 s. */
    int tried(long now) {
        return tried.sum(now);
    }

    /** How many of them succeeded. */
    int succeeded(long now) {
        return succeeded.sum(now);
    }

    /** Attempts of the last 120 s that were not answered. */
    int unanswered(long now) {
        return unanswered.sum(now);
    }

    /** Distinct failed destinations of the last 600 s whose address had been looked up. */
    int namedFailures(long now) {
        return named.sum(now);
    }
}
