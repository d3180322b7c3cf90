package org.synwarden.detect;

import java.util.Map;
import java.util.Optional;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.LeastRecentMap;

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
        if (units.size() == BOUND && !units.containsKey(initiator.unit())) {
            forgetEldest();
        }
        return units.computeIfAbsent(initiator.unit(), any -> new Unit(settings, initiator));
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
