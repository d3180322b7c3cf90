package org.synwarden.detect;

/** Hears of incidents, on the engine's thread. */
public interface IncidentListener {
    /** An incident was raised, or went on after it had been closed. */
    void opened(Incident incident);

    /** Its counts went up, or its culprit became surer. */
    void grew(Incident incident);

    /** It has been calm for long enough. */
    void closed(Incident incident);
}
