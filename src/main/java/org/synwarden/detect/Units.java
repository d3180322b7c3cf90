package org.synwarden.detect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.Initiator;
import org.synwarden.net.Address;
import org.synwarden.net.LeastRecentMap;

/**
 * The units, with one budget for all they remember: at most 1,024 units and {@value #BUDGET} addresses, contacts and
 * failures together. When the budget is spent, the unit unused for longest makes room, whole.
 */
final class Units {
    /** How many addresses, contacts and failures all units remember together. */
    static final int BUDGET = 131_072;

    static final int BOUND = 1_024;

    private final JudgeSettings settings;
    private final Map<Object, Unit> units = new LeastRecentMap<>(BOUND);
    /** The unit of an initiator that was used last; it is known by the very object. */
    private Optional<Unit> latest = Optional.empty();

    private long held;
    private long evictions;
    private long evictedAddresses;

    Units(JudgeSettings settings) {
        this.settings = settings;
    }

    /** The unit of that initiator, new if need be. */
    @SuppressWarnings("ReferenceEquality") // quick, and an equal initiator that is another object is looked up
    Unit of(Initiator initiator) {
        if (latest.isPresent() && latest.get().initiator() == initiator) {
            return latest.get(); // nothing else was used since
        }
        Object key = initiator.unit();
        Unit known = units.get(key);
        Unit unit = known != null ? known : begin(key, initiator);
        latest = unit.initiator() == initiator ? Optional.of(unit) : Optional.empty();
        return unit;
    }

    /** The unit of those siblings, new if need be; of several processes on the host with that address. */
    Unit of(Siblings siblings, Address host) {
        latest = Optional.empty();
        Unit known = units.get(siblings);
        return known != null ? known : begin(siblings, new Initiator(siblings.parent(), host));
    }

    private Unit begin(Object key, Initiator initiator) {
        if (units.size() == BOUND) {
            forgetEldest();
        }
        Unit unit = new Unit(settings, key, initiator);
        units.put(key, unit);
        return unit;
    }

    /** All of them, the one unused for longest first. */
    Collection<Unit> all() {
        return units.values();
    }

    Optional<Unit> find(Object unit) {
        latest = Optional.empty();
        return Optional.ofNullable(units.get(unit));
    }

    /** Something was added to that unit: others make room, if that is needed. */
    void grew(Unit unit) {
        held += unit.growth();
        while (held > BUDGET && units.size() > 1) {
            forgetEldest();
        }
    }

    private void forgetEldest() {
        latest = Optional.empty();
        Object eldest = units.keySet().iterator().next();
        Unit gone = units.remove(eldest);
        held -= gone.told();
        evictions++;
        evictedAddresses += gone.evictedAddresses();
    }

    /** How full the units are; of what they remember, an entry is lost with its unit or within it. */
    List<Bounded> bounds() {
        long within = units.values().stream().mapToLong(Unit::evictedAddresses).sum();
        return List.of(
                new Bounded("units", units.size(), BOUND, evictions),
                new Bounded("evidence", held, BUDGET, evictedAddresses + within));
    }

    /** How much is remembered, in the budget's unit. */
    long held() {
        return held;
    }
}
