package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * From the trace clock to time since the epoch, by one offset taken at the start.
 *
 * @param offset nanoseconds to add to the trace clock
 */
record TraceTime(long offset) {
    private static final int TRIES = 5;

    /** Asks the kernel for the trace clock, in nanoseconds. */
    interface TraceClock {
        long now() throws IOException;
    }

    /**
     * Takes the offset: the best of five, where the least time passed while asking.
     *
     * @param epochClock nanoseconds since the epoch, monotonic
     */
    static TraceTime measure(TraceClock traceClock, LongSupplier epochClock) throws IOException {
        long leastSpread = Long.MAX_VALUE;
        long offset = 0;
        for (int i = 0; i < TRIES; i++) {
            long before = epochClock.getAsLong();
            long trace = traceClock.now();
            long spread = epochClock.getAsLong() - before;
            if (spread < leastSpread) {
                leastSpread = spread;
                offset = before + spread / 2 - trace;
            }
        }
        return new TraceTime(offset);
    }

    /** Nanoseconds since the epoch. */
    long toEpoch(long trace) {
        return trace + offset;
    }

    /** The trace clock's value at that time. */
    long fromEpoch(long nanos) {
        return nanos - offset;
    }
}
