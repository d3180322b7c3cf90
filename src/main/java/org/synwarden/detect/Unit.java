package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.LeastRecentMap;
import org.synwarden.net.Address;

/**
 * The evidence of one initiator, or of the siblings of one image. Remembers at most 4,096 remote addresses and 64 ports of the last successes; the number
 * of port classes is fixed.
 */
final class Unit {
    private static final int DESTINATIONS = 4_096;
    private static final int PORTS = 64;

    private final JudgeSettings settings;
    private final Object key;
    private final Initiator initiator;
    private final ImageShare share = new ImageShare();
    private final RecentFate fate = new RecentFate();
    private final LeastRecentMap<Address, Destination> destinations = new LeastRecentMap<>(DESTINATIONS);
    private final Map<PortClass, ClassEvidence> classes = new HashMap<>();
    private final LeastRecentMap<Integer, Long> lastSuccess = new LeastRecentMap<>(PORTS);
    private final Deque<Boolean> named = new ArrayDeque<>();
    private final Deque<Long> excused = new ArrayDeque<>();
    private final RecentFailures minute;
    private final RecentFailures window;
    private final RecentPorts ports;
    private final LeastRecentMap<Integer, UdpEvidence> datagrams = new LeastRecentMap<>(PORTS);
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
        this.minute = new RecentFailures(settings.minute());
        this.window = new RecentFailures(settings.window());
        this.ports = new RecentPorts(settings.minute());
    }

    /** How much more, or less, this unit remembers than when it was last asked. */
    long growth() {
        long before = told;
        told = destinations.size();
        told += minute.held();
        told += window.held();
        told += ports.held();
        for (ClassEvidence evidence : classes.values()) {
            told += evidence.held();
        }
        for (UdpEvidence evidence : datagrams.values()) {
            told += evidence.held();
        }
        return told - before;
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

    /** Distinct destinations that failed within the last minute. */
    RecentFailures minute() {
        return minute;
    }

    /** Distinct destinations that failed in the window. */
    RecentFailures window() {
        return window;
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
        Destination destination =
                destinations.computeIfAbsent(attempt.flow().remote().address(), address -> new Destination());
        boolean first = destination.contacted(attempt.began(), attempt.id(), settings.firstContactAfter());
        if (first) {
            named.add(hasName);
            if (named.size() > settings.nameMemory()) {
                named.remove();
            }
        }
        return first;
    }

    /** Whether that attempt is the first contact with its address. */
    boolean isFirstContact(Attempt attempt) {
        Destination destination = destinations.get(attempt.flow().remote().address());
        return destination != null && destination.wasFirstContact(attempt.id());
    }

    /** An attempt that had been counted here turned out to be another unit's. */
    void handedOver() {
        attempts--;
    }

    /** Takes in the failure of a first contact, with the weight of a destination. */
    void failed(Attempt attempt, boolean hasName, long at) {
        Address address = attempt.flow().remote().address();
        PortClass portClass = PortClass.of(attempt.flow().remote().port());
        destinations.get(address).failed(at);
        NameEvidence name = nameEvidence(portClass.kind(), hasName, at);
        evidence(portClass).failed(attempt.id(), attempt.began(), at, name, portClass.kind());
        minute.add(attempt, at);
        window.add(attempt, at);
        if (hasName) {
            fate.namedFailure(at);
        }
        failedAgain(attempt, at);
    }

    /** Takes in a failure that says nothing about the destination: a retry, or an address known to be good. */
    void failedAgain(Attempt attempt, long at) {
        lastFailure = at;
        ports.add(attempt.flow().remote().address(), attempt.flow().remote().port(), at);
    }

    /** Takes in an attempt whose answer may have been lost: it counts for volume and against nobody. */
    void perhapsFailed(Attempt attempt, long at) {
        lastFailure = at;
        window.add(attempt, at);
    }

    private NameEvidence nameEvidence(PortClass.Kind kind, boolean hasName, long at) {
        if (kind == PortClass.Kind.MAIL) {
            return NameEvidence.UNKNOWN; // who sends mail in bulk looks names up, worm or not
        }
        if (!hasName) {
            return named.contains(true) ? NameEvidence.UNNAMED : NameEvidence.UNKNOWN;
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
        int port = attempt.flow().remote().port();
        lastSuccess.put(port, at);
        Destination destination = destinations.get(attempt.flow().remote().address());
        if (destination != null) {
            destination.succeeded();
            minute.takeBack(attempt.id(), attempt.flow().remote().address());
            window.takeBack(attempt.id(), attempt.flow().remote().address());
            if (destination.wasFirstContact(attempt.id())) {
                evidence(PortClass.of(port)).succeeded(attempt.id(), at);
                return true;
            }
        }
        return false;
    }

    /** Whether this unit succeeded on that port at or after that time. */
    boolean succeededSince(int port, long since) {
        Long when = lastSuccess.get(port);
        return when != null && when >= since;
    }

    /** Whether it has contacted that address over TCP. */
    boolean knows(Address address) {
        return destinations.containsKey(address);
    }

    /** What its datagrams to that remote port came to. */
    UdpEvidence datagrams(int port) {
        return datagrams.computeIfAbsent(port, any -> new UdpEvidence(settings.minute()));
    }

    /** The evidence on that port class. */
    ClassEvidence evidence(PortClass portClass) {
        return classes.computeIfAbsent(portClass, any -> new ClassEvidence(settings));
    }

    /** A failure that no destination stands for: a datagram without a reply, a neighbour that is not there. */
    void failedAt(long at) {
        lastFailure = Math.max(lastFailure, at);
    }

    /** Whether nothing of this unit keeps an incident open. */
    boolean isCalm(long now) {
        boolean recent = lastFailure != Long.MIN_VALUE && now - lastFailure < settings.calmBefore();
        return !recent && classes.values().stream().allMatch(evidence -> evidence.isCalm(now));
    }
}
