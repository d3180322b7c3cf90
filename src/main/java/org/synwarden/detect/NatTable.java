package org.synwarden.detect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.LeastRecentMap;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Protocol;
import org.synwarden.net.Scope;

/**
 * An estimate of the entries that this host holds in its router's NAT table: IPv4 flows that leave by a gateway from a
 * private or CGNAT address. Lifetimes are those of common routers (Linux {@code nf_conntrack}; RFC 5382 REQ-5 allows
 * them to be longer): an unanswered SYN 120 s after it was last sent, a refused one 10 s, an open connection as long as
 * it is open and 120 s, a datagram without reply 30 s, with one 120 s. At most 65,536 entries; those unused for longest
 * make room.
 */
final class NatTable {
    private static final int BOUND = 65_536;
    private static final long UNANSWERED = TimeUnit.SECONDS.toNanos(120);
    private static final long REFUSED = TimeUnit.SECONDS.toNanos(10);
    private static final long AFTER_CLOSE = TimeUnit.SECONDS.toNanos(120);
    private static final long OPEN = TimeUnit.HOURS.toNanos(2);
    private static final long DATAGRAM = TimeUnit.SECONDS.toNanos(30);
    private static final long DATAGRAM_ANSWERED = TimeUnit.SECONDS.toNanos(120);

    /** One entry; its unit is who holds it. */
    private static final class Entry {
        private final Attempt attempt;
        private final Object unit;
        private boolean open;
        private long expires;

        private Entry(Attempt attempt) {
            this.attempt = attempt;
            this.unit = attempt.initiator().unit();
        }
    }

    /** When an entry was to expire; no longer true once the entry says another time. */
    private record Expiry(long at, Entry entry) {}

    private final Map<Long, Entry> entries = new LeastRecentMap<>(BOUND);
    private final PriorityQueue<Expiry> expiries = new PriorityQueue<>(Comparator.comparingLong(Expiry::at));
    private final Map<Object, Integer> byUnit = new HashMap<>();
    private final Rate openings = new Rate();

    void began(Attempt attempt, HostNetwork network) {
        if (!isTranslated(attempt, network)) {
            return;
        }
        Entry entry = new Entry(attempt);
        if (entries.size() == BOUND && !entries.containsKey(attempt.id())) {
            return; // far beyond any router's table: the gauge is full
        }
        Entry before = entries.put(attempt.id(), entry);
        byUnit.merge(entry.unit, 1, Integer::sum);
        if (before == null) {
            openings.count(attempt.began());
        } else {
            uncount(before); // the same entry, whose holder has become known
        }
        boolean tcp = attempt.flow().protocol() == Protocol.TCP;
        expireAt(entry, attempt.began() + (tcp ? UNANSWERED : DATAGRAM));
    }

    private static boolean isTranslated(Attempt attempt, HostNetwork network) {
        Address local = attempt.flow().local().address();
        Address remote = attempt.flow().remote().address();
        boolean inside = local.isIpv4() && (local.scope() == Scope.PRIVATE || local.scope() == Scope.CGNAT);
        boolean outside = switch (remote.scope()) {
            case PUBLIC -> true;
            case PRIVATE, CGNAT -> !network.onLink().isEmpty();
            default -> false;
        };
        return inside && outside && !network.isOwn(local, remote);
    }

    void concluded(Attempt attempt, long at) {
        Entry entry = entries.get(attempt.id());
        if (entry == null) {
            return;
        }
        boolean answered = attempt.outcome() == Outcome.ANSWERED;
        boolean tcp = attempt.flow().protocol() == Protocol.TCP;
        entry.open = answered && tcp;
        if (answered) {
            expireAt(entry, at + (tcp ? OPEN : DATAGRAM_ANSWERED));
        } else if (attempt.outcome() == Outcome.REFUSED) {
            expireAt(entry, at + REFUSED);
        }
    }

    /** The flow of that attempt has ended. */
    void closed(Attempt attempt, long at) {
        Entry entry = entries.get(attempt.id());
        if (entry != null && entry.open) {
            entry.open = false;
            expireAt(entry, at + AFTER_CLOSE);
        }
    }

    private void expireAt(Entry entry, long at) {
        entry.expires = at;
        expiries.add(new Expiry(at, entry));
        if (expiries.size() > 2 * BOUND) {
            expiries.removeIf(expiry -> expiry.entry().expires != expiry.at());
        }
    }

    /** Time has passed. */
    void tick(long now) {
        while (!expiries.isEmpty() && expiries.peek().at() <= now) {
            Expiry expiry = expiries.poll();
            Entry entry = expiry.entry();
            if (entry.expires != expiry.at()) {
                continue;
            }
            long last = entry.attempt.lastSent() + UNANSWERED;
            if (entry.attempt.outcome() == Outcome.UNANSWERED && last > now) {
                expireAt(entry, last); // a SYN that was sent again keeps the entry alive
            } else if (entries.remove(entry.attempt.id(), entry)) {
                uncount(entry);
            }
        }
        openings.tick(now);
    }

    private void uncount(Entry entry) {
        byUnit.computeIfPresent(entry.unit, (unit, count) -> count == 1 ? null : count - 1);
    }

    /** How many entries there are. */
    int size() {
        return entries.size();
    }

    /** How many of them are that unit's. */
    int size(Object unit) {
        return byUnit.getOrDefault(unit, 0);
    }

    /** Who holds how many. */
    Map<Object, Integer> byUnit() {
        return byUnit;
    }

    /** New entries a second, over the last thirty, so that a browser that opens many pages at once is no flood. */
    double perSecond() {
        return openings.perSecond();
    }
}
