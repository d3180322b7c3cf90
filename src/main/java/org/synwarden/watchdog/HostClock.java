package org.synwarden.watchdog;

import java.util.concurrent.TimeUnit;

/**
 * The time of this host: monotonic, with one offset taken at the start, so that a step of the wall clock changes only
 * what is displayed. Any thread.
 */
final class HostClock {
    private final long offset = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - System.nanoTime();

    /** Nanoseconds since the epoch. */
    long now() {
        return System.nanoTime() + offset;
    }
}
