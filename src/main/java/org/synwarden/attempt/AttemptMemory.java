package org.synwarden.attempt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;

/**
 * The attempts that are remembered, and when each is looked at again: at its answer limit, and 30 s after its last SYN,
 * when it is forgotten. At most {@value #BOUND} with both ends known and as many without a local port; those unused for
 * longest make room.
 */
final class AttemptMemory {
    /** How many attempts are remembered, pending and recently concluded ones together. */
    static final int BOUND = 65_536;

    /** How long after its last SYN an attempt is remembered, for a late answer to correct it. */
    private static final long REMEMBER = TimeUnit.SECONDS.toNanos(30);

    private static final long RECENT = TimeUnit.SECONDS.toNanos(2);

    private final LeastRecentMap<Flow, Attempt> byFlow = new LeastRecentMap<>(BOUND);
    private final Map<Long, Attempt> withoutPort = new LeastRecentMap<>(BOUND);
    private final Map<Endpoint, List<Attempt>> recent = new LeastRecentMap<>(BOUND);
    private final PriorityQueue<Attempt> timetable = new PriorityQueue<>(Comparator.comparingLong(Attempt::due));
    private boolean indexed;

    Optional<Attempt> find(Flow flow) {
        return Optional.ofNullable(byFlow.get(flow));
    }

    /** From now on, attempts can be found by where they went, too; those that are there already as well. */
    void indexByRemote() {
        if (!indexed) {
            indexed = true;
            byFlow.values().forEach(this::index);
        }
    }

    /** Remembers a new attempt, which is due for a first look at that time. An older one with the same ports makes way. */
    void add(Attempt attempt, long due) {
        if (attempt.isLinked()) {
            byFlow.put(attempt.flow(), attempt);
            index(attempt);
        } else {
            withoutPort.put(attempt.id(), attempt);
        }
        schedule(attempt, due);
        if (timetable.size() > BOUND + BOUND / 4) {
            timetable.removeIf(scheduled -> !isRemembered(scheduled));
        }
    }

    private void index(Attempt attempt) {
        if (indexed) {
            List<Attempt> there = recent.computeIfAbsent(attempt.flow().remote(), any -> new ArrayList<>(1));
            there.removeIf(older -> attempt.began() - older.began() > RECENT);
            there.add(attempt);
        }
    }

    /** The attempts to that remote end that began within the last two seconds before the latest one. */
    List<Attempt> recentTo(Endpoint remote) {
        return recent.getOrDefault(remote, List.of());
    }

    /** The local port of an attempt has become known. */
    void link(Attempt attempt, Flow flow) {
        withoutPort.remove(attempt.id());
        attempt.link(flow);
        byFlow.put(flow, attempt);
    }

    void forget(Attempt attempt) {
        byFlow.remove(attempt.flow(), attempt);
        withoutPort.remove(attempt.id());
    }

    /** Shows every attempt that is due to the consumer, and forgets those whose time is over. */
    void tick(long now, Consumer<Attempt> due) {
        while (!timetable.isEmpty() && timetable.peek().due() <= now) {
            Attempt attempt = timetable.poll();
            if (!isRemembered(attempt)) {
                continue; // evicted, or its ports were used again
            }
            due.accept(attempt);
            long over = attempt.lastSent() + REMEMBER;
            if (over <= now) {
                forget(attempt);
            } else {
                schedule(attempt, over);
            }
        }
    }

    private void schedule(Attempt attempt, long at) {
        attempt.dueAt(at);
        timetable.add(attempt);
    }

    private boolean isRemembered(Attempt attempt) {
        return attempt.isLinked() ? byFlow.get(attempt.flow()) == attempt : withoutPort.containsKey(attempt.id());
    }

    /** The attempts whose sockets are half-open at this look at the socket table. */
    List<Attempt> polledHalfOpen() {
        List<Attempt> halfOpen = new ArrayList<>();
        for (Attempt attempt : byFlow.values()) {
            if (attempt.polledHalfOpen()) {
                halfOpen.add(attempt);
            }
        }
        return halfOpen;
    }

    /** How many attempts were forgotten early because the bound was reached. */
    long evictions() {
        return byFlow.evictions();
    }
}
