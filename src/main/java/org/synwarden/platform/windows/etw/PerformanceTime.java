package org.synwarden.platform.windows.etw;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.synwarden.observation.ClockOffset;

/**
 * From ticks of the performance counter, which events carry, to time since the epoch, by one offset taken at the start.
 * Page "Acquiring high-resolution time stamps".
 *
 * @param frequency ticks a second
 * @param offset nanoseconds to add to the counter's time
 */
record PerformanceTime(long frequency, long offset) {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /**
     * Takes the offset.
     *
     * @param counter the performance counter
     * @param epochClock nanoseconds since the epoch, monotonic
     */
    static PerformanceTime measure(long frequency, LongSupplier counter, LongSupplier epochClock) {
        PerformanceTime unset = new PerformanceTime(frequency, 0);
        return new PerformanceTime(
                frequency, ClockOffset.measure(() -> unset.toEpoch(counter.getAsLong()), epochClock));
    }

    /** Nanoseconds since the epoch. */
    long toEpoch(long ticks) {
        return ticks / frequency * SECOND + ticks % frequency * SECOND / frequency + offset;
    }
}
