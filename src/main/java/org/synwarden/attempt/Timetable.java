package org.synwarden.attempt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is due when, earliest first. Made for times that mostly are a few constants ahead of a time that rises: whatever
 * is due no earlier than the last entry of one of four queues is put at its end; only the rest, out of every order, goes
 * to a heap. Entries are small numbers and need no object in the queues.
 */
public final class Timetable {
    private static final int LANES = 4;

    private record Straggler(long at, int what) {}

    private final Lane[] lanes = new Lane[LANES];
    private final PriorityQueue<Straggler> stragglers =
            new PriorityQueue<>(Comparator.comparingLong(Straggler::at).thenComparingInt(Straggler::what));
    private long next = Long.MAX_VALUE;
    /** How many lanes have been needed; the others are empty. */
    private int used;

    private int size;

    /** Nothing is due. */
    public Timetable() {
        Arrays.setAll(lanes, any -> new Lane());
    }

    /** Enters what is due at that time, nanoseconds. */
    public void add(long at, int what) {
        size++;
        next = Math.min(next, at);
        Lane fitting = null;
        for (int i = 0; i < used; i++) { // the one that ends latest leaves the others to what is due sooner
            Lane lane = lanes[i];
            if (at >= lane.last && (fitting == null || lane.last > fitting.last)) {
                fitting = lane;
            }
        }
        if (fitting == null && used < LANES) {
            fitting = lanes[used++];
        }
        if (fitting == null) {
            stragglers.add(new Straggler(at, what));
        } else {
            fitting.add(at, what);
        }
    }

    /** When the earliest entry is due; {@code Long.MAX_VALUE} when there is none. */
    public long next() {
        return next;
    }

    private long earliest() {
        long earliest =
                stragglers.isEmpty() ? Long.MAX_VALUE : stragglers.peek().at();
        for (int i = 0; i < used; i++) {
            earliest = Math.min(earliest, lanes[i].first);
        }
        return earliest;
    }

    /**
     * Takes out the earliest entry.
     *
     * @throws IllegalStateException when there is none
     */
    public int poll() {
        if (size == 0) {
            throw new IllegalStateException("nothing is due");
        }
        size--;
        int what = take();
        next = earliest();
        return what;
    }

    private int take() {
        for (int i = 0; i < used; i++) {
            if (lanes[i].first == next && lanes[i].entries.size() > 0) {
                return lanes[i].poll();
            }
        }
        return stragglers.remove().what();
    }

    /** How many entries there are. */
    public int size() {
        return size;
    }

    /** Whether an entry is still to be kept. */
    public interface Keep {
        /** Whether what was entered for that time is. */
        boolean isKept(long at, int what);
    }

    /** Takes out what need not be kept. */
    public void prune(Keep keep) {
        stragglers.removeIf(straggler -> !keep.isKept(straggler.at(), straggler.what()));
        size = stragglers.size();
        for (Lane lane : lanes) {
            lane.prune(keep);
            size += lane.entries.size();
        }
        next = earliest();
    }

    /** A queue in order of time. */
    private static final class Lane {
        private static final int AT = 0;
        private static final int WHAT = 1;

        private LongRecords entries = new LongRecords(2);
        /** When the first and last entries are due; of an empty lane the end of time and the beginning. */
        private long first = Long.MAX_VALUE;

        private long last = Long.MIN_VALUE;

        private void add(long at, int what) {
            int added = entries.add();
            entries.set(added, AT, at);
            entries.set(added, WHAT, what);
            first = Math.min(first, at);
            last = at;
        }

        private int poll() {
            int what = (int) entries.get(0, WHAT);
            entries.removeOldest();
            edges();
            return what;
        }

        private void edges() {
            boolean empty = entries.size() == 0;
            first = empty ? Long.MAX_VALUE : entries.get(0, AT);
            last = empty ? Long.MIN_VALUE : last;
        }

        private void prune(Keep keep) {
            LongRecords all = entries;
            entries = new LongRecords(2);
            last = Long.MIN_VALUE;
            for (int i = 0; i < all.size(); i++) {
                int what = (int) all.get(i, WHAT);
                if (keep.isKept(all.get(i, AT), what)) {
                    add(all.get(i, AT), what);
                }
            }
            edges();
        }
    }
}
