package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.synwarden.observation.ClockOffset;

/**
 * From the trace clock to time since the epoch, by one offset taken at the start.
 *
 * @param offset nanoseconds to add to the trace clock
 */
record TraceTime(long offset) {
    /**
     * Takes the offset.
     *
     * @param traceClock the kernel's trace clock
     * @param epochClock nanoseconds since the epoch, monotonic
     */
    static TraceTime measure(ClockOffset.SourceClock<IOException> traceClock, LongSupplier epochClock)
            throws IOException {
        return new TraceTime(ClockOffset.measure(traceClock, epochClock));
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
