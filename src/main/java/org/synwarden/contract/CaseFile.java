package org.synwarden.contract;

import java.util.List;
import java.util.Optional;

/**
 * All that goes into the evidence of one incident.
 *
 * @param evidence what the service remembers of the culprit
 * @param rules those that stand, whatever they answer
 * @param status how the service is; empty where none answered
 * @param without what could not be asked, and why, a line each
 */
public record CaseFile(
        Dossier dossier,
        Evidence evidence,
        List<RuleObject> rules,
        Optional<StatusObject> status,
        List<String> without) {
    /** Copies the lists. */
    public CaseFile {
        rules = List.copyOf(rules);
        without = List.copyOf(without);
    }

    /** The rules that answer this incident. */
    public List<RuleObject> answering() {
        String id = dossier.incident().id();
        return rules.stream()
                .filter(rule -> rule.incident().filter(id::equals).isPresent())
                .toList();
    }
}
