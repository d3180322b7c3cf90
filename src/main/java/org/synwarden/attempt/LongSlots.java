package org.synwarden.attempt;

import java.util.Arrays;

/**
 * Numbers entries: finds the small number (slot) of a long key without an object for either, so that what is known of a
 * key can lie in arrays by slot. Open addressing with linear probing (Knuth, "The Art of Computer Programming" 3, 6.4,
 * algorithms L and R), at most half full. Slots that were freed are given out again, the latest first.
 */
public final class LongSlots {
    /** No slot: the key is not there. */
    public static final int NONE = -1;

    private static final int LEAST = 8;
    /** Bits for a slot plus one. */
    private static final int SLOT_BITS = 20;

    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final int bound;
    private long[] keys = {};
    /**
     * By place: the upper bits of the spread key and, in the lower ones, the slot plus one; 0 where nothing is. So nearly
     * every other key is known for one without a look at the keys, which lie elsewhere in memory.
     */
    private long[] table = {};
    /** Slots that were freed, and above them those that never were given out. */
    private int[] free = {};

    private int freed;
    private int shift;
    private int used;
    private int size;

    /** Without keys, and never with more than {@code bound}, which is at most half a million. */
    public LongSlots(int bound) {
        if (bound > 1 << SLOT_BITS - 1) {
            throw new IllegalArgumentException("more keys than can be numbered: " + bound);
        }
        this.bound = bound;
    }

    /** The slot of that key, or {@link #NONE}. */
    public int find(long key) {
        if (size == 0) {
            return NONE;
        }
        int place = place(key);
        return place == NONE ? NONE : slot(table[place]);
    }

    /** Where in the table that key is, or {@link #NONE}. */
    private int place(long key) {
        long spread = key * SPREAD;
        int mask = table.length - 1;
        for (int place = (int) (spread >>> shift); table[place] != 0; place = place + 1 & mask) {
            long there = table[place];
            if ((there ^ spread) >>> SLOT_BITS == 0 && keys[slot(there)] == key) {
                return place;
            }
        }
        return NONE;
    }

    private static int slot(long there) {
        return ((int) there & (1 << SLOT_BITS) - 1) - 1;
    }

    /**
     * Gives a slot to a key that has none.
     *
     * @throws IllegalStateException when there are as many keys as there may be
     */
    public int add(long key) {
        if (isFull()) {
            throw new IllegalStateException("full with " + bound + " keys");
        }
        if (freed == 0 && used == keys.length) {
            grow();
        }
        int slot = freed > 0 ? free[--freed] : used++;
        keys[slot] = key;
        size++;
        enter(slot);
        return slot;
    }

    private void grow() {
        int capacity = Math.min(bound, Math.max(LEAST, 2 * keys.length));
        keys = Arrays.copyOf(keys, capacity);
        free = Arrays.copyOf(free, capacity);
        int places = Math.max(2, Integer.highestOneBit(2 * capacity - 1) << 1);
        shift = Long.numberOfLeadingZeros(places) + 1;
        table = new long[places];
        for (int slot = 0; slot < used; slot++) { // none is free, or there were no need to grow
            enter(slot);
        }
    }

    private void enter(int slot) {
        long spread = keys[slot] * SPREAD;
        int mask = table.length - 1;
        int place = (int) (spread >>> shift);
        while (table[place] != 0) {
            place = place + 1 & mask;
        }
        table[place] = spread >>> SLOT_BITS << SLOT_BITS | slot + 1;
    }

    /** Frees the slot of that key; returns it, or {@link #NONE}. */
    public int remove(long key) {
        int place = size == 0 ? NONE : place(key);
        if (place == NONE) {
            return NONE;
        }
        int slot = slot(table[place]);
        close(place);
        free[freed++] = slot;
        size--;
        return slot;
    }

    /** Moves those after a gap that would no longer be found into it. */
    private void close(int from) {
        int mask = table.length - 1;
        int gap = from;
        table[gap] = 0;
        for (int place = gap + 1 & mask; table[place] != 0; place = place + 1 & mask) {
            int home = (int) (table[place] >>> shift);
            if ((place - home & mask) >= (place - gap & mask)) {
                table[gap] = table[place];
                table[place] = 0;
                gap = place;
            }
        }
    }

    /** The key of a slot that is in use. */
    public long key(int slot) {
        return keys[slot];
    }

    /** The keys, in no order. */
    public long[] keys() {
        return Arrays.stream(table)
                .filter(place -> place != 0)
                .map(place -> keys[slot(place)])
                .toArray();
    }

    /** Whether no key can be added. */
    public boolean isFull() {
        return size == bound;
    }

    /** How many keys there are. */
    public int size() {
        return size;
    }

    /** Every slot is less than this; grows with the number of keys. */
    public int capacity() {
        return keys.length;
    }
}
