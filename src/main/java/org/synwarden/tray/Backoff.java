package org.synwarden.tray;

import java.time.Duration;

/**
 * How long to wait before the next try to reach the service: 1 s, doubled with every failure up to 10 s. A connection
 * that held for 10 s starts it anew; one that broke sooner does not, so that a service that dies at once is not
 * besieged. Used by one thread.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration HELD = Duration.ofSeconds(10);

    private Duration next = FIRST;

    /** A try failed; says how long to wait. */
    Duration failed() {
        Duration wait = next;
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
