package org.synwarden.detect;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Counts over the last thirty seconds. */
final class Rate {
    private static final int SPAN = 30;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int[] seconds = new int[SPAN];
    private long newest = Long.MIN_VALUE;
    private long newestBegan;

    void count(long at) {
        tick(at);
        if (isNewest(at)) {
            seconds[slot(newest)]++;
            return;
        }
        long second = second(at);
        if (newest - second < SPAN) {
            seconds[slot(second)]++;
        }
    }

    /** Time has passed: what is older than thirty seconds no longer counts. */
    void tick(long now) {
        if (isNewest(now)) {
            return;
        }
        long second = second(now);
        if (newest == Long.MIN_VALUE || second - newest >= SPAN) {
            Arrays.fill(seconds, 0);
            newest = second;
        }
        while (newest < second) {
            seconds[slot(++newest)] = 0;
        }
        newestBegan = newest * SECOND;
    }

    private boolean isNewest(long at) {
        return newest != Long.MIN_VALUE && at >= newestBegan && at - newestBegan < SECOND;
    }

    double perSecond() {
        int sum = 0;
        for (int count : seconds) {
            sum += count;
        }
        return sum / (double) SPAN;
    }

    private static long second(long at) {
        return Math.floorDiv(at, SECOND);
    }

    private static int slot(long second) {
        return Math.floorMod(second, SPAN);
    }
}
