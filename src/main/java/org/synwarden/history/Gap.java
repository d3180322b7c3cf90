package org.synwarden.history;

/**
 * A stretch of time of which the history does not hold the whole.
 *
 * @param from when it began, nanoseconds since the epoch
 * @param to when it ended; {@link Long#MAX_VALUE} while it lasts
 * @param whole whether nothing was recorded in it; else something may be missing
 * @param reason why, as a part of a sentence: "SynWarden was not running"
 */
public record Gap(long from, long to, boolean whole, String reason) {
    /** An end before the beginning is an {@link IllegalArgumentException}. */
    public Gap {
        if (to < from) {
            throw new IllegalArgumentException("a gap ends before it begins");
        }
    }
}
