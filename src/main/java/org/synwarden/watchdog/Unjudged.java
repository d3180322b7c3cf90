package org.synwarden.watchdog;

import java.util.Optional;
import org.synwarden.observation.Degradation;

/**
 * How many attempts the engine had no room for, for the status: a degradation until it has had room for all of them for a
 * minute. Any thread.
 */
final class Unjudged {
    private final Lately lately = new Lately();
    private long count;

    /** How many there are by that time, nanoseconds since the epoch. */
    synchronized void count(long all, long now) {
        if (all > count) {
            lately.happens(now);
            count = all;
        }
    }

    /** What to say of it at that time; empty when there were none lately. */
    synchronized Optional<Degradation> degradation(long now) {
        if (!lately.isGoingOn(now)) {
            return Optional.empty();
        }
        return Optional.of(new Degradation(
                "attempts-unjudged",
                "More connections were attempted at once than are remembered; left out so far: " + count,
                "Nothing to do; counts are too low, and who makes most attempts is judged by the others of them",
                lately.since()));
    }
}
