package org.synwarden.tray;

import java.time.Instant;
import org.synwarden.contract.IncidentObject;

/**
 * Tells one incident from all others, also over a restart of the service, which starts its ids anew.
 *
 * @param id the service's id
 * @param raisedAt when the alarm was raised
 */
record IncidentId(String id, Instant raisedAt) {
    static IncidentId of(IncidentObject incident) {
        return new IncidentId(incident.id(), incident.raisedAt());
    }
}
