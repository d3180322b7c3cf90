package org.synwarden.attempt;

import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;

/**
 * One try to open a flow. Lives on the engine's thread; what leaves it is copied. Once forgotten, 30 s after its last SYN
 * or earlier, it may be used again for another try, unless somebody said {@link #keep}.
 *
 * <p>All SYNs of one 5-tuple that carry the same sequence number, or follow each other within 3 s, are one attempt,
 * whatever number of sources saw it.
 *
 * <p>Holds the fields of its flow, and no flow: attempts live long enough to be moved by every garbage collection, and so
 * would what they hold.
 */
public final class Attempt {
    /** The mark, or place, of an attempt that has none. */
    public static final int UNMARKED = -1;

    /** The time at which an outcome has counted that has not yet. */
    public static final long NEVER = Long.MIN_VALUE;

    private long id;
    private Protocol protocol;
    private Address local;
    private char localPort;
    private char remotePort;
    private int remoteZone;
    private long remoteHigh;
    private long remoteLow;
    private long began;
    private long lastSyn;
    private int sequence;
    private boolean sequenceKnown;
    private Initiator initiator;
    private Attribution attribution;
    private Outcome outcome;
    private long due;
    private boolean socketOpen;
    private boolean uncertain;
    private boolean corrected;
    private boolean kept;
    private int looks;
    private int mark;
    private int place;
    private long countedAt;
    private boolean firstContact;
    private long remoteFingerprint;
    private int slot = LongSlots.NONE;

    /** Makes a new try of this. */
    void begin(long number, Flow flow, long at, Initiator who, Attribution howSure) {
        id = number;
        link(flow);
        began = at;
        lastSyn = at;
        sequenceKnown = false;
        initiator = who;
        local = who.host().equals(local) ? who.host() : local;
        attribution = howSure;
        outcome = Outcome.PENDING;
        socketOpen = false;
        uncertain = false;
        corrected = false;
        looks = 0;
        mark = UNMARKED;
        place = UNMARKED;
        countedAt = NEVER;
        firstContact = false;
    }

    /** Unique while the engine lives, rising. */
    public long id() {
        return id;
    }

    /** Both ends; the local one is the initiator's, with port 0 while the kernel has not said which it is. */
    public Flow flow() {
        return new Flow(protocol, local, localPort, remoteAddress(), remotePort);
    }

    /** The remote end's address. */
    public Address remoteAddress() {
        return new Address(remoteHigh, remoteLow, remoteZone);
    }

    /** The remote end's port. */
    public int remotePort() {
        return remotePort;
    }

    /** Stands for the remote end's address in hash tables. */
    public long remoteFingerprint() {
        return remoteFingerprint;
    }

    /** The local end's address. */
    public Address localAddress() {
        return local;
    }

    /** The local end's port, 0 while the kernel has not said which it is. */
    public int localPort() {
        return localPort;
    }

    /** The protocol of its flow. */
    public Protocol protocol() {
        return protocol;
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

    /** Whether its outcome corrects an earlier one. */
    public boolean isCorrected() {
        return corrected;
    }

    /** Notes a number of the listener's own, at which it finds what it knows of this without a search. */
    public void mark(int number) {
        mark = number;
    }

    /** What was noted last, or {@link #UNMARKED}. */
    public int mark() {
        return mark;
    }

    /** Notes where its initiator's evidence has its remote address, which is then found without a search. */
    public void place(int number) {
        place = number;
    }

    /** What was noted last, or {@link #UNMARKED}. */
    public int place() {
        return place;
    }

    /** Notes when its outcome has become evidence. */
    public void counted(long at) {
        countedAt = at;
    }

    /** When its outcome became evidence, the last time that one did, or {@link #NEVER}. */
    public long countedAt() {
        return countedAt;
    }

    /** Notes whether its initiator had not contacted that address lately. */
    public void firstContact(boolean is) {
        firstContact = is;
    }

    /** Whether its initiator had not contacted that address lately, as far as it was asked when this began. */
    public boolean isFirstContact() {
        return firstContact;
    }

    /** It is not to be used again for another try: somebody remembers it for longer than the tracker does. */
    public void keep() {
        kept = true;
    }

    boolean isKept() {
        return kept;
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

    /** Both its ends are those of this flow. */
    void link(Flow flow) {
        protocol = flow.protocol();
        local = flow.localAddress();
        localPort = (char) flow.localPort();
        Address remote = flow.remoteAddress();
        remoteHigh = remote.high();
        remoteLow = remote.low();
        remoteZone = remote.zone();
        remotePort = (char) flow.remotePort();
        remoteFingerprint = remote.fingerprint();
    }

    boolean isLinked() {
        return localPort != 0;
    }

    void conclude(Outcome what) {
        corrected |= outcome != Outcome.PENDING;
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

    /** Counts a look at the socket table that showed this attempt half-open. */
    void polledHalfOpen() {
        looks++;
    }

    /** How many looks in a row have shown it half-open. */
    int looks() {
        return looks;
    }

    /** In which slot it is remembered, or {@link LongSlots#NONE}. */
    void rememberedAt(int where) {
        slot = where;
    }

    int slot() {
        return slot;
    }
}
