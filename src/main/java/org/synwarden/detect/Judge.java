package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.AttemptListener;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.LeastRecentMap;
import org.synwarden.attempt.NameBook;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.Scope;

/**
 * Judges every initiator by what becomes of its attempts. Two rules so far: the core (both benign hypotheses rejected by
 * first contacts, {@link ClassEvidence}) and the socket-table rule (many half-open sockets in two looks). Keeps at most
 * 1,024 units and 256 incidents; those unused for longest make room. Attempts to loopback are never judged. One thread.
 */
public final class Judge implements AttemptListener {
    /** How many incidents, open or closed, are remembered. */
    public static final int INCIDENTS = 256;

    private static final int UNITS = 1_024;
    private static final long ABANDONED_GRACE = TimeUnit.SECONDS.toNanos(2);
    private static final long CALM_CHECK = TimeUnit.SECONDS.toNanos(1);

    private record Behaviour(Object unit, Kind kind) {}

    private record Abandoned(Attempt attempt, long at) {}

    private final JudgeSettings settings;
    private final boolean processesKnown;
    private final NameBook names;
    private final IncidentListener listener;
    private final LeastRecentMap<Object, Unit> units = new LeastRecentMap<>(UNITS);
    private final LeastRecentMap<Behaviour, Incident> incidents = new LeastRecentMap<>(INCIDENTS);
    private final Queue<Abandoned> abandoned = new ArrayDeque<>();
    private long nextCalmCheck = Long.MIN_VALUE;
    private long raised;

    /**
     * A judge that has seen nothing.
     *
     * @param processesKnown whether initiators are processes as a rule (live); if so, a sender without one alarms on
     *     worm ports only. In a capture file no process is known, and the source address stands for it
     */
    public Judge(JudgeSettings settings, boolean processesKnown, NameBook names, IncidentListener listener) {
        this.settings = settings;
        this.processesKnown = processesKnown;
        this.names = names;
        this.listener = listener;
    }

    /** Incidents that are remembered, the one used longest ago first. */
    public Collection<Incident> incidents() {
        return new ArrayList<>(incidents.values());
    }

    @Override
    public void began(Attempt attempt) {
        if (isJudged(attempt)) {
            Unit unit = unit(attempt.initiator());
            unit.began(attempt, hasName(attempt));
            grow(attempt);
        }
    }

    private void grow(Attempt attempt) {
        for (Kind kind : Kind.values()) {
            Incident incident = incidents.get(new Behaviour(attempt.initiator().unit(), kind));
            if (incident != null && incident.isOpen()) {
                incident.grew(
                        attempt.flow().remote().port(), attempt.flow().remote().address(), attempt.attribution());
                listener.grew(incident);
            }
        }
    }

    @Override
    public void attributed(Attempt attempt) {
        if (isJudged(attempt)) {
            Unit nobody = units.get(attempt.initiator().host());
            if (nobody != null) {
                nobody.handedOver();
            }
            began(attempt);
        }
    }

    @Override
    public void concluded(Attempt attempt, Outcome before, long at) {
        if (!isJudged(attempt)) {
            return;
        }
        switch (attempt.outcome().verdict()) {
            case SUCCESS -> unit(attempt.initiator()).succeeded(attempt, at);
            case FAILURE -> {
                if (before.verdict() != Outcome.Verdict.FAILURE) {
                    fail(attempt, at);
                }
            }
            case OPEN -> abandoned.add(new Abandoned(attempt, at));
            case NONE -> {
                // says nothing about the program
            }
        }
    }

    private void fail(Attempt attempt, long at) {
        Unit unit = unit(attempt.initiator());
        ClassEvidence evidence = unit.failed(attempt, hasName(attempt), at);
        int port = attempt.flow().remote().port();
        PortClass portClass = PortClass.of(port);
        if (evidence.isScan() && mayAlarm(unit, portClass)) {
            String why = Explanation.ofScan(portClass, port, evidence, at);
            raise(
                    unit,
                    new Alarm(Severity.RED, Kind.SCAN, at, evidence.runStart(), evidence.failures(), why),
                    List.of(attempt));
        }
    }

    private boolean mayAlarm(Unit unit, PortClass portClass) {
        return !processesKnown || unit.initiator().process().isPresent() || portClass.kind() == PortClass.Kind.WORM;
    }

    @Override
    public void polled(List<Attempt> halfOpen, long at) {
        Map<Unit, List<Attempt>> byUnit = new LinkedHashMap<>();
        for (Attempt attempt : halfOpen) {
            if (attempt.initiator().process().isPresent() && isJudged(attempt)) {
                byUnit.computeIfAbsent(unit(attempt.initiator()), any -> new ArrayList<>())
                        .add(attempt);
            }
        }
        byUnit.forEach((unit, attempts) -> judgeHalfOpen(unit, attempts, at));
    }

    private void judgeHalfOpen(Unit unit, List<Attempt> halfOpen, long at) {
        List<Attempt> worm = halfOpen.stream()
                .filter(attempt -> PortClass.of(attempt.flow().remote().port()).kind() == PortClass.Kind.WORM)
                .toList();
        int wormAddresses = distinct(worm);
        int addresses = distinct(halfOpen);
        if (wormAddresses >= settings.halfOpenWormPorts()) {
            raiseHalfOpen(unit, Severity.RED, Kind.SCAN, worm, wormAddresses, at);
        } else if (addresses >= settings.halfOpenAnyPort()) {
            raiseHalfOpen(unit, Severity.AMBER, Kind.VOLUME, halfOpen, addresses, at);
        }
    }

    private void raiseHalfOpen(Unit unit, Severity severity, Kind kind, List<Attempt> halfOpen, int distinct, long at) {
        long first = halfOpen.stream().mapToLong(Attempt::began).min().orElse(at);
        String why = Explanation.ofHalfOpen(halfOpen, distinct, kind == Kind.SCAN);
        raise(unit, new Alarm(severity, kind, at, first, distinct, why), halfOpen);
    }

    private static int distinct(List<Attempt> attempts) {
        Set<Address> addresses = new HashSet<>();
        attempts.forEach(attempt -> addresses.add(attempt.flow().remote().address()));
        return addresses.size();
    }

    private void raise(Unit unit, Alarm alarm, List<Attempt> involved) {
        Behaviour behaviour = new Behaviour(unit.initiator().unit(), alarm.kind());
        Incident incident = incidents.get(behaviour);
        if (incident != null && incident.isOpen()) {
            return;
        }
        if (incident == null || alarm.at() - incident.raisedAt() > settings.quietFor()) {
            incident = new Incident(Long.toString(++raised), unit.initiator(), alarm, unit.attempts());
            for (Attempt attempt : involved) {
                incident.involves(
                        attempt.flow().remote().port(), attempt.flow().remote().address());
                incident.attributed(attempt.attribution());
            }
            incidents.put(behaviour, incident);
        } else {
            incident.reopen();
        }
        listener.opened(incident);
    }

    /** Time has passed: abandoned attempts are decided, and incidents that have been calm for long enough close. */
    public void tick(long now) {
        while (!abandoned.isEmpty() && now - abandoned.peek().at() >= ABANDONED_GRACE) {
            Abandoned given = abandoned.poll();
            Attempt attempt = given.attempt();
            boolean still = attempt.outcome() == Outcome.ABANDONED;
            int port = attempt.flow().remote().port();
            if (still && !unit(attempt.initiator()).succeededSince(port, given.at() - ABANDONED_GRACE)) {
                fail(attempt, now);
            }
        }
        if (now >= nextCalmCheck) {
            nextCalmCheck = now + CALM_CHECK;
            closeCalm(now);
        }
    }

    private void closeCalm(long now) {
        for (Incident incident : incidents()) {
            Unit unit = units.get(incident.initiator().unit());
            if (unit == null || unit.isCalm(now)) {
                close(incident);
            }
        }
    }

    /** Closes every incident that is open: there will be no more evidence. */
    public void closeAll() {
        incidents().forEach(this::close);
    }

    private void close(Incident incident) {
        if (incident.isOpen()) {
            incident.close();
            listener.closed(incident);
        }
    }

    private static boolean isJudged(Attempt attempt) {
        return attempt.flow().remote().address().scope() != Scope.LOOPBACK;
    }

    private boolean hasName(Attempt attempt) {
        return names.isNamed(
                attempt.flow().local().address(), attempt.flow().remote().address(), attempt.began());
    }

    private Unit unit(Initiator initiator) {
        return units.computeIfAbsent(initiator.unit(), any -> new Unit(settings, initiator));
    }
}
