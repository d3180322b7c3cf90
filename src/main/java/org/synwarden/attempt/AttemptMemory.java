package org.synwarden.attempt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Fingerprint;
import org.synwarden.net.Flow;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.net.Protocol;

/**
 * The attempts that are remembered, and when each is looked at again: at its answer limit, and 30 s after its last SYN,
 * when it is forgotten. At most {@value #BOUND}; when there are as many, of those whose answer limit is over the one that
 * would be forgotten next makes room. None goes before that, unjudged: what begins while all are pending is refused.
 * Objects of forgotten attempts are used again.
 */
final class AttemptMemory {
    /** How many attempts are remembered, pending and recently concluded ones together. */
    static final int BOUND = 65_536;

    /** How long after its last SYN an attempt is remembered, for a late answer to correct it. */
    private static final long REMEMBER = TimeUnit.SECONDS.toNanos(30);

    private static final long RECENT = TimeUnit.SECONDS.toNanos(2);

    /** Sets the keys of attempts without a local port, which no packet finds, apart from those of flows. */
    private static final long WITHOUT_PORT = 0x5F00_0000_0000_0000L;

    /** By the fingerprint of the flow. */
    private final LongSlots slots = new LongSlots(BOUND);

    /** By slot; where the slot is free, an attempt that may be used again, or null. */
    private Attempt[] attempts = {};

    private final Timetable answerLimits = new Timetable();
    private final Timetable ends = new Timetable();
    private final Map<Endpoint, List<Attempt>> recent = new LeastRecentMap<>(BOUND);
    private final Set<Attempt> halfOpen = new LinkedHashSet<>();
    private boolean indexed;
    private long now = Long.MIN_VALUE;
    private long evictions;
    private long refusals;

    Optional<Attempt> find(Flow flow) {
        return Optional.ofNullable(get(flow));
    }

    /** The same as {@link #find}, or null, for what is asked for every SYN. */
    Attempt get(Flow flow) {
        int slot = slots.find(flow.fingerprint());
        return slot == LongSlots.NONE ? null : attempts[slot];
    }

    /** From now on, attempts can be found by where they went, too; those that are there already as well. */
    void indexByRemote() {
        if (!indexed) {
            indexed = true;
            Arrays.stream(attempts)
                    .filter(attempt -> attempt != null && attempt.slot() != LongSlots.NONE && attempt.isLinked())
                    .sorted(Comparator.comparingLong(Attempt::id))
                    .forEach(this::index);
        }
    }

    /**
     * Remembers a new attempt, which is due for a first look at that time. An older one with the same ports makes way.
     * Null when there is no room.
     */
    Attempt begin(long id, Flow flow, long at, Initiator initiator, Attribution howSure, long due) {
        long key = flow.localPort() == 0 ? Fingerprint.of(id, WITHOUT_PORT) : flow.fingerprint();
        int slot = free(key);
        if (slot == LongSlots.NONE) {
            refusals++;
            return null;
        }
        Attempt attempt = attempts[slot];
        if (attempt == null) {
            attempt = new Attempt();
            attempts[slot] = attempt;
        }
        attempt.begin(id, flow, at, initiator, howSure);
        attempt.rememberedAt(slot);
        if (attempt.isLinked()) {
            index(attempt);
        }
        attempt.dueAt(due);
        answerLimits.add(due, slot);
        if (answerLimits.size() + ends.size() > BOUND + BOUND / 4) {
            answerLimits.prune(this::isCurrent);
            ends.prune(this::isCurrent);
        }
        return attempt;
    }

    /** A slot for that key, or {@link LongSlots#NONE}. */
    private int free(long key) {
        int taken = slots.find(key);
        if (taken != LongSlots.NONE) {
            forget(attempts[taken]);
        } else if (slots.isFull() && !makeRoom()) {
            return LongSlots.NONE;
        }
        int slot = slots.add(key);
        if (attempts.length < slots.capacity()) {
            attempts = Arrays.copyOf(attempts, slots.capacity());
        }
        return slot;
    }

    private boolean makeRoom() {
        while (slots.isFull() && ends.size() > 0) {
            long at = ends.next();
            int slot = ends.poll();
            if (isCurrent(at, slot)) { // what is not has made room already
                forget(attempts[slot]);
                evictions++;
            }
        }
        return !slots.isFull();
    }

    private void index(Attempt attempt) {
        if (indexed && attempt.protocol() == Protocol.TCP) {
            List<Attempt> there = recent.computeIfAbsent(attempt.flow().remote(), any -> new ArrayList<>(1));
            there.removeIf(older -> attempt.began() - older.began() > RECENT);
            there.add(attempt);
        }
    }

    /** The attempts over TCP to that remote end that began within the last two seconds before the latest one. */
    List<Attempt> recentTo(Endpoint remote) {
        return recent.getOrDefault(remote, List.of());
    }

    /**
     * The local port of an attempt has become known; if it had been forgotten and there is room, it is remembered for as
     * long again.
     */
    void link(Attempt attempt, Flow flow) {
        attempt.link(flow);
        long key = flow.fingerprint();
        if (attempt.slot() == LongSlots.NONE) {
            int slot = free(key);
            if (slot != LongSlots.NONE) {
                attempts[slot] = attempt;
                attempt.rememberedAt(slot);
                schedule(attempt, Math.max(now, attempt.lastSent()) + REMEMBER);
            }
        } else if (slots.key(attempt.slot()) != key) {
            int taken = slots.find(key);
            if (taken != LongSlots.NONE) {
                forget(attempts[taken]);
            }
            slots.free(attempt.slot());
            attempt.rememberedAt(slots.add(key)); // the slot that was freed just now
        }
    }

    void forget(Attempt attempt) {
        int slot = attempt.slot();
        if (slot == LongSlots.NONE) {
            return;
        }
        slots.free(slot);
        attempt.rememberedAt(LongSlots.NONE);
        if (attempt.isKept()) {
            attempts[slot] = null;
        }
        if (!halfOpen.isEmpty()) {
            halfOpen.remove(attempt);
        }
        if (indexed) {
            recent.computeIfPresent(attempt.flow().remote(), (remote, there) -> {
                there.remove(attempt);
                return there.isEmpty() ? null : there;
            });
        }
    }

    /** Shows every attempt that is due to the consumer, and forgets those whose time is over. */
    void tick(long time, Consumer<Attempt> due) {
        now = time;
        while (true) {
            Timetable next = answerLimits.next() <= ends.next() ? answerLimits : ends;
            long at = next.next();
            if (at > time) {
                return;
            }
            int slot = next.poll();
            if (isCurrent(at, slot)) {
                Attempt attempt = attempts[slot];
                due.accept(attempt);
                long over = attempt.lastSent() + REMEMBER;
                if (over <= time) {
                    forget(attempt);
                } else {
                    schedule(attempt, over);
                }
            }
        }
    }

    private void schedule(Attempt attempt, long at) {
        attempt.dueAt(at);
        ends.add(at, attempt.slot());
    }

    /** Whether an entry of a timetable still stands; if not, its attempt has been forgotten. */
    private boolean isCurrent(long at, int slot) {
        Attempt attempt = attempts[slot];
        return attempt != null && attempt.slot() == slot && attempt.due() == at;
    }

    /** The socket table shows the attempt half-open, or does so no longer. */
    void socketIs(Attempt attempt, boolean open) {
        attempt.socketIs(open);
        if (open && attempt.slot() != LongSlots.NONE) {
            halfOpen.add(attempt);
        } else {
            halfOpen.remove(attempt);
        }
    }

    /** The attempts whose sockets are half-open at this look at the socket table, in the order in which they were first. */
    List<Attempt> polledHalfOpen() {
        halfOpen.forEach(Attempt::polledHalfOpen);
        return List.copyOf(halfOpen);
    }

    /** How many attempts are remembered. */
    int size() {
        return slots.size();
    }

    /** How many attempts were forgotten early because the bound was reached. */
    long evictions() {
        return evictions;
    }

    /** How many were not taken in because all that are remembered were pending. */
    long refusals() {
        return refusals;
    }
}
