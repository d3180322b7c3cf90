package org.synwarden.detect;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.LongSlots;
import org.synwarden.attempt.Outcome;
import org.synwarden.attempt.Timetable;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Protocol;
import org.synwarden.net.Scope;

/**
 * An estimate of the entries that this host holds in its router's NAT table: IPv4 flows that leave by a gateway from a
 * private or CGNAT address. Lifetimes are those of common routers (Linux {@code nf_conntrack}; RFC 5382 REQ-5 allows
 * them to be longer): an unanswered SYN 120 s after it was last sent, or as the user has set, a refused one 10 s, an open connection as long as
 * it is open and 120 s, a datagram without reply 30 s, with one 120 s. An open connection is found by its flow, so that
 * its end is known however long ago its attempt was forgotten. At most {@value #BOUND} entries; what begins
 * beyond that is not counted in, only how often that was.
 */
final class NatTable {
    /** How many entries are counted. */
    static final int BOUND = 65_536;

    private static final int RATE_SECONDS = 30;
    private static final long REFUSED = TimeUnit.SECONDS.toNanos(10);
    private static final long AFTER_CLOSE = TimeUnit.SECONDS.toNanos(120);
    private static final long OPEN = TimeUnit.HOURS.toNanos(2);
    private static final long DATAGRAM = TimeUnit.SECONDS.toNanos(30);
    private static final long DATAGRAM_ANSWERED = TimeUnit.SECONDS.toNanos(120);
    private static final long GONE = Long.MIN_VALUE;
    private static final int NONE = Attempt.UNMARKED;
    private static final long NOBODY = -1;
    private static final int LEAST = 64;

    /** Who holds how many entries. */
    static final class Holder {
        private final Initiator initiator;
        private Optional<Siblings> siblings = Optional.empty();
        private int entries;

        private Holder(Initiator initiator) {
            this.initiator = initiator;
        }

        /** Whose they are. */
        Initiator initiator() {
            return initiator;
        }

        /** Whose siblings that process is, asked for until it is known. */
        Optional<Siblings> siblings(Function<Object, Optional<Siblings>> known) {
            if (siblings.isEmpty()) {
                siblings = known.apply(initiator.unit());
            }
            return siblings;
        }

        /** How many there are. */
        int entries() {
            return entries;
        }
    }

    private static final int FACTS = 4;
    /** The number of the attempt, which has its slot for a mark. */
    private static final int ATTEMPT = 0;

    private static final int EXPIRES = 1;
    private static final int LAST_SENT = 2;
    /** The fingerprint of the flow of an entry that is open. */
    private static final int FLOW = 3;

    private static final long NOT_OPEN = 0;

    /** Slots that were freed, and above them those that never were given out. What follows is by slot. */
    private int[] free = {};

    private int freed;
    private int size;
    private long[] facts = {};
    private Holder[] holders = {};
    private boolean[] unanswered = {};

    /** The open connections by the fingerprints of their flows, and by their slots there the slots here. */
    private final LongSlots connections = new LongSlots(BOUND);

    private int[] connected = {};

    /** When an entry was to expire; no longer true once the entry says another time. */
    private final Timetable expiries = new Timetable();

    private final Map<Object, Holder> byUnit = new LinkedHashMap<>();
    /** Who got the latest entry. */
    private Holder latest = new Holder(new Initiator(Optional.empty(), Address.ipv4(0)));

    private final SlidingCount openings = new SlidingCount(RATE_SECONDS, TimeUnit.SECONDS.toNanos(1));
    private long refusals;
    private long unansweredLife = DetectionSettings.defaults().natSynLife();

    /** How long an unanswered SYN has its entry from now on, nanoseconds. */
    void keepsUnanswered(long life) {
        unansweredLife = life;
    }

    void began(Attempt attempt, HostNetwork network) {
        if (!isTranslated(attempt, network)) {
            return;
        }
        int slot = find(attempt);
        if (slot != NONE) {
            uncount(holders[slot]); // the same entry, whose holder has become known
            hold(slot, attempt.initiator());
            return;
        }
        if (attempt.mark() != NONE) {
            return; // the entry has expired before its holder became known
        }
        if (size == BOUND) {
            refusals++; // far beyond any router's table: the gauge is full
            return;
        }
        slot = take();
        set(slot, ATTEMPT, attempt.id());
        attempt.mark(slot);
        openings.add(attempt.began());
        hold(slot, attempt.initiator());
        set(slot, LAST_SENT, attempt.lastSent());
        set(slot, FLOW, NOT_OPEN);
        unanswered[slot] = attempt.outcome() == Outcome.UNANSWERED;
        boolean tcp = attempt.protocol() == Protocol.TCP;
        expireAt(slot, attempt.began() + (tcp ? unansweredLife : DATAGRAM));
    }

    @SuppressWarnings("ReferenceEquality") // quick, and an equal initiator that is another object is looked up
    private void hold(int slot, Initiator initiator) {
        if (latest.entries == 0 || latest.initiator != initiator) {
            latest = byUnit.computeIfAbsent(initiator.unit(), any -> new Holder(initiator));
        }
        latest.entries++;
        holders[slot] = latest;
    }

    private int find(Attempt attempt) {
        int slot = attempt.mark();
        return slot != NONE && get(slot, ATTEMPT) == attempt.id() ? slot : NONE;
    }

    private int take() {
        int slot = freed > 0 ? free[--freed] : size;
        size++;
        if (slot == free.length) {
            int capacity = Math.min(BOUND, Math.max(LEAST, 2 * slot));
            free = Arrays.copyOf(free, capacity);
            facts = Arrays.copyOf(facts, FACTS * capacity);
            holders = Arrays.copyOf(holders, capacity);
            unanswered = Arrays.copyOf(unanswered, capacity);
        }
        return slot;
    }

    private long get(int slot, int fact) {
        return facts[FACTS * slot + fact];
    }

    private void set(int slot, int fact, long value) {
        facts[FACTS * slot + fact] = value;
    }

    private void drop(int slot) {
        set(slot, EXPIRES, GONE);
        uncount(holders[slot]);
        disconnect(slot);
        set(slot, ATTEMPT, NOBODY);
        free[freed++] = slot;
        size--;
    }

    private static boolean isTranslated(Attempt attempt, HostNetwork network) {
        Address local = attempt.localAddress();
        Scope from = local.scope();
        if (!local.isIpv4() || (from != Scope.PRIVATE && from != Scope.CGNAT)) {
            return false;
        }
        Address remote = attempt.remoteAddress();
        Scope to = remote.scope();
        boolean outside = to == Scope.PUBLIC
                || ((to == Scope.PRIVATE || to == Scope.CGNAT)
                        && !network.onLink().isEmpty());
        return outside && !network.isOwn(local, remote);
    }

    /** Another SYN or datagram of that attempt left. */
    void sentAgain(Attempt attempt) {
        int slot = find(attempt);
        if (slot != NONE) {
            set(slot, LAST_SENT, attempt.lastSent());
        }
    }

    void concluded(Attempt attempt, long at) {
        int slot = find(attempt);
        if (slot == NONE) {
            return;
        }
        Outcome outcome = attempt.outcome();
        boolean tcp = attempt.protocol() == Protocol.TCP;
        unanswered[slot] = outcome == Outcome.UNANSWERED;
        if (outcome == Outcome.ANSWERED && tcp) {
            connect(slot, attempt.flow().fingerprint(), at);
        } else {
            disconnect(slot);
        }
        if (outcome == Outcome.ANSWERED) {
            expireAt(slot, at + (tcp ? OPEN : DATAGRAM_ANSWERED));
        } else if (outcome == Outcome.REFUSED) {
            expireAt(slot, at + REFUSED);
        }
    }

    /** That attempt was another one, which has an entry of its own. */
    void withdrawn(Attempt attempt) {
        int slot = find(attempt);
        if (slot != NONE) {
            openings.remove(attempt.began());
            drop(slot);
        }
    }

    private void connect(int slot, long flow, long at) {
        disconnect(slot);
        int other = connections.find(flow);
        if (other != LongSlots.NONE) {
            int before = connected[other];
            disconnect(before);
            expireAt(before, at); // the ports were used again, and with them its entry
        }
        int place = connections.add(flow);
        if (connected.length < connections.capacity()) {
            connected = Arrays.copyOf(connected, connections.capacity());
        }
        connected[place] = slot;
        set(slot, FLOW, flow);
    }

    private void disconnect(int slot) {
        if (get(slot, FLOW) != NOT_OPEN) {
            connections.remove(get(slot, FLOW));
            set(slot, FLOW, NOT_OPEN);
        }
    }

    /** A flow has ended; either end may be the one that asked. */
    void ended(Flow flow, long at) {
        int place = connections.find(flow.fingerprint());
        if (place == LongSlots.NONE && connections.size() > 0) {
            place = connections.find(flow.reversed().fingerprint());
        }
        if (place != LongSlots.NONE) {
            int slot = connected[place];
            disconnect(slot);
            expireAt(slot, at + AFTER_CLOSE);
        }
    }

    private void expireAt(int slot, long at) {
        set(slot, EXPIRES, at);
        expiries.add(at, slot);
        if (expiries.size() > 2 * BOUND) {
            expiries.prune((when, entry) -> get(entry, EXPIRES) == when);
        }
    }

    /** Time has passed. */
    void tick(long now) {
        while (expiries.next() <= now) {
            long at = expiries.next();
            int slot = expiries.poll();
            if (get(slot, EXPIRES) != at) {
                continue;
            }
            long last = get(slot, LAST_SENT) + unansweredLife;
            if (unanswered[slot] && last > now) {
                expireAt(slot, last); // a SYN that was sent again keeps the entry alive
            } else {
                drop(slot);
            }
        }
        openings.sum(now); // what is older than the span no longer counts
    }

    private void uncount(Holder holder) {
        if (--holder.entries == 0) {
            byUnit.remove(holder.initiator.unit());
        }
    }

    /** How many entries there are. */
    int size() {
        return size;
    }

    /** Who holds any, the first to hold one first. */
    Collection<Holder> holders() {
        return Collections.unmodifiableCollection(byUnit.values());
    }

    /** New entries a second, over the last thirty, so that a browser that opens many pages at once is no flood. */
    double perSecond() {
        return openings.sum() / (double) RATE_SECONDS;
    }

    /** How many attempts were not counted in because the bound was reached. */
    long refusals() {
        return refusals;
    }
}
