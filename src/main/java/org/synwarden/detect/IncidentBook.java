package org.synwarden.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.synwarden.attempt.Attempt;
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
    private final JudgeListener listener;
    private final LeastRecentMap<Behaviour, Incident> incidents = new LeastRecentMap<>(BOUND);
    private final Map<Object, List<Incident>> open = new HashMap<>();
    private long raised;

    /**
     * An empty book.
     *
     * @param quietFor what comes back within this time continues its incident, nanoseconds
     */
    IncidentBook(long quietFor, JudgeListener listener) {
        this.quietFor = quietFor;
        this.listener = listener;
    }

    /**
     * Opens an incident, lets a closed one go on, or makes an amber one red; an open one stays as it is.
     *
     * @return the incident
     */
    Incident raise(Unit unit, Alarm alarm, List<Attempt> involved, boolean muted) {
        Behaviour behaviour = new Behaviour(unit.key(), alarm.kind());
        Incident known = incidents.get(behaviour);
        if (known == null || !(known.isOpen() || alarm.at() - known.raisedAt() <= quietFor)) {
            return begin(behaviour, unit, alarm, involved, muted);
        }
        known.alarmedAgain(alarm.at());
        known.exempt(false, muted);
        boolean louder = known.escalate(alarm);
        if (!known.isOpen()) {
            known.reopen();
            index(behaviour.unit(), known);
            listener.opened(known);
        } else if (louder) {
            listener.opened(known);
        }
        return known;
    }

    private Incident begin(Behaviour behaviour, Unit unit, Alarm alarm, List<Attempt> involved, boolean muted) {
        Incident incident = new Incident(Long.toString(++raised), unit, alarm);
        incident.exempt(false, muted);
        incident.attributed(unit.attribution());
        for (Attempt attempt : involved) {
            incident.involves(
                    attempt.flow().remote().port(), attempt.flow().remote().address());
            incident.attributed(attempt.attribution());
        }
        makeRoom();
        incidents.put(behaviour, incident);
        index(behaviour.unit(), incident);
        listener.opened(incident);
        return incident;
    }

    private void index(Object unit, Incident incident) {
        open.computeIfAbsent(unit, any -> new ArrayList<>(1)).add(incident);
    }

    private void close(Object unit, Incident incident) {
        incident.close();
        List<Incident> others = open.get(unit);
        others.remove(incident);
        if (others.isEmpty()) {
            open.remove(unit);
        }
        listener.closed(incident);
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
            close(behaviour.unit(), gone);
        }
    }

    /** Whether that unit, by its key, has an open incident of that kind. */
    boolean isOpen(Object unit, Kind kind) {
        for (Incident incident : open.getOrDefault(unit, List.of())) {
            if (incident.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** Whether any unit that the predicate names has an open incident of that kind. */
    boolean isOpen(Predicate<Object> unit, Kind kind) {
        return open.keySet().stream().anyMatch(key -> unit.test(key) && isOpen(key, kind));
    }

    /** Counts an attempt into the open incidents of that unit. */
    void grow(Object unit, Attempt attempt) {
        List<Incident> incidentsOf = open.get(unit);
        if (incidentsOf == null) {
            return;
        }
        for (Incident incident : incidentsOf) {
            incident.grew(
                    attempt.flow().remote().port(), attempt.flow().remote().address(), attempt.attribution());
            listener.grew(incident);
        }
    }

    /** What was said about an open incident has changed. */
    void exempt(BiConsumer<Object, Incident> exemption) {
        open.forEach((unit, incidentsOf) -> incidentsOf.forEach(incident -> {
            exemption.accept(unit, incident);
            listener.grew(incident);
        }));
    }

    /** Closes every open incident that the predicate, given its unit's key, names. */
    void closeIf(BiPredicate<Object, Incident> over) {
        for (Map.Entry<Behaviour, Incident> entry : List.copyOf(incidents.entrySet())) {
            Object unit = entry.getKey().unit();
            if (entry.getValue().isOpen() && over.test(unit, entry.getValue())) {
                close(unit, entry.getValue());
            }
        }
    }

    /** A copy of what is remembered, the one used longest ago first. */
    Collection<Incident> all() {
        return new ArrayList<>(incidents.values());
    }
}
