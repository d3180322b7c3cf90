package org.synwarden.capture;

import java.util.function.LongSupplier;

/**
 * Moves packet times from the wall clock, on which the kernel stamps them, to the clock all evidence sources share: a
 * packet is as old on the one as on the other. A packet that seems to come from the future, or to have waited longer
 * than any buffer keeps it, was stamped before or after the wall clock was set; it counts as new.
 */
final class PacketClock {
    private static final long LONGEST_WAIT = 2_000_000_000;

    private final LongSupplier shared;
    private final LongSupplier wall;

    /** Both in nanoseconds since the epoch. */
    PacketClock(LongSupplier shared, LongSupplier wall) {
        this.shared = shared;
        this.wall = wall;
    }

    /** The shared time of a packet stamped at this time of the wall clock. */
    long at(long stamp) {
        long age = wall.getAsLong() - stamp;
        return shared.getAsLong() - (age < 0 || age > LONGEST_WAIT ? 0 : age);
    }
}
