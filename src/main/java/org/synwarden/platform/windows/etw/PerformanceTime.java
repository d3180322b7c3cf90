package org.synwarden.platform.windows.etw;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * From ticks of the performance counter, which events carry, to time since the epoch, by one offset taken at the start.
 * Page "Acquiring high-resolution time stamps".
 *
 * @param frequency ticks a second
 * @param offset nanoseconds to add to the counter's time
 */
record PerformanceTime(long frequency, long offset) {
    private static final int TRIES = 5;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /**
     * Takes the offset: the best of five, where the least time passed while asking.
     *
     * @param counter the performance counter
     * @param epochClock nanoseconds since the epoch, monotonic
     */
    static PerformanceTime measure(long frequency, LongSupplier counter, LongSupplier epochClock) {
        PerformanceTime unset = new PerformanceTime(frequency, 0);
        long leastSpread = Long.MAX_VALUE;
        long offset = 0;
        for (int i = 0; i < TRIES; i++) {
            long before = epochClock.getAsLong();
            long ticks = counter.getAsLong();
            long spread = epochClock.getAsLong() - before;
            if (spread < leastSpread) {
                leastSpread = spread;
                offset = before + spread / 2 - unset.toEpoch(ticks);
            }
        }
        return new PerformanceTime(frequency, offset);
    }

    /** Nanoseconds since the epoch. */
    long toEpoch(long ticks) {
        return ticks / frequency * SECOND + ticks % frequency * SECOND / frequency + offset;
    }
}
