package org.synwarden.attempt;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Numbers entries: finds the small number (slot) of a long key without an object for either, so that what is known of a
 * key can lie in arrays by slot. A hash table with chains (Knuth, "The Art of Computer Programming" 3, 6.4, algorithm C),
 * at least twice as many chains as keys, so that most are empty or of one key. Slots that were freed are given out again,
 * the latest first.
 */
public final class LongSlots {
    /** No slot: the key is not there. */
    public static final int NONE = -1;

    private static final int LEAST = 8;
    /** Bits of a link for a slot plus one. */
    private static final int SLOT_BITS = 20;

    private static final int SLOT = (1 << SLOT_BITS) - 1;
    /** Bits of the spread key that are above those of a slot when shifted by this, and not among those of a chain. */
    private static final int TAG_SHIFT = 12;

    private static final int END = 0;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final int bound;
    private long[] keys = {};
    /**
     * By chain, and by slot: the link to the first, and to the next one. It is the slot plus one, and above it some bits of
     * the spread key, so that nearly every other key is known for one without a look at it.
     */
    private int[] firsts = {};

    private int[] nexts = {};
    /** The slot plus one that was freed last; it is linked to that freed before. */
    private int freed = END;

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
        long spread = key * SPREAD;
        int tag = tag(spread);
        for (int link = firsts[chain(spread)]; link != END; link = nexts[slot(link)]) {
            if ((link ^ tag) >>> SLOT_BITS == 0 && keys[slot(link)] == key) {
                return slot(link);
            }
        }
        return NONE;
    }

    private int chain(long spread) {
        return (int) (spread >>> shift);
    }

    private static int tag(long spread) {
        return (int) (spread >>> TAG_SHIFT);
    }

    private static int slot(int link) {
        return (link & SLOT) - 1;
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
        if (freed == END && used == keys.length) {
            grow();
        }
        int slot = freed == END ? used++ : unfree();
        keys[slot] = key;
        size++;
        enter(slot);
        return slot;
    }

    private int unfree() {
        int slot = slot(freed);
        freed = nexts[slot];
        return slot;
    }

    private void grow() {
        int capacity = Math.min(bound, Math.max(LEAST, 2 * keys.length));
        keys = Arrays.copyOf(keys, capacity);
        nexts = new int[capacity];
        int chains = Math.max(2, Integer.highestOneBit(2 * capacity - 1) << 1);
        shift = Long.numberOfLeadingZeros(chains) + 1;
        firsts = new int[chains];
        for (int slot = 0; slot < used; slot++) { // none is free, or there were no need to grow
            enter(slot);
        }
    }

    private void enter(int slot) {
        long spread = keys[slot] * SPREAD;
        int chain = chain(spread);
        nexts[slot] = firsts[chain];
        firsts[chain] = tag(spread) & ~SLOT | slot + 1;
    }

    /** Frees the slot of that key; returns it, or {@link #NONE}. */
    public int remove(long key) {
        int slot = find(key);
        if (slot != NONE) {
            free(slot);
        }
        return slot;
    }

    /** Frees a slot that is in use. */
    public void free(int slot) {
        int chain = chain(keys[slot] * SPREAD);
        int before = slot(firsts[chain]);
        if (before == slot) {
            firsts[chain] = nexts[slot];
        } else {
            while (slot(nexts[before]) != slot) {
                before = slot(nexts[before]);
            }
            nexts[before] = nexts[slot];
        }
        nexts[slot] = freed;
        freed = slot + 1;
        size--;
    }

    /** The key of a slot that is in use. */
    public long key(int slot) {
        return keys[slot];
    }

    /** The keys, in no order. */
    public long[] keys() {
        boolean[] free = new boolean[used];
        for (int link = freed; link != END; link = nexts[slot(link)]) {
            free[slot(link)] = true;
        }
        return IntStream.range(0, used)
                .filter(slot -> !free[slot])
                .mapToLong(slot -> keys[slot])
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
