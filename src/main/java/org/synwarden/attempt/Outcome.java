package org.synwarden.attempt;

/** What became of an attempt. */
public enum Outcome {
    /** Not known yet. */
    PENDING(Verdict.NONE),
    /** A SYN-ACK came, or what only follows one. */
    ANSWERED(Verdict.SUCCESS),
    /** An RST came. */
    REFUSED(Verdict.FAILURE),
    /** ICMP or ICMPv6 said that the destination cannot be reached. */
    UNREACHABLE(Verdict.FAILURE),
    /** No answer in time; corrected when a late one comes. */
    UNANSWERED(Verdict.FAILURE),
    /** Closed by its own program before the answer limit. */
    ABANDONED(Verdict.OPEN),
    /** Stopped by a firewall on this PC. */
    BLOCKED(Verdict.NONE),
    /** This PC knew no way there. */
    NO_ROUTE(Verdict.NONE);

    /** What an outcome says about the program that tried. */
    public enum Verdict {
        SUCCESS,
        FAILURE,
        /** A failure, unless the initiator succeeds on that port soon after. */
        OPEN,
        NONE
    }

    private final Verdict verdict;

    Outcome(Verdict verdict) {
        this.verdict = verdict;
    }

    /** What this outcome says about the program that tried. */
    public Verdict verdict() {
        return verdict;
    }
}
