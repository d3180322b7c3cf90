package org.synwarden.respond;

import java.util.OptionalLong;

/**
 * How long a block stands.
 *
 * @param until nanoseconds since the epoch; empty for no such end
 * @param untilRestart whether it ends when this PC starts the next time
 */
public record Lifetime(OptionalLong until, boolean untilRestart) {
    /** Until somebody undoes it. */
    public static final Lifetime FOR_GOOD = new Lifetime(OptionalLong.empty(), false);

    /** Until this PC starts the next time. */
    public static final Lifetime UNTIL_RESTART = new Lifetime(OptionalLong.empty(), true);

    /** Until that time, nanoseconds since the epoch. */
    public static Lifetime until(long at) {
        return new Lifetime(OptionalLong.of(at), false);
    }

    /**
     * Whether a block that was made then is over now; all nanoseconds since the epoch.
     *
     * @param restartedAt when this PC last started
     */
    public boolean isOver(long now, long restartedAt, long createdAt) {
        return until.isPresent() && now >= until.getAsLong() || untilRestart && createdAt < restartedAt;
    }
}
