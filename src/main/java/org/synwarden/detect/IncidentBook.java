package org.synwarden.detect;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.synwarden.attempt.Attempt;
import org.synwarden.net.HostNetwork;

/**
 * The incidents: one for each unit and kind. Remembers at most {@value #BOUND}, open and closed. A new one pushes out the
 * closed one that was unused for longest; if all are open, an amber one for a red one; if there is none of these either,
 * it is not told, and that is counted. A unit knows its own, so that an attempt of a unit without any costs nothing here.
 */
final class IncidentBook {
    /** How many incidents are remembered. */
    static final int BOUND = 256;

    /** What a unit has that was not yet asked for its incidents; never written to. */
    static final Incident[] UNASKED = new Incident[Kind.values().length];

    /** What a unit has that has no incidents; never written to. */
    private static final Incident[] NONE = new Incident[UNASKED.length];

    private static final Comparator<Incident> FORGOTTEN_FIRST =
            Comparator.comparing(Incident::isOpen).thenComparingLong(Incident::lastUse);

    private final long quietFor;
    private final JudgeListener listener;
    /** By the key of the unit, and the number of the kind. */
    private final Map<Object, Incident[]> incidents = new HashMap<>();

    private HostNetwork network = HostNetwork.UNKNOWN;
    private int size;
    private int openRed;
    private int openAmber;
    private long uses;
    private long raised;
    private long evictions;

    /**
     * An empty book.
     *
     * @param quietFor what comes back within this time continues its incident, nanoseconds
     */
    IncidentBook(long quietFor, JudgeListener listener) {
        this.quietFor = quietFor;
        this.listener = listener;
    }

    void networkChanged(HostNetwork now) {
        network = now;
    }

    /** Opens an incident, lets a closed one go on, or makes an amber one red; an open one stays as it is. */
    void numberAfter(long incident) {
        raised = incident;
    }

    void raise(Unit unit, Alarm alarm, List<Attempt> involved, boolean muted) {
        Incident known = of(unit)[alarm.kind().ordinal()];
        if (known == null || !(known.isOpen() || alarm.at() - known.raisedAt() <= quietFor)) {
            begin(unit, alarm, involved, muted);
            return;
        }
        use(known);
        known.alarmedAgain(alarm.at());
        count(known, -1);
        known.exempt(false, muted);
        boolean louder = known.escalate(alarm);
        boolean again = !known.isOpen();
        known.reopen();
        count(known, 1);
        if (again || louder) {
            listener.opened(known);
        }
    }

    private void begin(Unit unit, Alarm alarm, List<Attempt> involved, boolean muted) {
        Incident before = of(unit)[alarm.kind().ordinal()];
        if (before == null && !makeRoom(alarm.severity())) {
            return;
        }
        size += before == null ? 1 : 0;
        Incident incident = new Incident(Long.toString(++raised), unit, alarm, network);
        incident.exempt(false, muted);
        incident.attributed(unit.attribution());
        involved.forEach(incident::involves);
        Incident[] byKind = incidents.computeIfAbsent(unit.key(), any -> new Incident[NONE.length]);
        byKind[alarm.kind().ordinal()] = incident;
        unit.hasIncidents(byKind);
        use(incident);
        count(incident, 1);
        listener.opened(incident);
    }

    /**
     * Whether an alarm of that kind and severity would only say that an open incident goes on; if so, that is noted, and
     * the alarm need not be raised.
     */
    boolean goesOn(Unit unit, Kind kind, Severity severity, boolean muted, long at) {
        Incident known = of(unit)[kind.ordinal()];
        if (known == null || !known.isOpen() || severity.compareTo(known.severity()) > 0) {
            return false;
        }
        use(known);
        known.alarmedAgain(at);
        known.exempt(false, muted);
        return true;
    }

    /** Whether a new incident of that severity would not be told; if so, it is counted as one. */
    boolean isFullFor(Unit unit, Kind kind, Severity severity) {
        boolean full = size == BOUND
                && openRed + (severity == Severity.RED ? 0 : openAmber) == BOUND
                && of(unit)[kind.ordinal()] == null;
        evictions += full ? 1 : 0;
        return full;
    }

    private void use(Incident incident) {
        incident.used(++uses);
    }

    private void count(Incident incident, int more) {
        if (!incident.isOpen()) {
            return;
        }
        if (incident.severity() == Severity.RED) {
            openRed += more;
        } else {
            openAmber += more;
        }
    }

    /** The unit's incidents by kind; a new unit is told which it had before it was forgotten. */
    private Incident[] of(Unit unit) {
        if (unit.incidents() == UNASKED) {
            unit.hasIncidents(incidents.getOrDefault(unit.key(), NONE));
        }
        return unit.incidents();
    }

    /** Forgets an incident for one of that severity, if need be; returns whether there is room. */
    private boolean makeRoom(Severity severity) {
        if (size < BOUND) {
            return true;
        }
        evictions++;
        return forgetOneFor(severity);
    }

    private boolean forgetOneFor(Severity severity) {
        Map.Entry<Object, Incident> gone = null;
        for (Map.Entry<Object, Incident[]> entry : incidents.entrySet()) {
            for (Incident incident : entry.getValue()) {
                if (incident != null
                        && (!incident.isOpen() || severity.compareTo(incident.severity()) > 0)
                        && (gone == null || FORGOTTEN_FIRST.compare(incident, gone.getValue()) < 0)) {
                    gone = Map.entry(entry.getKey(), incident);
                }
            }
        }
        if (gone != null) {
            forget(gone.getKey(), gone.getValue());
        }
        return gone != null;
    }

    private void forget(Object unit, Incident gone) {
        Incident[] byKind = incidents.get(unit);
        byKind[gone.kind().ordinal()] = null;
        if (Arrays.stream(byKind).allMatch(Objects::isNull)) {
            incidents.remove(unit);
        }
        size--;
        if (gone.isOpen()) {
            close(gone);
        }
    }

    private void close(Incident incident) {
        count(incident, -1);
        incident.close();
        listener.closed(incident);
    }

    /** Whether that unit has an open incident of that kind. */
    boolean isOpen(Unit unit, Kind kind) {
        return isOpen(of(unit), kind);
    }

    /** The same of a unit by its key. */
    boolean isOpen(Object unit, Kind kind) {
        return isOpen(incidents.getOrDefault(unit, NONE), kind);
    }

    private static boolean isOpen(Incident[] byKind, Kind kind) {
        Incident incident = byKind[kind.ordinal()];
        return incident != null && incident.isOpen();
    }

    /** Whether any unit that the predicate names has an open incident of that kind. */
    boolean isOpen(Predicate<Object> unit, Kind kind) {
        return incidents.entrySet().stream()
                .anyMatch(entry -> isOpen(entry.getValue(), kind) && unit.test(entry.getKey()));
    }

    /** Counts an attempt into the open incidents of that unit. */
    void grow(Unit unit, Attempt attempt) {
        grow(of(unit), attempt);
    }

    /** The same of a unit by its key. */
    void grow(Object unit, Attempt attempt) {
        if (size > 0) {
            grow(incidents.getOrDefault(unit, NONE), attempt);
        }
    }

    /** An attempt of that unit was another's, or none: it no longer counts in the unit's open incidents. */
    void shrink(Unit unit) {
        shrink(of(unit));
    }

    /** The same of a unit by its key. */
    void shrink(Object unit) {
        if (size > 0) {
            shrink(incidents.getOrDefault(unit, NONE));
        }
    }

    private static void shrink(Incident[] byKind) {
        for (Incident incident : byKind) {
            if (incident != null && incident.isOpen()) {
                incident.shrank();
            }
        }
    }

    private void grow(Incident[] byKind, Attempt attempt) {
        if (byKind == NONE) {
            return;
        }
        for (Incident incident : byKind) {
            if (incident != null && incident.isOpen()) {
                incident.grew(attempt);
                listener.grew(incident);
            }
        }
    }

    /** What was said about an open incident has changed. */
    void exempt(BiConsumer<Object, Incident> exemption) {
        oldestFirst()
                .filter(entry -> entry.getValue().isOpen())
                .forEach(entry -> exempt(entry.getValue(), incident -> exemption.accept(entry.getKey(), incident)));
    }

    /** The same for what that unit has open. */
    void exempt(Object unit, Consumer<Incident> exemption) {
        Arrays.stream(incidents.getOrDefault(unit, NONE))
                .filter(incident -> incident != null && incident.isOpen())
                .forEach(incident -> exempt(incident, exemption));
    }

    private void exempt(Incident incident, Consumer<Incident> exemption) {
        count(incident, -1);
        exemption.accept(incident);
        count(incident, 1);
        listener.grew(incident);
    }

    /** Closes every open incident that the predicate, given its unit's key, names. */
    void closeIf(BiPredicate<Object, Incident> over) {
        if (openRed + openAmber > 0) {
            oldestFirst()
                    .filter(entry -> entry.getValue().isOpen() && over.test(entry.getKey(), entry.getValue()))
                    .toList()
                    .forEach(entry -> close(entry.getValue()));
        }
    }

    /** A copy of what is remembered, the one used longest ago first. */
    Collection<Incident> all() {
        return oldestFirst().map(Map.Entry::getValue).toList();
    }

    private Stream<Map.Entry<Object, Incident>> oldestFirst() {
        return incidents.entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue())
                        .filter(Objects::nonNull)
                        .map(incident -> Map.entry(entry.getKey(), incident)))
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Incident::lastUse)));
    }

    /** How many incidents are remembered. */
    int size() {
        return size;
    }

    /** How many incidents were forgotten, or not told, because the bound was reached. */
    long evictions() {
        return evictions;
    }
}
