package org.synwarden.detect;

import java.util.Arrays;

/** Counts what happened within a sliding span of time, in slots of equal length. Never allocates. */
final class SlidingCount {
    private final int[] slots;
    private final long slotNanos;
    private long newest = Long.MIN_VALUE;
    private long newestBegan;
    private int place;
    private int sum;

    /** Nothing yet; looks back over {@code slots} times {@code slotNanos}. */
    SlidingCount(int slots, long slotNanos) {
        this.slots = new int[slots];
        this.slotNanos = slotNanos;
    }

    void add(long at) {
        if (isNewest(at)) {
            slots[place]++;
            sum++;
            return;
        }
        long slot = advance(at);
        if (newest - slot < slots.length) {
            slots[Math.floorMod(slot, slots.length)]++;
            sum++;
        }
    }

    /** It did not happen at that time after all; what is older than the span no longer counts anyway. */
    void remove(long at) {
        long slot = Math.floorDiv(at, slotNanos);
        int place = Math.floorMod(slot, slots.length);
        if (slot <= newest && newest - slot < slots.length && slots[place] > 0) {
            slots[place]--;
            sum--;
        }
    }

    /** How often it happened within the span up to now. */
    int sum(long now) {
        if (!isNewest(now)) {
            advance(now);
        }
        return sum;
    }

    /** How often it happened within the span up to the latest time that this was told of. */
    int sum() {
        return sum;
    }

    /** Whether that time is in the newest slot, as nearly every one is. */
    private boolean isNewest(long at) {
        return newest != Long.MIN_VALUE && at >= newestBegan && at - newestBegan < slotNanos;
    }

    private long advance(long at) {
        long slot = Math.floorDiv(at, slotNanos);
        if (newest == Long.MIN_VALUE || slot - newest >= slots.length) {
            Arrays.fill(slots, 0);
            sum = 0;
            newest = slot;
        }
        while (newest < slot) {
            int oldest = Math.floorMod(++newest, slots.length);
            sum -= slots[oldest];
            slots[oldest] = 0;
        }
        newestBegan = newest * slotNanos;
        place = Math.floorMod(newest, slots.length);
        return slot;
    }
}
