package org.synwarden.respond;

import java.util.OptionalLong;

/**
 * How long a block stands.
 *
 * @param until nanoseconds since the epoch; empty for no such end
 * @param untilRestart whether it ends when this PC starts the next time
 * @param restarted whether it was to end at a restart, and this PC has restarted since
 */
public record Lifetime(OptionalLong until, boolean untilRestart, boolean restarted) {
    /** Until somebody undoes it. */
    public static final Lifetime FOR_GOOD = new Lifetime(OptionalLong.empty(), false, false);

    /** Until this PC starts the next time. */
    public static final Lifetime UNTIL_RESTART = new Lifetime(OptionalLong.empty(), true, false);

    /** Until a restart that has been. */
    public static final Lifetime RESTARTED = new Lifetime(OptionalLong.empty(), true, true);

    /** Until that time, nanoseconds since the epoch. */
    public static Lifetime until(long at) {
        return new Lifetime(OptionalLong.of(at), false, false);
    }
}
