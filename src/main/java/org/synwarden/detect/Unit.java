package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.LeastRecentMap;
import org.synwarden.net.Address;

/**
 * The evidence of one initiator. Remembers at most 4,096 remote addresses and 64 ports of the last successes; the number
 * of port classes is fixed.
 */
final class Unit {
    private static final int DESTINATIONS = 4_096;
    private static final int PORTS = 64;

    private final JudgeSettings settings;
    private final Initiator initiator;
    private final LeastRecentMap<Address, Destination> destinations = new LeastRecentMap<>(DESTINATIONS);
    private final Map<PortClass, ClassEvidence> classes = new HashMap<>();
    private final LeastRecentMap<Integer, Long> lastSuccess = new LeastRecentMap<>(PORTS);
    private final Deque<Boolean> named = new ArrayDeque<>();
    private final Deque<Long> excused = new ArrayDeque<>();
    private long attempts;
    private long lastAttempt = Long.MIN_VALUE;

    Unit(JudgeSettings settings, Initiator initiator) {
        this.settings = settings;
        this.initiator = initiator;
    }

    Initiator initiator() {
        return initiator;
    }

    long attempts() {
        return attempts;
    }

    /** Notes an attempt of this unit; {@code hasName} tells whether an answer had given the address. */
    void began(Attempt attempt, boolean hasName) {
        attempts++;
        lastAttempt = Math.max(lastAttempt, attempt.began());
        Destination destination =
                destinations.computeIfAbsent(attempt.flow().remote().address(), address -> new Destination());
        if (destination.contacted(attempt.began(), attempt.id(), settings.firstContactAfter())) {
            named.add(hasName);
            if (named.size() > settings.nameMemory()) {
                named.remove();
            }
        }
    }

    /** An attempt that had been counted here turned out to be another unit's. */
    void handedOver() {
        attempts--;
    }

    /** Scores a failure, if the attempt was a first contact; returns the evidence it went to. */
    ClassEvidence failed(Attempt attempt, boolean hasName, long at) {
        PortClass portClass = PortClass.of(attempt.flow().remote().port());
        ClassEvidence evidence = evidence(portClass);
        Destination destination = destinations.get(attempt.flow().remote().address());
        if (destination != null && destination.wasFirstContact(attempt.id())) {
            destination.failed(at);
            NameEvidence name = nameEvidence(portClass.kind(), hasName, at);
            evidence.failed(attempt.id(), attempt.began(), at, name, portClass.kind());
        }
        return evidence;
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

    /** Scores a success, if the attempt was a first contact, and takes back a failure it had counted as. */
    void succeeded(Attempt attempt, long at) {
        int port = attempt.flow().remote().port();
        lastSuccess.put(port, at);
        Destination destination = destinations.get(attempt.flow().remote().address());
        if (destination != null) {
            destination.succeeded();
            if (destination.wasFirstContact(attempt.id())) {
                evidence(PortClass.of(port)).succeeded(attempt.id(), at);
            }
        }
    }

    /** Whether this unit succeeded on that port at or after that time. */
    boolean succeededSince(int port, long since) {
        Long when = lastSuccess.get(port);
        return when != null && when >= since;
    }

    private ClassEvidence evidence(PortClass portClass) {
        return classes.computeIfAbsent(portClass, any -> new ClassEvidence(settings));
    }

    /** Whether nothing of this unit keeps an incident open. */
    boolean isCalm(long now) {
        boolean idle = now - lastAttempt >= settings.calmBefore();
        return classes.values().stream().allMatch(evidence -> evidence.isCalm(now, idle));
    }
}
