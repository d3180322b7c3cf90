package org.synwarden.attempt;

import java.util.concurrent.TimeUnit;

/**
 * Patience after the way out has changed or the host has slept: names, tunnels and neighbours are not there at once.
 * Lasts until an attempt made since then is answered from elsewhere, or 60 s, in which an answer may take 5 s. One thread.
 */
public final class NetworkGrace {
    private static final long LASTS = TimeUnit.SECONDS.toNanos(60);
    private static final long PATIENT_LIMIT = TimeUnit.SECONDS.toNanos(5);
    private static final long NEVER = Long.MIN_VALUE;

    private final long usualLimit;
    private long since = NEVER;

    /** No grace yet; without it an answer may take {@code usualLimit} nanoseconds. */
    public NetworkGrace(long usualLimit) {
        this.usualLimit = usualLimit;
    }

    /** How long an answer may take without grace, nanoseconds. */
    long usualLimit() {
        return usualLimit;
    }

    /** The way out has changed, or the host has slept until now. */
    void begins(long at) {
        since = at;
    }

    /** An attempt that began then was answered. */
    void answered(long began) {
        if (since != NEVER && began >= since) {
            since = NEVER;
        }
    }

    /** Whether it lasts at that time. */
    public boolean lasts(long at) {
        return since != NEVER && at - since < LASTS;
    }

    /** How long the answer to an attempt that begins then may take, nanoseconds. */
    long answerLimit(long began) {
        return lasts(began) ? Math.max(usualLimit, PATIENT_LIMIT) : usualLimit;
    }
}
