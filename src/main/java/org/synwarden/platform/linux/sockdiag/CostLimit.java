package org.synwarden.platform.linux.sockdiag;

import java.util.function.LongSupplier;

/**
 * Keeps a kind of work at one twentieth of the time that passes: what a piece of work took must first be saved up, 1 s
 * for each 50 ms. Up to 500 ms are saved in quiet times, and there at the start. A piece of work is never cut short, so
 * the account can be overdrawn; then nothing is allowed until it is level again. One thread.
 */
final class CostLimit {
    private static final long SHARE = 20;
    private static final long MOST_SAVED = 500_000_000;

    private final LongSupplier nanoClock;
    private final LongSupplier costClock;
    private long saved = MOST_SAVED;
    private long savedAt;

    /**
     * An account that is full. Both clocks count nanoseconds from anywhere and never go back.
     *
     * @param nanoClock the time that passes
     * @param costClock the time that work takes: the processor's, so that on a busy system waiting for it costs nothing
     */
    CostLimit(LongSupplier nanoClock, LongSupplier costClock) {
        this.nanoClock = nanoClock;
        this.costClock = costClock;
        this.savedAt = nanoClock.getAsLong();
    }

    /** Does the work if there is anything saved; whether it was done. */
    boolean tryTo(Runnable work) {
        long began = nanoClock.getAsLong();
        saved = Math.min(saved + (began - savedAt) / SHARE, MOST_SAVED);
        savedAt = began;
        if (saved <= 0) {
            return false;
        }
        long costBefore = costClock.getAsLong();
        work.run();
        saved -= costClock.getAsLong() - costBefore;
        return true;
    }
}
