package org.synwarden.watchdog;

import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.IncidentObject;

/** Hears what the watchdog sees, on the engine's thread: an implementation must not block. */
public interface WatchListener {
    /** An attempt's outcome is known. */
    void attempt(AttemptObject attempt);

    /** An incident was raised, or went on after it had been closed. */
    void incidentOpened(IncidentObject incident);

    /** An incident's counts went up. */
    void incidentGrew(IncidentObject incident);

    /** An incident has been calm for long enough. */
    void incidentClosed(IncidentObject incident);
}
