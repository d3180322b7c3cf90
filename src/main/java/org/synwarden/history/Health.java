package org.synwarden.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is wrong with the history, and what was left out of it. Any thread. */
final class Health {
    private static final long LATELY = TimeUnit.MINUTES.toNanos(1);

    private Optional<Shortfall> unwritten = Optional.empty();
    private Optional<Shortfall> damaged = Optional.empty();
    private long summarised;
    private long lost;
    private long removed;
    private long lostSince;
    private long lostLast = Long.MIN_VALUE;
    private boolean lostAny;

    /** Nothing can be written, for that reason and remedy. */
    synchronized void cannotWrite(String message, String remedy, long now) {
        long since = unwritten.map(Shortfall::since).orElse(now);
        unwritten = Optional.of(new Shortfall("history-not-written", message, remedy, since));
    }

    synchronized void writes() {
        unwritten = Optional.empty();
    }

    synchronized boolean isWritten() {
        return unwritten.isEmpty();
    }

    /** A damaged file was put aside. */
    synchronized void setAside(String message, String remedy, long now) {
        damaged = Optional.of(new Shortfall("history-damaged", message, remedy, now));
    }

    /** So many attempts were kept as minutes only. */
    synchronized void summarised(long attempts, long now) {
        summarised += attempts;
        fallsShort(attempts, now);
    }

    /** So much has found no room up to now. */
    synchronized void leftOut(long inAll, long now) {
        fallsShort(inAll - lost, now);
        lost = inAll;
    }

    private void fallsShort(long more, long now) {
        if (more > 0) {
            lostSince = lostAny && now - lostLast <= LATELY ? lostSince : now;
            lostLast = now;
            lostAny = true;
        }
    }

    /** So many single attempts were deleted to keep the file small. */
    synchronized void removed(long rows) {
        removed += rows;
    }

    synchronized List<Shortfall> shortfalls(long now) {
        List<Shortfall> all = new ArrayList<>();
        unwritten.ifPresent(all::add);
        damaged.ifPresent(all::add);
        if (lostAny && now - lostLast <= LATELY) {
            all.add(new Shortfall(
                    "history-incomplete",
                    "The history could not keep up: " + lost + " records were left out and " + summarised
                            + " attempts kept as minutes only",
                    "Nothing to do in a flood; otherwise look whether the disk is busy",
                    lostSince));
        }
        return all;
    }

    /** What was left out so far, by constant names; what is 0 is not told. */
    synchronized Map<String, Long> counters() {
        Map<String, Long> counters = new LinkedHashMap<>();
        put(counters, "history-lost", lost);
        put(counters, "history-summarised", summarised);
        put(counters, "history-removed", removed);
        return counters;
    }

    private static void put(Map<String, Long> counters, String name, long count) {
        if (count > 0) {
            counters.put(name, count);
        }
    }
}
