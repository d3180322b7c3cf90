package org.synwarden.watchdog;

import java.util.concurrent.TimeUnit;

/**
 * Whether something that happens now and then has happened lately, and since when: it counts as going on until a minute
 * has passed without it. Times are nanoseconds since the epoch. One thread.
 */
final class Lately {
    private static final long LENGTH = TimeUnit.MINUTES.toNanos(1);

    private boolean happened;
    private long since;
    private long last;

    /** It happens; whether it had not happened lately. */
    boolean happens(long at) {
        boolean anew = !isGoingOn(at);
        since = anew ? at : since;
        last = at;
        happened = true;
        return anew;
    }

    boolean isGoingOn(long now) {
        return happened && now - last < LENGTH;
    }

    /** When what goes on began. */
    long since() {
        return since;
    }
}
