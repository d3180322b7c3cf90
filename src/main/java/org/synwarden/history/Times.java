package org.synwarden.history;

import java.util.concurrent.TimeUnit;

/** Nanoseconds since the epoch in the file's units, rounded down; the times before 1970 as well. */
final class Times {
    /** How long a slot of the table {@code attempt} is. */
    static final long SLOT = TimeUnit.SECONDS.toNanos(10);

    static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    static final long DAY = TimeUnit.DAYS.toNanos(1);

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MICRO = TimeUnit.MICROSECONDS.toNanos(1);

    private Times() {}

    static long slot(long nanos) {
        return Math.floorDiv(nanos, SLOT);
    }

    /** Microseconds since the beginning of the slot. */
    static long within(long nanos) {
        return Math.floorMod(nanos, SLOT) / MICRO;
    }

    /** The time that slot and microseconds in it are. */
    static long ofSlot(long slot, long within) {
        return slot * SLOT + within * MICRO;
    }

    static long minute(long nanos) {
        return Math.floorDiv(nanos, MINUTE);
    }

    static long second(long nanos) {
        return Math.floorDiv(nanos, SECOND);
    }

    static long micros(long nanos) {
        return Math.floorDiv(nanos, MICRO);
    }

    /** The first microsecond that is not before that time: the end of a span that does not contain it. */
    static long microsUp(long nanos) {
        return -Math.floorDiv(-nanos, MICRO);
    }

    /** The time that many microseconds are. */
    static long ofMicros(long micros) {
        return micros * MICRO;
    }

    /** The time that many seconds are. */
    static long ofSecond(long second) {
        return second * SECOND;
    }
}
