package org.synwarden.attempt;

/**
 * A queue of records of a few long fields each, in one array that is used round. Grows as needed; who fills it sets the
 * bound. Records are numbered from the oldest, 0.
 */
public final class LongRecords {
    private static final int LEAST = 8;

    private final int width;
    private long[] fields = {};
    private int mask = -1;
    private int head;
    private int size;

    /** An empty queue of records with that many fields. */
    public LongRecords(int width) {
        this.width = width;
    }

    /** Appends a record whose fields are undefined until they are set; returns its number. */
    public int add() {
        if (size > mask) {
            grow();
        }
        return size++;
    }

    private void grow() {
        int capacity = Math.max(LEAST, 2 * size);
        long[] larger = new long[capacity * width];
        int tail = (size - head) * width; // the queue is full, or empty
        System.arraycopy(fields, head * width, larger, 0, tail);
        System.arraycopy(fields, 0, larger, tail, head * width);
        fields = larger;
        mask = capacity - 1;
        head = 0;
    }

    /** One field of one record. */
    public long get(int number, int field) {
        return fields[place(number) + field];
    }

    /** Sets one field of one record. */
    public void set(int number, int field, long value) {
        fields[place(number) + field] = value;
    }

    private int place(int number) {
        return (head + number & mask) * width;
    }

    /** Takes out the oldest record. */
    public void removeOldest() {
        head = head + 1 & mask;
        size--;
    }

    /** Takes out a record; those before it move up by one, at their cost. */
    public void remove(int number) {
        for (int moved = number; moved > 0; moved--) {
            System.arraycopy(fields, place(moved - 1), fields, place(moved), width);
        }
        removeOldest();
    }

    /** The latest record with that value in that field, or -1. */
    public int find(int field, long value) {
        for (int number = size - 1; number >= 0; number--) {
            if (get(number, field) == value) {
                return number;
            }
        }
        return -1;
    }

    /**
     * The same, or one of several, sought first where another field, which mostly rises from record to record, is about
     * that high: found at once where it rises, and at any rate if it is there.
     */
    public int findNear(int rising, long height, int field, long value) {
        int above = firstAbout(rising, height);
        int below = above - 1;
        while (above < size || below >= 0) {
            if (above < size && get(above++, field) == value) {
                return above - 1;
            }
            if (below >= 0 && get(below--, field) == value) {
                return below + 1;
            }
        }
        return -1;
    }

    private int firstAbout(int rising, long height) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (get(middle, rising) < height) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many records there are. */
    public int size() {
        return size;
    }
}
