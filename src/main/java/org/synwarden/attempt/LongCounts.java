package org.synwarden.attempt;

import java.util.Arrays;

/** Counts of long keys, without an object for either. Holds no more keys than are counted above zero. */
public final class LongCounts {
    private final LongSlots slots;
    private int[] counts = {};

    /** Nothing is counted, and never more than {@code bound} distinct keys are. */
    public LongCounts(int bound) {
        slots = new LongSlots(bound);
    }

    /** Counts the key once more; returns its count. */
    public int increment(long key) {
        return add(key, 1);
    }

    /** Counts the key so many times more, once at least; returns its count. */
    public int add(long key, int more) {
        int slot = slots.find(key);
        if (slot == LongSlots.NONE) {
            slot = slots.add(key);
            if (counts.length < slots.capacity()) {
                counts = Arrays.copyOf(counts, slots.capacity());
            }
            counts[slot] = 0;
        }
        counts[slot] += more;
        return counts[slot];
    }

    /** Counts the key once less; returns its count. A key that is not there stays so. */
    public int decrement(long key) {
        int slot = slots.find(key);
        if (slot == LongSlots.NONE) {
            return 0;
        }
        if (--counts[slot] == 0) {
            slots.free(slot);
            return 0;
        }
        return counts[slot];
    }

    /** How often the key is counted. */
    public int of(long key) {
        int slot = slots.find(key);
        return slot == LongSlots.NONE ? 0 : counts[slot];
    }

    /** The keys that are counted, in no order. */
    public long[] keys() {
        return slots.keys();
    }

    /** How many distinct keys are counted. */
    public int size() {
        return slots.size();
    }
}
