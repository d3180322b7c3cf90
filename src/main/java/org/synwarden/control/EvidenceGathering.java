package org.synwarden.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.contract.CaseFile;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.StatusObject;

/** Asks for all that goes into the evidence of one incident. What cannot be had is left out and named. Used once. */
public final class EvidenceGathering {
    private final Requests requests;
    private final List<String> without = new ArrayList<>();

    private EvidenceGathering(Requests requests) {
        this.requests = requests;
    }

    /**
     * Asks; may take seconds.
     *
     * @throws RequestException when there is no such incident, or nobody can be asked
     */
    public static CaseFile gather(Requests requests, String incidentId) throws RequestException {
        return new EvidenceGathering(requests).ask(incidentId);
    }

    private CaseFile ask(String incidentId) throws RequestException {
        Dossier dossier = requests.incident(incidentId);
        Evidence evidence = evidence(dossier);
        return new CaseFile(dossier, evidence, rules(), status(), without);
    }

    private Evidence evidence(Dossier dossier) {
        try {
            return requests.evidence(dossier.incident().id());
        } catch (RequestException e) {
            String what = "packets, process tree and loaded files: " + e.getMessage();
            without.add(what);
            return Evidence.without(List.of(new DegradationObject(
                    "no-evidence",
                    what,
                    "ask again while the service runs, as an administrator (on Linux as root)",
                    dossier.incident().raisedAt())));
        }
    }

    private List<RuleObject> rules() {
        try {
            return requests.rules();
        } catch (RequestException e) {
            without.add("the rules: " + e.getMessage());
            return List.of();
        }
    }

    private Optional<StatusObject> status() {
        try {
            return Optional.of(requests.status().toNobody());
        } catch (RequestException e) {
            without.add("the status: " + e.getMessage());
            return Optional.empty();
        }
    }
}
