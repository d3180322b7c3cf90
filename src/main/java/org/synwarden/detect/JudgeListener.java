package org.synwarden.detect;

/** Hears what the judge finds, on the engine's thread. */
public interface JudgeListener {
    /** An incident was raised, or went on after it had been closed. */
    void opened(Incident incident);

    /** Its counts went up, or its culprit became surer. */
    void grew(Incident incident);

    /** It has been calm for long enough. */
    void closed(Incident incident);

    /** The network fails for everybody, or somebody else seems to be the cause of it. */
    void upstreamFailed(UpstreamFailure failure);

    /** It works again, or nobody asks it any more. */
    void upstreamRecovered();
}
