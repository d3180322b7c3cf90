package org.synwarden.watchdog;

import java.util.function.Supplier;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.IncidentObject;

/** Hears what the watchdog sees, on the engine's thread: an implementation must not block. */
public interface WatchListener {
    /**
     * An attempt's outcome is known.
     *
     * @param attempt tells of it to whoever wants to know, during this call only: in a flood there are thousands a second
     */
    void attempt(Supplier<AttemptObject> attempt);

    /** An incident was raised, or went on after it had been closed. */
    void incidentOpened(IncidentObject incident);

    /** An incident's counts went up. */
    void incidentGrew(IncidentObject incident);

    /** An incident has been calm for long enough. */
    void incidentClosed(IncidentObject incident);
}
