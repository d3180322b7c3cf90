package org.synwarden.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All there is about one incident.
 *
 * @param incident as it stands now
 * @param measures what was done because of it, in the order in which it was
 * @param attempts the culprit's, earliest first, as far as they are kept one by one, at most {@value #MAX_ATTEMPTS}
 */
public record Dossier(IncidentObject incident, List<MeasureObject> measures, List<AttemptObject> attempts) {
    /** The most attempts that are told. */
    public static final int MAX_ATTEMPTS = 1_000;

    /** Copies the lists. */
    public Dossier {
        measures = List.copyOf(measures);
        attempts = List.copyOf(attempts);
    }

    /** As the objects of a response. */
    public List<ContractObject> objects() {
        List<ContractObject> objects = new ArrayList<>(List.of(incident));
        objects.addAll(measures);
        objects.addAll(attempts);
        return objects;
    }

    /** What a response holds; empty when that is no dossier. */
    public static Optional<Dossier> of(List<ContractObject> objects) {
        if (objects.isEmpty() || !(objects.get(0) instanceof IncidentObject incident)) {
            return Optional.empty();
        }
        return Optional.of(
                new Dossier(incident, only(MeasureObject.class, objects), only(AttemptObject.class, objects)));
    }

    static <T> List<T> only(Class<T> type, List<ContractObject> objects) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
