package org.synwarden.tray;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try to reach the service: 1 s, doubled with every failure up to 10 s, each a quarter
 * more or less by chance, so that all who lost the same service do not come back at the same moment. A connection
 * that held for 10 s starts it anew; one that broke sooner does not, so that a service that dies at once is not
 * besieged. Used by one thread.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration HELD = Duration.ofSeconds(10);

    private static final double LEAST = 0.75;
    private static final double SPREAD = 0.5;

    private final DoubleSupplier chance;
    private Duration next = FIRST;

    /**
     * Nothing has failed yet.
     *
     * @param chance 0 to 1, as {@link java.util.Random#nextDouble} gives it
     */
    Backoff(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** A try failed; says how long to wait. */
    Duration failed() {
        double part = LEAST + SPREAD * chance.getAsDouble();
        Duration wait = Duration.ofNanos(Math.round(next.toNanos() * part));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return wait;
    }

    /** A connection broke after that time; says how long to wait. */
    Duration broke(Duration held) {
        if (held.compareTo(HELD) >= 0) {
            next = FIRST;
        }
        return failed();
    }
}
