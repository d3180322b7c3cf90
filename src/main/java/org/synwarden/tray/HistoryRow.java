package org.synwarden.tray;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;

/**
 * One row of the history, ready to be drawn: an incident, or what was done or refused.
 *
 * @param key tells it from all others
 * @param at when the incident was raised, or it was done
 * @param what happened
 * @param program whose doing it was, or to whom it was done
 * @param attempts how many; empty for what was done
 * @param state how it stands, or whether it was done
 * @param incident the incident that it is; empty for what was done
 * @param measure what was done; empty for an incident
 * @param facts all there is to tell of what was done; an incident's are asked for
 */
record HistoryRow(
        String key,
        Instant at,
        String what,
        String program,
        String attempts,
        String state,
        Optional<IncidentObject> incident,
        Optional<MeasureObject> measure,
        List<IncidentPage.Fact> facts) {
    /** Copies the facts. */
    HistoryRow {
        facts = List.copyOf(facts);
    }

    /** As {@code docs/json.md} describes it. */
    ContractObject object() {
        return incident.<ContractObject>map(one -> one).or(() -> measure).orElseThrow();
    }
}
