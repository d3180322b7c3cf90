package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.LeastRecentSlots;
import org.synwarden.attempt.LongSlots;
import org.synwarden.net.Address;
import org.synwarden.process.Interpreters;

/**
 * The evidence of one initiator, or of the siblings of one image. Remembers at most 4,096 remote
 * addresses, 4,096 datagrams and 64 ports of the last successes; the number of port classes is fixed.
 */
final class Unit {
    private static final int PORTS = 64;

    private final JudgeSettings settings;
    private final Object key;
    private final Initiator initiator;
    private final ImageShare share = new ImageShare();
    private final RecentFate fate = new RecentFate();
    private final Destinations destinations = new Destinations();
    /** By the number of the port class; null where there is no evidence. */
    private final ClassEvidence[] classes = new ClassEvidence[PortClass.count()];

    private final LeastRecentSlots successPorts = new LeastRecentSlots(PORTS);
    private final long[] lastSuccess = new long[PORTS];
    /** A bit for each of the last first contacts, set where an answer had given the address. */
    private long named;

    private final Deque<Long> excused = new ArrayDeque<>();
    private final RecentFailures failures;
    private final RecentPorts ports;
    private final DatagramEvidence datagrams;
    private Incident[] incidents = IncidentBook.UNASKED;
    private int heldForClasses;
    private Attribution howSure = Attribution.UNATTRIBUTED;
    private long told;
    private long attempts;
    private long lastFailure = Long.MIN_VALUE;

    /**
     * A unit without evidence.
     *
     * @param key what stands for it: a process, an address, siblings
     * @param initiator who answers for it; for siblings their parent
     */
    Unit(JudgeSettings settings, Object key, Initiator initiator) {
        this.settings = settings;
        this.key = key;
        this.initiator = initiator;
        this.datagrams = new DatagramEvidence(settings.minute());
        this.failures = new RecentFailures(settings.minute(), settings.window());
        this.ports = new RecentPorts(settings.minute(), settings.verticalPorts());
    }

    /** How much more, or less, this unit remembers than when it was last asked. */
    long growth() {
        long before = told;
        told = destinations.size();
        told += failures.held();
        told += ports.held();
        told += heldForClasses;
        told += datagrams.held();
        return told - before;
    }

    /** How many addresses and datagrams had to make room within this unit. */
    long evictedAddresses() {
        return destinations.evictions() + datagrams.evictions();
    }

    /** What it remembered when it was last asked. */
    long told() {
        return told;
    }

    Initiator initiator() {
        return initiator;
    }

    Object key() {
        return key;
    }

    /** Whether it is known which program this is, and not only which address. */
    boolean isAttributed() {
        return !(key instanceof Address);
    }

    /** What its image takes in of it. */
    ImageShare share() {
        return share;
    }

    /** Whether that unit stands for this one's image. */
    boolean isPartOf(Unit siblings) {
        return share.siblings().isPresent() && share.siblings().get() == siblings.key;
    }

    /** Whether that unit runs the same program for the same parent; an interpreter runs others' programs. */
    boolean isSiblingOf(Unit other) {
        return share.siblings().isPresent()
                && share.siblings().equals(other.share.siblings())
                && !Interpreters.contains(share.siblings().get().image().name());
    }

    /** How it has fared lately. */
    RecentFate fate() {
        return fate;
    }

    /** How sure it is that the attempts are this initiator's, for the surest of them. */
    Attribution attribution() {
        return howSure;
    }

    long attempts() {
        return attempts;
    }

    /** Distinct destinations that failed lately. */
    RecentFailures failures() {
        return failures;
    }

    /** Ports that failed within the last minute. */
    RecentPorts ports() {
        return ports;
    }

    /**
     * Notes an attempt of this unit.
     *
     * @param hasName whether an answer had given the address
     * @return whether it is a first contact
     */
    boolean began(Attempt attempt, boolean hasName) {
        attempts++;
        howSure = attempt.attribution().compareTo(howSure) > 0 ? attempt.attribution() : howSure;
        boolean first = destinations.contacted(attempt, settings.firstContactAfter());
        if (first) {
            named = (named << 1 | (hasName ? 1 : 0)) & (1L << settings.nameMemory()) - 1;
        }
        return first;
    }

    /** Whether that attempt is the first contact with its address. */
    boolean isFirstContact(Attempt attempt) {
        return destinations.isFirstContact(attempt);
    }

    /** Whether that attempt is the first contact with its address and has counted as a failure already. */
    boolean hasFailed(Attempt attempt) {
        return destinations.hasFailed(attempt);
    }

    /**
     * An attempt that had been counted here turned out to be another unit's, or none: takes back all that it was evidence
     * for. Others with its address, which were no first contact because of it, are still none.
     */
    void takeBack(Attempt attempt, boolean hasName) {
        attempts--;
        if (attempt.countedAt() != Attempt.NEVER) {
            ports.takeBack(attempt);
            if (attempt.isFirstContact()
                    || attempt.isUncertain()
                    || attempt.isCorrected()) { // else it only counted there
                takeBackDestination(attempt, hasName);
            }
        }
        destinations.takeBack(attempt);
    }

    private void takeBackDestination(Attempt attempt, boolean hasName) {
        long at = attempt.countedAt();
        failures.takeBack(attempt.id(), at);
        ClassEvidence evidence = evidence(attempt.remotePort());
        heldForClasses -= evidence.held();
        if (evidence.takeBack(attempt.id(), at) == NameEvidence.NAMED.ordinal()) {
            excused.pollLast();
        }
        heldForClasses += evidence.held();
        if (hasName && hasFailed(attempt)) {
            fate.namedFailureNot(at);
        }
    }

    /** Takes in the failure of a first contact, with the weight of a destination. */
    void failed(Attempt attempt, boolean hasName, long at) {
        destinations.failed(attempt, at);
        int port = attempt.remotePort();
        NameEvidence name = nameEvidence(PortClass.of(port).kind(), hasName, at);
        ClassEvidence evidence = evidence(port);
        heldForClasses -= evidence.held();
        evidence.failed(attempt.id(), attempt.began(), at, name);
        heldForClasses += evidence.held();
        failures.add(attempt, at);
        if (hasName) {
            fate.namedFailure(at);
        }
        failedOnce(attempt, at);
    }

    private void failedOnce(Attempt attempt, long at) {
        lastFailure = at;
        ports.add(attempt, at);
    }

    /**
     * Takes in a failure that says nothing about the destination: a retry, or an address known to be good. What is older
     * than its window is forgotten as it is with every other failure.
     */
    void failedAgain(Attempt attempt, long at) {
        failedOnce(attempt, at);
        failures.prune(at);
        ClassEvidence evidence = evidence(attempt.remotePort());
        heldForClasses -= evidence.held();
        evidence.prune(at);
        heldForClasses += evidence.held();
    }

    /** Takes in an attempt whose answer may have been lost: it counts for volume and against nobody. */
    void perhapsFailed(Attempt attempt, long at) {
        lastFailure = at;
        failures.addDoubtful(attempt, at);
    }

    private NameEvidence nameEvidence(PortClass.Kind kind, boolean hasName, long at) {
        if (kind == PortClass.Kind.MAIL) {
            return NameEvidence.UNKNOWN; // who sends mail in bulk looks names up, worm or not
        }
        if (!hasName) {
            return named != 0 ? NameEvidence.UNNAMED : NameEvidence.UNKNOWN;
        }
        while (!excused.isEmpty() && at - excused.peek() > settings.window()) {
            excused.remove();
        }
        if (excused.size() >= settings.namesExcuse()) {
            return NameEvidence.UNKNOWN;
        }
        excused.add(at);
        return NameEvidence.NAMED;
    }

    /**
     * Scores a success, if the attempt was a first contact, and takes back a failure it had counted as.
     *
     * @return whether it was one
     */
    boolean succeeded(Attempt attempt, long at) {
        int port = attempt.remotePort();
        int slot = successPorts.find(port);
        lastSuccess[slot == LongSlots.NONE ? successPorts.add(port) : slot] = at;
        if (!destinations.succeeded(attempt)) {
            return false;
        }
        ClassEvidence evidence = evidence(port);
        heldForClasses -= evidence.held();
        boolean first = destinations.isFirstContact(attempt);
        if (attempt.isCorrected()) {
            failures.takeBack(attempt.id(), attempt.countedAt());
            if (first) {
                evidence.takeBack(attempt.id(), attempt.countedAt());
            }
        }
        if (first) {
            evidence.succeeded(attempt.id(), at);
        }
        heldForClasses += evidence.held();
        return first;
    }

    /** Whether this unit succeeded on that port at or after that time. */
    boolean succeededSince(int port, long since) {
        int slot = successPorts.find(port);
        return slot != LongSlots.NONE && lastSuccess[slot] >= since;
    }

    /** Whether it has contacted that address over TCP. */
    boolean knows(Address address) {
        return destinations.contains(address);
    }

    /** What its datagrams came to. */
    DatagramEvidence datagrams() {
        return datagrams;
    }

    /** The evidence on the class of that port. */
    ClassEvidence evidence(int port) {
        int number = PortClass.number(port);
        if (classes[number] == null) {
            classes[number] = new ClassEvidence(settings, PortClass.of(port).kind());
        }
        return classes[number];
    }

    /** Its incidents, by the number of their kind; where none is remembered, null. */
    Incident[] incidents() {
        return incidents;
    }

    void hasIncidents(Incident[] byKind) {
        incidents = byKind;
    }

    /** A failure that no destination stands for: a datagram without a reply, a neighbour that is not there. */
    void failedAt(long at) {
        lastFailure = Math.max(lastFailure, at);
    }

    /** Whether nothing of this unit keeps an incident open. */
    boolean isCalm(long now) {
        boolean recent = lastFailure != Long.MIN_VALUE && now - lastFailure < settings.calmBefore();
        return !recent && Arrays.stream(classes).filter(Objects::nonNull).allMatch(evidence -> evidence.isCalm(now));
    }
}
