package org.synwarden.detect;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Counts over the last thirty seconds. */
final class Rate {
    private static final int SPAN = 30;

    private final int[] seconds = new int[SPAN];
    private long newest = Long.MIN_VALUE;

    void count(long at) {
        tick(at);
        long second = second(at);
        if (newest - second < SPAN) {
            seconds[slot(second)]++;
        }
    }

    /** Time has passed: what is older than thirty seconds no longer counts. */
    void tick(long now) {
        long second = second(now);
        if (newest == Long.MIN_VALUE || second - newest >= SPAN) {
            Arrays.fill(seconds, 0);
            newest = second;
        }
        while (newest < second) {
            seconds[slot(++newest)] = 0;
        }
    }

    double perSecond() {
        int sum = 0;
        for (int count : seconds) {
            sum += count;
        }
        return sum / (double) SPAN;
    }

    private static long second(long at) {
        return Math.floorDiv(at, TimeUnit.SECONDS.toNanos(1));
    }

    private static int slot(long second) {
        return Math.floorMod(second, SPAN);
    }
}
