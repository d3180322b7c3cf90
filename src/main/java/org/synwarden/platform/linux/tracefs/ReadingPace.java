package org.synwarden.platform.linux.tracefs;

import java.util.concurrent.TimeUnit;

/**
 * How long to rest before the buffers are read again. The kernel wakes a reader for every single event, and a caller has
 * to be looked at while it lives, so as a rule there is no rest. In a flood by callers that have been looked at already
 * nothing is won by haste, and a rest of {@value #REST_MILLIS} ms saves most of the cost. One thread.
 */
final class ReadingPace {
    static final int REST_MILLIS = 10;

    /** As many events in a tenth of a second are a flood. */
    static final int FLOOD = 20;

    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private long windowBegan;
    private long inWindow;
    private boolean flood;

    /**
     * The rest that is due after a round.
     *
     * @param now nanoseconds, monotonic
     * @param events how many events the round has read
     * @param looks how many callers had to be looked at in it
     * @return milliseconds
     */
    int restMillis(long now, long events, long looks) {
        if (now - windowBegan >= WINDOW_NANOS) {
            flood = inWindow >= FLOOD && now - windowBegan < 2 * WINDOW_NANOS;
            windowBegan = now;
            inWindow = 0;
        }
        inWindow += events;
        return flood && looks == 0 ? REST_MILLIS : 0;
    }
}
