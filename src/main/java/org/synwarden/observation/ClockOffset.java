package org.synwarden.observation;

import java.util.function.LongSupplier;

/** What to add to the time of an evidence source's own clock, so that it is time since the epoch. Pure but for the clocks. */
public final class ClockOffset {
    private static final int TRIES = 5;

    private ClockOffset() {}

    /**
     * A source's clock.
     *
     * @param <E> why it may not tell
     */
    public interface SourceClock<E extends Exception> {
        /** Nanoseconds, monotonic. */
        long now() throws E;
    }

    /**
     * Takes the offset, nanoseconds: the best of five, where the least time passed while asking.
     *
     * @param epochClock nanoseconds since the epoch, monotonic
     * @throws E when the source's clock does not tell
     */
    public static <E extends Exception> long measure(SourceClock<E> sourceClock, LongSupplier epochClock) throws E {
        long leastSpread = Long.MAX_VALUE;
        long offset = 0;
        for (int i = 0; i < TRIES; i++) {
            long before = epochClock.getAsLong();
            long source = sourceClock.now();
            long spread = epochClock.getAsLong() - before;
            if (spread < leastSpread) {
                leastSpread = spread;
                offset = before + spread / 2 - source;
            }
        }
        return offset;
    }
}
