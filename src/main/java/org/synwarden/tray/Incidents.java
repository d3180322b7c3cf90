package org.synwarden.tray;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.Rows;

/**
 * The incidents as the service last told them, which of them this client has met before, and which the user ignores
 * here. Ignoring changes only this display. Used by one thread.
 *
 * <p>Bounds: the service tells at most 256 incidents; of those met before, the last 4,096 are remembered.
 */
final class Incidents {
    private static final int REMEMBERED = 4_096;
    private static final Comparator<IncidentObject> OPEN_RED_NEWEST = Comparator.comparing(Incidents::isOpen)
            .thenComparing(Incidents::isRed)
            .thenComparing(IncidentObject::raisedAt)
            .reversed();

    private final Map<String, IncidentObject> told = new LinkedHashMap<>();
    private final Set<IncidentId> ignored = new HashSet<>();
    private final Map<IncidentId, Boolean> met = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<IncidentId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    static boolean isOpen(IncidentObject incident) {
        return "open".equals(incident.state());
    }

    static boolean isRed(IncidentObject incident) {
        return "red".equals(incident.severity());
    }

    /**
     * Takes over what the service says.
     *
     * @return the open incidents that this client had never met
     */
    List<IncidentObject> apply(Rows rows) {
        if (rows.reset()) {
            told.clear();
        }
        rows.removed().forEach(told::remove);
        List<IncidentObject> fresh = new ArrayList<>();
        take(rows.added(), fresh);
        take(rows.changed(), fresh);
        return fresh;
    }

    private void take(Collection<? extends ContractObject> objects, List<IncidentObject> fresh) {
        for (ContractObject object : objects) {
            if (object instanceof IncidentObject incident) {
                told.put(incident.key(), incident);
                if (isOpen(incident) && met.put(IncidentId.of(incident), true) == null) {
                    fresh.add(incident);
                }
            }
        }
    }

    /** All that the service told: open before closed, red before amber, newest first. */
    List<IncidentObject> all() {
        return told.values().stream().sorted(OPEN_RED_NEWEST).toList();
    }

    /** Those that are open, neither muted nor ignored here, red first, newest first. */
    List<IncidentObject> calling() {
        return all().stream()
                .filter(Incidents::isOpen)
                .filter(incident -> !incident.muted())
                .filter(incident -> !isIgnored(IncidentId.of(incident)))
                .toList();
    }

    Optional<IncidentObject> find(IncidentId id) {
        return Optional.ofNullable(told.get(id.id()))
                .filter(incident -> IncidentId.of(incident).equals(id));
    }

    /** The one with that id that the service tells of now. */
    Optional<IncidentId> of(String id) {
        return Optional.ofNullable(told.get(id)).map(IncidentId::of);
    }

    /** The most urgent incident whose culprit is that process instance. */
    Optional<IncidentId> of(ProcessObject process) {
        return all().stream()
                .filter(incident -> incident.isOf(process.pid(), process.startToken()))
                .map(IncidentId::of)
                .findFirst();
    }

    boolean isIgnored(IncidentId id) {
        return ignored.contains(id);
    }

    void ignore(IncidentId id) {
        ignored.add(id);
    }

    void noticeAgain(IncidentId id) {
        ignored.remove(id);
    }
}
