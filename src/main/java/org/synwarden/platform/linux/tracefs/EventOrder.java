package org.synwarden.platform.linux.tracefs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Merges the events of all processors into the order of their time. Each processor's buffer is in order; an event that
 * is older than the moment at which a round of reading all buffers began can no longer be preceded by one that is still
 * unread, so it may go on. One thread.
 */
final class EventOrder {
    private final List<KernelEvent> held = new ArrayList<>();

    /** Takes one. */
    void add(KernelEvent event) {
        held.add(event);
    }

    /** Passes on, in order, all that is not newer than the horizon; ties stay in the order in which they were added. */
    void release(long horizon, Consumer<KernelEvent> next) {
        held.sort(Comparator.comparingLong(KernelEvent::at));
        int count = 0;
        while (count < held.size() && held.get(count).at() <= horizon) {
            next.accept(held.get(count));
            count++;
        }
        held.subList(0, count).clear();
    }

    /** Whether nothing is held back. */
    boolean isEmpty() {
        return held.isEmpty();
    }
}
