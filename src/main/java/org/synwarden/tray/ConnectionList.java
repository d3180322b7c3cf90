package org.synwarden.tray;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The live connections in the order the user chose, those that the user wants to see, with marks on what has just
 * changed. A message that changes k of n rows costs one pass over n and a sort of k. Times are of {@link System#nanoTime}.
 * Used by one thread at a time.
 */
final class ConnectionList {
    /** How long a row is marked; a little less than the usual second between two messages, so that one ends it. */
    static final long MARKED = TimeUnit.MILLISECONDS.toNanos(900);

    /** Rows that come this soon after a reset are pages of the whole: nothing that has just appeared. */
    static final long WHOLE = TimeUnit.SECONDS.toNanos(1);

    private record Marked(Mark mark, long since) {}

    private final Map<String, ConnectionRow> living = new HashMap<>();
    private final Map<String, Marked> marks = new HashMap<>();
    private Comparator<ConnectionRow> order = ConnectionColumn.PROCESS.order(false);
    private Predicate<ConnectionRow> wanted = row -> true;
    private List<ConnectionRow> shown = List.of();
    private long quietUntil = Long.MIN_VALUE;
    private long markedFor = MARKED;
    private boolean changed;

    /** Takes over what the service says. */
    void apply(ConnectionChange change, long now) {
        if (change.reset()) {
            living.clear();
            marks.clear();
            shown = List.of();
            quietUntil = now + WHOLE;
        }
        changed |=
                change.reset() || !change.put().isEmpty() || !change.removed().isEmpty();
        endMarks(now);
        for (String key : change.removed()) {
            if (living.remove(key) != null) {
                marks.put(key, new Marked(Mark.CLOSING, now));
            }
        }
        Map<String, ConnectionRow> fresh = new HashMap<>();
        for (ConnectionRow row : change.put()) {
            mark(living.put(row.key(), row), row, now);
            fresh.put(row.key(), row);
        }
        List<ConnectionRow> sorted = new ArrayList<>(fresh.size());
        fresh.values().stream().filter(wanted).forEach(sorted::add);
        sorted.sort(order);
        shown = merged(staying(fresh), sorted);
    }

    private void mark(ConnectionRow before, ConnectionRow row, long now) {
        if (now - quietUntil < 0) {
            return;
        }
        if (before == null) {
            marks.put(row.key(), new Marked(Mark.NEW, now));
        } else if (!before.socket().state().equals(row.socket().state())) {
            marks.put(row.key(), new Marked(Mark.CHANGED, now));
        }
    }

    private List<ConnectionRow> staying(Map<String, ConnectionRow> fresh) {
        List<ConnectionRow> staying = new ArrayList<>(shown.size() + fresh.size());
        for (ConnectionRow row : shown) {
            if (!fresh.containsKey(row.key()) && isThere(row.key())) {
                staying.add(row);
            }
        }
        return staying;
    }

    private boolean isThere(String key) {
        return living.containsKey(key) || marks.containsKey(key);
    }

    private List<ConnectionRow> merged(List<ConnectionRow> staying, List<ConnectionRow> fresh) {
        if (fresh.isEmpty()) {
            return staying;
        }
        List<ConnectionRow> merged = new ArrayList<>(staying.size() + fresh.size());
        int next = 0;
        for (ConnectionRow row : staying) {
            while (next < fresh.size() && order.compare(fresh.get(next), row) < 0) {
                merged.add(fresh.get(next++));
            }
            merged.add(row);
        }
        merged.addAll(fresh.subList(next, fresh.size()));
        return merged;
    }

    /** Time has passed: takes marks away that have been seen long enough, and what is gone with them. */
    void expire(long now) {
        int before = marks.size();
        endMarks(now);
        if (marks.size() < before) {
            shown = staying(Map.of());
        }
    }

    /** Whether there is anything to draw that the last {@link #view} does not show. */
    boolean hasChanged() {
        return changed;
    }

    private void endMarks(long now) {
        changed |= marks.values().removeIf(marked -> now - marked.since() >= markedFor);
    }

    /** Rows are marked that long from now on, in nanoseconds: what is drawn seldom has to be seen once. */
    void markFor(long nanos) {
        markedFor = nanos;
    }

    /** Sorts by that column from now on. */
    void sortBy(ConnectionColumn column, boolean descending) {
        order = column.order(descending);
        shown = new ArrayList<>(shown);
        shown.sort(order);
    }

    /** Shows what that test lets through from now on. */
    void want(Predicate<ConnectionRow> test) {
        wanted = test;
        List<ConnectionRow> passing =
                new ArrayList<>(living.values().stream().filter(test).toList());
        passing.sort(order);
        shown = passing;
    }

    /** As it is to be drawn now. */
    ConnectionView view() {
        changed = false;
        Map<String, Mark> now = new HashMap<>(2 * marks.size());
        marks.forEach((key, marked) -> now.put(key, marked.mark()));
        return new ConnectionView(List.copyOf(shown), now, living.size());
    }
}
