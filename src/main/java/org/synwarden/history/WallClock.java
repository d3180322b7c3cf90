package org.synwarden.history;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time under which things are stored. The engine's clock goes on evenly whatever becomes of the wall clock; who asks
 * later knows the wall clock only. So stored times are the engine's, moved by what the wall clock has been set since the
 * start, in steps of a second and more, so that one attempt keeps its time. Any thread.
 */
final class WallClock {
    /** Somebody looks every minute. */
    static final long PAUSE = TimeUnit.SECONDS.toNanos(150);

    private static final long STEP = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier engine;
    private final LongSupplier wall;
    private volatile long ahead;
    private volatile long steppedAt;
    private long lookedAt;
    private boolean awoken;

    /**
     * Follows these clocks, both in nanoseconds since the epoch.
     *
     * @param engine even
     * @param wall as it is set
     */
    WallClock(LongSupplier engine, LongSupplier wall) {
        this.engine = engine;
        this.wall = wall;
        steppedAt = engine.getAsLong();
        look();
    }

    /**
     * Looks whether the wall clock was set, and whether so much time has passed since the last look that nobody can have
     * looked in between: this PC slept, or its clock was set forward.
     */
    synchronized void look() {
        long now = engine.getAsLong();
        long difference = wall.getAsLong() - now;
        if (Math.abs(difference - ahead) >= STEP) {
            ahead = difference;
            steppedAt = now;
        }
        awoken |= lookedAt > 0 && now + ahead - lookedAt >= PAUSE;
        lookedAt = now + ahead;
    }

    /** Whether nobody looked for a while, until the last look; said until {@link #haveNoted}. */
    synchronized boolean hasAwoken() {
        return awoken;
    }

    /** That nobody looked for a while is written down. */
    synchronized void haveNoted() {
        awoken = false;
    }

    /** How much later than the engine's times the stored ones are. */
    long ahead() {
        return ahead;
    }

    /** Now, as it is stored. */
    long now() {
        return engine.getAsLong() + ahead;
    }

    /** Now, as the engine counts. */
    long engineNow() {
        return engine.getAsLong();
    }

    /** How long the wall clock has not been set. */
    long steadyFor() {
        return engine.getAsLong() - steppedAt;
    }
}
