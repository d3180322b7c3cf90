package org.synwarden.tray;

import java.util.Collection;
import java.util.List;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.IncidentObject;

/** What the icon says: the first of these that holds. */
enum TrayState {
    /** Nothing is known: the service does not answer. */
    NOT_CONNECTED,
    /** The user wants to be told nothing for a while; the service watches as before. */
    SUSPENDED,
    /** A red incident calls for the user. */
    RED,
    /** Only amber incidents do. */
    AMBER,
    /** The service watches, but sees less than the whole. */
    DEGRADED,
    /** All is well. */
    WATCHING;

    /**
     * What to show. Without the service the last known incidents are history, so that only "not connected" is true.
     *
     * @param suspended whether the user wants to be told nothing now
     * @param calling open incidents that the user does not ignore
     */
    static TrayState of(
            boolean connected,
            boolean suspended,
            List<IncidentObject> calling,
            Collection<DegradationObject> degradations) {
        if (!connected) {
            return NOT_CONNECTED;
        }
        if (suspended) {
            return SUSPENDED;
        }
        if (calling.stream().anyMatch(Incidents::isRed)) {
            return RED;
        }
        if (!calling.isEmpty()) {
            return AMBER;
        }
        return degradations.isEmpty() ? WATCHING : DEGRADED;
    }
}
