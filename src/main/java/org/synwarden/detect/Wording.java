package org.synwarden.detect;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Numbers in the words of an explanation. */
final class Wording {
    private static final int MINUTES_FROM_SECONDS = 120;

    private Wording() {}

    static String addresses(int count) {
        return count(count, "address", "addresses");
    }

    /** A count with its word; saturated counts end with a plus sign. */
    static String count(int count, String one, String many) {
        String plus = count >= RecentFailures.BOUND ? "+" : "";
        return String.format(Locale.ROOT, "%,d%s %s", count, plus, count == 1 ? one : many);
    }

    static String span(long nanos) {
        long seconds = Math.max(1, Math.round(nanos / (double) TimeUnit.SECONDS.toNanos(1)));
        return seconds < MINUTES_FROM_SECONDS ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }
}
