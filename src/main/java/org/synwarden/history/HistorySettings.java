package org.synwarden.history;

import java.util.Set;

/**
 * What is remembered, and for how long.
 *
 * @param enabled whether anything is
 * @param retentionDays after how many days what was recorded is deleted, 1 to {@value #MOST_DAYS}
 * @param rawMaxMegabytes how large the file may grow, in units of 1,000,000 bytes, {@value #LEAST_MEGABYTES} to
 *     {@value #MOST_MEGABYTES}: beyond that single attempts are deleted, the oldest first, and when none is left what is
 *     kept of whole minutes
 * @param doNotRecord full paths of programs whose attempts and destinations are not recorded, at most
 *     {@value #MOST_PATHS}; incidents of theirs are
 */
public record HistorySettings(boolean enabled, int retentionDays, int rawMaxMegabytes, Set<String> doNotRecord) {
    /** Ten years. */
    public static final int MOST_DAYS = 3_650;

    /** Below this the file would hold little else than its tables. */
    public static final int LEAST_MEGABYTES = 10;

    /** 100 GB. */
    public static final int MOST_MEGABYTES = 100_000;

    /** How many programs may be left out. */
    public static final int MOST_PATHS = 1_024;

    private static final int DAYS = 90;
    private static final int MEGABYTES = 500;

    /** Numbers outside their ranges are an {@link IllegalArgumentException} that says which. */
    public HistorySettings {
        if (retentionDays < 1 || retentionDays > MOST_DAYS) {
            throw new IllegalArgumentException("retention is 1 to " + MOST_DAYS + " days, not " + retentionDays);
        }
        if (rawMaxMegabytes < LEAST_MEGABYTES || rawMaxMegabytes > MOST_MEGABYTES) {
            throw new IllegalArgumentException("the history's size is " + LEAST_MEGABYTES + " to " + MOST_MEGABYTES
                    + " megabytes, not " + rawMaxMegabytes);
        }
        if (doNotRecord.size() > MOST_PATHS) {
            throw new IllegalArgumentException(
                    "at most " + MOST_PATHS + " programs may be left out, not " + doNotRecord.size());
        }
        doNotRecord = Set.copyOf(doNotRecord);
    }

    /** 90 days, 500 MB, every program. */
    public static HistorySettings defaults() {
        return new HistorySettings(true, DAYS, MEGABYTES, Set.of());
    }

    /** Nothing is remembered. */
    public static HistorySettings off() {
        return new HistorySettings(false, DAYS, MEGABYTES, Set.of());
    }

    /** Whether the attempts of the program at that path are not to be recorded; Windows paths in any case of letters. */
    public boolean leavesOut(String path) {
        return doNotRecord.contains(path)
                || path.indexOf('\\') >= 0 && doNotRecord.stream().anyMatch(path::equalsIgnoreCase);
    }
}
