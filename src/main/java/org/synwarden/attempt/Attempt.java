package org.synwarden.attempt;

import org.synwarden.net.Flow;

/**
 * One try to open a flow. Lives on the engine's thread; what leaves it is copied.
 *
 * <p>All SYNs of one 5-tuple that carry the same sequence number, or follow each other within 3 s, are one attempt,
 * whatever number of sources saw it.
 */
public final class Attempt {
    private final long id;
    private Flow flow;
    private final long began;
    private long lastSyn;
    private int sequence;
    private boolean sequenceKnown;
    private Initiator initiator;
    private Attribution attribution;
    private Outcome outcome = Outcome.PENDING;
    private long due;
    private boolean socketOpen;
    private boolean uncertain;
    private int looks;

    Attempt(long id, Flow flow, long began, Initiator initiator, Attribution attribution) {
        this.id = id;
        this.flow = flow;
        this.began = began;
        this.lastSyn = began;
        this.initiator = initiator;
        this.attribution = attribution;
    }

    /** Unique while the engine lives, rising. */
    public long id() {
        return id;
    }

    /** Both ends; the local one is the initiator's, with port 0 while the kernel has not said which it is. */
    public Flow flow() {
        return flow;
    }

    /** When the first SYN left, nanoseconds since the epoch. */
    public long began() {
        return began;
    }

    /** Who made it, as far as is known now. */
    public Initiator initiator() {
        return initiator;
    }

    /** How sure that is. */
    public Attribution attribution() {
        return attribution;
    }

    /** What has become of it. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether its answer may have been lost rather than never sent. */
    public boolean isUncertain() {
        return uncertain && outcome == Outcome.UNANSWERED;
    }

    void doubt() {
        uncertain = true;
    }

    /** When its last SYN, or datagram, left. */
    public long lastSent() {
        return lastSyn;
    }

    boolean isSameTry(long at, int syn) {
        return (sequenceKnown && syn == sequence) || at - lastSyn <= AttemptTracker.SAME_ATTEMPT_NANOS;
    }

    void sawSyn(long at, int syn) {
        lastSyn = Math.max(lastSyn, at);
        sequence = syn;
        sequenceKnown = true;
    }

    boolean raiseAttribution(Initiator who, Attribution howSure) {
        if (howSure.compareTo(attribution) <= 0) {
            return false;
        }
        initiator = who;
        attribution = howSure;
        return true;
    }

    /** The local port has become known. */
    void link(Flow known) {
        flow = known;
    }

    boolean isLinked() {
        return flow.local().port() != 0;
    }

    void conclude(Outcome what) {
        outcome = what;
    }

    long due() {
        return due;
    }

    void dueAt(long at) {
        due = at;
    }

    void socketIs(boolean open) {
        socketOpen = open;
        looks = 0;
    }

    /** Whether only the socket table shows it, so that what became of it is known at the next look and not before. */
    boolean awaitsLook() {
        return socketOpen && !sequenceKnown && attribution != Attribution.REPORTED;
    }

    /** Counts a look at the socket table, if it showed this attempt half-open; returns whether it did. */
    boolean polledHalfOpen() {
        looks += socketOpen ? 1 : 0;
        return socketOpen;
    }

    /** How many looks in a row have shown it half-open. */
    int looks() {
        return looks;
    }
}
