package org.synwarden.watchdog;

import java.util.Map;
import java.util.Optional;
import org.synwarden.net.Address;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.NameResolved;

/**
 * The names under which addresses were last given in answers that SynWarden saw; for display. At most {@value #BOUND}
 * addresses; the one unused for longest makes room. Any thread.
 */
final class HostNames {
    /** How many addresses are remembered. */
    static final int BOUND = 8_192;

    private final Map<Address, String> names = new LeastRecentMap<>(BOUND);

    /** Takes note of an answer; other observations say nothing here. */
    void heard(Observation observation) {
        if (observation instanceof NameResolved answer) {
            synchronized (names) {
                names.put(answer.address(), answer.name());
            }
        }
    }

    /** The name that an answer last gave for that address. */
    Optional<String> of(Address address) {
        synchronized (names) {
            return Optional.ofNullable(names.get(address.withoutZone()));
        }
    }
}
