package org.synwarden.attempt;

import java.util.Arrays;

/**
 * {@link LongSlots} with a policy: when all are taken, the key that was used longest ago makes room, and that is counted.
 * Finding a key uses it.
 */
public final class LeastRecentSlots {
    private final LongSlots slots;
    private int[] older = {};
    private int[] newer = {};
    private int oldest = LongSlots.NONE;
    private int newest = LongSlots.NONE;
    private long evictions;

    /** Without keys, and never with more than {@code bound}. */
    public LeastRecentSlots(int bound) {
        slots = new LongSlots(bound);
    }

    /** The slot of that key, which is used by this, or {@link LongSlots#NONE}. */
    public int find(long key) {
        int slot = slots.find(key);
        if (slot != LongSlots.NONE) {
            use(slot);
        }
        return slot;
    }

    /** Uses the key of that slot. */
    public void use(int slot) {
        if (slot != newest) {
            unlink(slot);
            append(slot);
        }
    }

    /** Whether that key is there; it is not used by this. */
    public boolean contains(long key) {
        return slots.find(key) != LongSlots.NONE;
    }

    /** Gives a slot to a key that has none; it may be that of the key that was used longest ago, which has none then. */
    public int add(long key) {
        if (slots.isFull()) {
            evictions++;
            free(oldest);
        }
        int slot = slots.add(key);
        if (older.length < slots.capacity()) {
            older = Arrays.copyOf(older, slots.capacity());
            newer = Arrays.copyOf(newer, slots.capacity());
        }
        append(slot);
        return slot;
    }

    /** Frees the slot of that key; returns it, or {@link LongSlots#NONE}. */
    public int remove(long key) {
        int slot = slots.find(key);
        if (slot != LongSlots.NONE) {
            free(slot);
        }
        return slot;
    }

    private void free(int slot) {
        slots.free(slot);
        unlink(slot);
    }

    private void append(int slot) {
        older[slot] = newest;
        newer[slot] = LongSlots.NONE;
        if (newest == LongSlots.NONE) {
            oldest = slot;
        } else {
            newer[newest] = slot;
        }
        newest = slot;
    }

    private void unlink(int slot) {
        int before = older[slot];
        int after = newer[slot];
        if (before == LongSlots.NONE) {
            oldest = after;
        } else {
            newer[before] = after;
        }
        if (after == LongSlots.NONE) {
            newest = before;
        } else {
            older[after] = before;
        }
    }

    /** How many keys there are. */
    public int size() {
        return slots.size();
    }

    /** Every slot is less than this; grows with the number of keys. */
    public int capacity() {
        return slots.capacity();
    }

    /** How many keys had to make room. */
    public long evictions() {
        return evictions;
    }
}
