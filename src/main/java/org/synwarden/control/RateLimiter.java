package org.synwarden.control;

import java.util.function.LongSupplier;

/** A token bucket. One thread. */
final class RateLimiter {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanoClock;
    private double tokens;
    private long filledAt;

    /**
     * A full bucket.
     *
     * @param perSecond tokens that flow in
     * @param burst tokens that it holds
     * @param nanoClock monotonic nanoseconds
     */
    RateLimiter(double perSecond, double burst, LongSupplier nanoClock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoClock = nanoClock;
        this.tokens = burst;
        this.filledAt = nanoClock.getAsLong();
    }

    /** Takes a token if there is one. */
    boolean tryAcquire() {
        long now = nanoClock.getAsLong();
        tokens = Math.min(burst, tokens + (now - filledAt) / NANOS_PER_SECOND * perSecond);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
