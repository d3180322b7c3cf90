package org.synwarden.platform.windows.etw;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * What was lost on the way, told at most once a second: events that found no room in a buffer, buffers that were not
 * fetched in time, events that could not be read. One thread.
 */
final class LossCount {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Events in a lost buffer: 64 KiB of some 200 octets each. */
    private static final long EVENTS_A_BUFFER = 320;

    private long seen;
    private long lostBefore;
    private long toldAt = Long.MIN_VALUE;

    /** An event came. */
    void seen() {
        seen++;
    }

    /**
     * What is to be told.
     *
     * @param now nanoseconds since the epoch
     * @param session what the session has lost since it began
     * @param unreadable how many events could not be read since it began
     */
    Optional<Observation> tell(long now, SessionLosses session, long unreadable) {
        if (toldAt != Long.MIN_VALUE && now - toldAt < SECOND) {
            return Optional.empty();
        }
        toldAt = now;
        long lostByNow = session.events() + EVENTS_A_BUFFER * session.buffers() + unreadable;
        long lost = lostByNow - lostBefore;
        long among = seen;
        lostBefore = lostByNow;
        seen = 0;
        return lost > 0
                ? Optional.of(new Observation.EventsLost(now, EvidenceSource.KERNEL_EVENTS, lost, among))
                : Optional.empty();
    }
}
