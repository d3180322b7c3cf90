package org.synwarden.tray;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;

/**
 * What was done about incidents, as the service last answered: asked for while somebody looks, again when the incident has
 * grown, at most every {@value #GROWTH_SECONDS} s, and at once when something was done about it or it has opened or closed.
 * The last {@value #BOUND} that were looked at are kept. Used by the presenters' thread; has no clock of its own.
 */
final class Dossiers {
    static final int BOUND = 16;
    static final int GROWTH_SECONDS = 30;

    /** A deed stands in the history a moment after it was done: what was asked before that may not tell it yet. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * What is told of one incident.
     *
     * @param answered whether the service has ever said what was done; if not, nothing is known of it
     */
    record Told(boolean answered, List<MeasureObject> measures, Optional<String> trouble) {
        static final Told NOTHING = new Told(false, List.of(), Optional.empty());

        /** Copies the list. */
        Told {
            measures = List.copyOf(measures);
        }
    }

    private static final class Entry {
        private Told told = Told.NOTHING;
        private Optional<IncidentObject> askedAs = Optional.empty();
        private long askedAt;
        private boolean asking;
        private Optional<Long> doneAt = Optional.empty();
    }

    private final Asker asker;
    private final LongSupplier now;
    private final Runnable changed;
    private final Map<IncidentId, Entry> entries = new LinkedHashMap<>(BOUND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<IncidentId, Entry> eldest) {
            return size() > BOUND;
        }
    };

    /**
     * Nothing asked yet.
     *
     * @param now of {@link System#nanoTime}
     * @param changed called when there is something else to be told
     */
    Dossiers(Asker asker, LongSupplier now, Runnable changed) {
        this.asker = asker;
        this.now = now;
        this.changed = changed;
    }

    /** What is known of it by now. */
    Told of(IncidentId id) {
        return Optional.ofNullable(entries.get(id)).map(entry -> entry.told).orElse(Told.NOTHING);
    }

    /** Somebody looks at that incident: asks what is to be asked anew. */
    void look(IncidentObject incident) {
        IncidentId id = IncidentId.of(incident);
        Entry entry = entries.computeIfAbsent(id, first -> new Entry());
        if (!entry.asking && isDue(entry, incident)) {
            ask(entry, incident);
        }
    }

    private boolean isDue(Entry entry, IncidentObject incident) {
        if (entry.askedAs.isEmpty()) {
            return true;
        }
        long age = now.getAsLong() - entry.askedAt;
        if (age < PAUSE.toNanos()) {
            return false;
        }
        IncidentObject before = entry.askedAs.get();
        boolean untold = entry.doneAt
                .filter(at -> entry.askedAt - at < SETTLING.toNanos())
                .isPresent();
        boolean outgrown = age >= Duration.ofSeconds(GROWTH_SECONDS).toNanos()
                && (!before.equals(incident) || entry.told.trouble().isPresent());
        return untold || outgrown || !before.state().equals(incident.state());
    }

    private void ask(Entry entry, IncidentObject incident) {
        entry.asking = true;
        entry.askedAs = Optional.of(incident);
        entry.askedAt = now.getAsLong();
        asker.ask(
                service -> service.requests().incident(incident.id()).measures(),
                measures -> told(entry, new Told(true, measures, Optional.empty())),
                why -> told(entry, new Told(entry.told.answered(), entry.told.measures(), Optional.of(why))));
    }

    private void told(Entry entry, Told told) {
        entry.asking = false;
        if (!told.equals(entry.told)) {
            entry.told = told;
            changed.run();
        }
    }

    /** Something was done about that incident: what is known of it is out of date. */
    void done(IncidentId id) {
        Optional.ofNullable(entries.get(id)).ifPresent(entry -> entry.doneAt = Optional.of(now.getAsLong()));
    }
}
