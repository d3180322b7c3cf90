package org.synwarden.detect;

import java.util.concurrent.TimeUnit;

/** What one unit knows of one remote address. */
final class Destination {
    private static final long RETRY_NANOS = TimeUnit.HOURS.toNanos(24);
    private static final long NEVER = Long.MIN_VALUE;

    private long lastContact = NEVER;
    private long failedAt = NEVER;
    private long firstContact;

    /**
     * Notes one attempt.
     *
     * @param firstContactAfter not contacted for this long, the attempt is a first contact, nanoseconds
     * @return whether it is one. An address that failed in the last 24 h is only tried again
     */
    boolean contacted(long at, long attempt, long firstContactAfter) {
        boolean first = (lastContact == NEVER || at - lastContact > firstContactAfter)
                && (failedAt == NEVER || at - failedAt > RETRY_NANOS);
        lastContact = Math.max(lastContact, at);
        if (first) {
            firstContact = attempt;
        }
        return first;
    }

    /** Whether that attempt, by id, was the first contact. */
    boolean wasFirstContact(long attempt) {
        return firstContact == attempt;
    }

    void failed(long at) {
        failedAt = at;
    }

    void succeeded() {
        failedAt = NEVER;
    }
}
