package org.synwarden.platform.linux.tracefs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel counts of one processor's buffer, {@code per_cpu/cpuN/stats} (Documentation/trace/ftrace.rst).
 *
 * @param lost events that were overwritten before they were read, or found no room, since the instance was made
 * @param now the trace clock when it was asked, in nanoseconds, right to the microsecond; 0 when it does not say
 */
record BufferStats(long lost, long now) {
    private static final Pattern LOST =
            Pattern.compile("(?m)^(?:overrun|commit overrun|dropped events):\\s*(\\d{1,18})$");
    private static final Pattern NOW = Pattern.compile("(?m)^now ts:\\s*(\\d{1,9})\\.(\\d{6})$");
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    /** Reads the file. */
    static BufferStats parse(String text) {
        long lost = LOST.matcher(text)
                .results()
                .mapToLong(hit -> Long.parseLong(hit.group(1)))
                .sum();
        Matcher now = NOW.matcher(text);
        return new BufferStats(
                lost,
                now.find()
                        ? Long.parseLong(now.group(1)) * NANOS_PER_SECOND
                                + Long.parseLong(now.group(2)) * NANOS_PER_MICRO
                        : 0);
    }
}
