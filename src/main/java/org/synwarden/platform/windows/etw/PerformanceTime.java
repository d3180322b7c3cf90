package org.synwarden.platform.windows.etw;

import com.sun.jna.ptr.LongByReference;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.synwarden.observation.ClockOffset;
import org.synwarden.platform.windows.bindings.KernelTime;

/**
 * From ticks of the performance counter, which events carry, to time since the epoch, by one offset taken at the start.
 * Page "Acquiring high-resolution time stamps".
 *
 * @param frequency ticks a second
 * @param offset nanoseconds to add to the counter's time
 */
record PerformanceTime(long frequency, long offset) {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** That of this PC's counter, to that clock: nanoseconds since the epoch, monotonic. */
    static PerformanceTime ofThisPc(LongSupplier epochClock) {
        LongByReference frequency = new LongByReference();
        KernelTime.INSTANCE.QueryPerformanceFrequency(frequency);
        LongByReference ticks = new LongByReference();
        return measure(
                frequency.getValue(),
                () -> {
                    KernelTime.INSTANCE.QueryPerformanceCounter(ticks);
                    return ticks.getValue();
                },
                epochClock);
    }

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
