package org.synwarden.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.LeastRecentMap;

/**
 * The incidents: one for each initiator and kind. Remembers at most {@value #BOUND}, open and closed; the one unused for
 * longest makes room.
 */
final class IncidentBook {
    /** How many incidents are remembered. */
    static final int BOUND = 256;

    private record Behaviour(Object unit, Kind kind) {}

    private final long quietFor;
    private final IncidentListener listener;
    private final LeastRecentMap<Behaviour, Incident> incidents = new LeastRecentMap<>(BOUND);
    private long raised;

    /**
     * An empty book.
     *
     * @param quietFor what comes back within this time continues its incident, nanoseconds
     */
    IncidentBook(long quietFor, IncidentListener listener) {
        this.quietFor = quietFor;
        this.listener = listener;
    }

    /** Opens an incident, lets a closed one go on, or makes an amber one red; an open one stays as it is. */
    void raise(Unit unit, Alarm alarm, List<Attempt> involved) {
        Initiator initiator = unit.initiator();
        Behaviour behaviour = new Behaviour(initiator.unit(), alarm.kind());
        Incident known = incidents.get(behaviour);
        if (known != null) {
            known.alarmedAgain(alarm.at());
        }
        if (known != null && known.isOpen()) {
            if (known.escalate(alarm)) {
                listener.opened(known);
            }
            return;
        }
        if (known != null && alarm.at() - known.raisedAt() <= quietFor) {
            known.reopen();
            known.escalate(alarm);
            listener.opened(known);
            return;
        }
        Incident incident = new Incident(Long.toString(++raised), initiator, alarm, unit.attempts());
        incident.attributed(unit.attribution());
        for (Attempt attempt : involved) {
            incident.involves(
                    attempt.flow().remote().port(), attempt.flow().remote().address());
            incident.attributed(attempt.attribution());
        }
        makeRoom();
        incidents.put(behaviour, incident);
        listener.opened(incident);
    }

    /** Forgets a closed incident where the next one would push out the one unused for longest, which may be open. */
    private void makeRoom() {
        if (incidents.size() == BOUND) {
            incidents.entrySet().stream()
                    .filter(entry -> !entry.getValue().isOpen())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .or(() -> incidents.keySet().stream().findFirst())
                    .ifPresent(this::forget);
        }
    }

    private void forget(Behaviour behaviour) {
        Incident gone = incidents.remove(behaviour);
        if (gone.isOpen()) {
            gone.close();
            listener.closed(gone);
        }
    }

    /** Whether that initiator has an open incident of that kind. */
    boolean isOpen(Initiator initiator, Kind kind) {
        Incident incident = incidents.get(new Behaviour(initiator.unit(), kind));
        return incident != null && incident.isOpen();
    }

    /** Counts an attempt into the open incidents of its initiator. */
    void grow(Attempt attempt) {
        if (incidents.isEmpty()) {
            return;
        }
        for (Kind kind : Kind.values()) {
            Incident incident = incidents.get(new Behaviour(attempt.initiator().unit(), kind));
            if (incident != null && incident.isOpen()) {
                incident.grew(
                        attempt.flow().remote().port(), attempt.flow().remote().address(), attempt.attribution());
                listener.grew(incident);
            }
        }
    }

    /** Closes every open incident that the predicate names. */
    void closeIf(Predicate<Incident> over) {
        for (Incident incident : all()) {
            if (incident.isOpen() && over.test(incident)) {
                incident.close();
                listener.closed(incident);
            }
        }
    }

    /** A copy of what is remembered, the one used longest ago first. */
    Collection<Incident> all() {
        return new ArrayList<>(incidents.values());
    }
}
