package org.synwarden.control;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.SnoozeObject;

/**
 * What users who are no administrators do not want to hear of. It changes what they are told and nothing else: the
 * watchdog never learns of it, so incident, log and export go on. Kept until the service ends, for an account and not for
 * a connection, so that what the command line snoozes is quiet in the tray, too. At most {@value #MOST} for one account and
 * {@value #MOST_OF_ALL} for all together. Any thread.
 */
final class UserSnoozes {
    static final int MOST = 16;
    static final int MOST_OF_ALL = 256;

    private final InstantSource clock;
    private final Map<String, List<SnoozeObject>> byAccount = new HashMap<>();
    private long made;

    UserSnoozes(InstantSource clock) {
        this.clock = clock;
    }

    /** Is quiet for that user from now on; what was said of the same program before is forgotten. */
    synchronized SnoozeObject add(Caller caller, SnoozeOrder order) throws RequestException {
        forgetWhatIsOver();
        List<SnoozeObject> own = new ArrayList<>(byAccount.getOrDefault(caller.id(), List.of()));
        own.removeIf(snooze -> snooze.path().equals(order.path()));
        int others = byAccount.values().stream().mapToInt(List::size).sum();
        if (own.size() >= MOST || others >= MOST_OF_ALL) {
            throw new RequestException(
                    RequestException.Code.UNAVAILABLE,
                    "too many programs are snoozed already: end one first ('synwarden snooze --list' lists them)");
        }
        made++;
        SnoozeObject snooze =
                new SnoozeObject("U" + made, order.path(), clock.instant().plus(order.time()), false);
        own.add(snooze);
        byAccount.put(caller.id(), own);
        return snooze;
    }

    /** What is quiet for that caller alone, in the order in which it was said. */
    synchronized List<SnoozeObject> of(Caller caller) {
        forgetWhatIsOver();
        return List.copyOf(byAccount.getOrDefault(caller.id(), List.of()));
    }

    /** Ends one of that caller's; says whether it was there. */
    synchronized boolean end(Caller caller, String id) {
        List<SnoozeObject> own = byAccount.getOrDefault(caller.id(), new ArrayList<>());
        return own.removeIf(snooze -> snooze.id().equals(id));
    }

    /** The object as that caller wants to hear it. A router's table that fills is never muted. */
    ContractObject asHeard(Caller caller, ContractObject object) {
        if (!(object instanceof IncidentObject incident) || incident.muted()) {
            return object;
        }
        boolean fills =
                incident.kind().equals("nat-pressure") && incident.severity().equals("red");
        Optional<String> program = incident.program();
        boolean snoozed = !fills
                && of(caller).stream()
                        .anyMatch(
                                snooze -> program.filter(snooze.path()::equals).isPresent());
        return snoozed ? incident.asMuted() : incident;
    }

    private void forgetWhatIsOver() {
        byAccount
                .values()
                .forEach(own -> own.removeIf(snooze -> !clock.instant().isBefore(snooze.until())));
        byAccount.values().removeIf(List::isEmpty);
    }
}
