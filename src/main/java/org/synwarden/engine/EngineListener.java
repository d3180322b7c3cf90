package org.synwarden.engine;

import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.Outcome;
import org.synwarden.detect.Incident;
import org.synwarden.detect.UpstreamFailure;

/**
 * Hears what the engine finds out, on the thread that drives it. What it is given must be copied to be kept; an attempt
 * that is to be looked at later must be told so ({@link Attempt#keep}), or the object may be another attempt by then.
 */
public interface EngineListener {
    /** An attempt began. */
    default void attemptBegan(Attempt attempt) {}

    /**
     * More is known about who made an attempt; its outcome may be known already.
     *
     * @param before who it had seemed to be
     */
    default void attemptAttributed(Attempt attempt, Initiator before) {}

    /** What had seemed an attempt of its own turned out to be another one. */
    default void attemptWithdrawn(Attempt attempt) {}

    /** The outcome of an attempt changed. */
    default void attemptConcluded(Attempt attempt, Outcome before) {}

    /** An incident was raised, or went on after it had been closed. */
    default void incidentOpened(Incident incident) {}

    /** An incident's counts went up. */
    default void incidentGrew(Incident incident) {}

    /** An incident has been calm for long enough. */
    default void incidentClosed(Incident incident) {}

    /** The network fails for everybody, or somebody else seems to be the cause of it. */
    default void upstreamFailed(UpstreamFailure failure) {}

    /** The network works again, or nobody asks it any more. */
    default void upstreamRecovered() {}
}
