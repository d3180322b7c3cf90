package org.synwarden.detect;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.LeastRecentMap;
import org.synwarden.net.Address;

/**
 * The units, with one budget for all they remember: at most 1,024 units and {@value #BUDGET} addresses, contacts and
 * failures together. When the budget is spent, the unit unused for longest makes room, whole.
 */
final class Units {
    /** How many addresses, contacts and failures all units remember together. */
    static final int BUDGET = 131_072;

    private static final int BOUND = 1_024;

    private final JudgeSettings settings;
    private final Map<Object, Unit> units = new LeastRecentMap<>(BOUND);
    private long held;

    Units(JudgeSettings settings) {
        this.settings = settings;
    }

    /** The unit of that initiator, new if need be. */
    Unit of(Initiator initiator) {
        Object key = initiator.unit();
        Unit known = units.get(key);
        return known != null ? known : begin(key, initiator);
    }

    /** The unit of those siblings, new if need be; of several processes on the host with that address. */
    Unit of(Siblings siblings, Address host) {
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
        Object eldest = units.keySet().iterator().next();
        Unit gone = units.remove(eldest);
        held -= gone.told();
    }

    /** How much is remembered, in the budget's unit. */
    long held() {
        return held;
    }
}
