package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.AttemptListener;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.NameBook;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Protocol;
import org.synwarden.net.Scope;

/**
 * Judges every initiator by what becomes of its attempts: keeps the evidence, asks the rules, raises incidents. What
 * is kept has one budget ({@link Units}). Attempts to loopback are never judged. One thread.
 */
public final class Judge implements AttemptListener {
    private static final long ABANDONED_GRACE = TimeUnit.SECONDS.toNanos(2);
    private static final long CALM_CHECK = TimeUnit.SECONDS.toNanos(1);

    private record Abandoned(Attempt attempt, long at) {}

    private final JudgeSettings settings;
    private final boolean processesKnown;
    private final NameBook names;
    private final IncidentBook incidents;
    private final UdpSweepRule udpRule;
    private final HalfOpenRule halfOpenRule;
    private final NeighbourRule neighbourRule;
    private final NatPressureRule natRule;
    private final NatTable natTable = new NatTable();
    private final UpstreamGuard upstream = new UpstreamGuard();
    private final Units units;
    private final Queue<Abandoned> abandoned = new ArrayDeque<>();
    private HostNetwork network = HostNetwork.UNKNOWN;
    private List<FailureRule> failureRules;
    private long nextCalmCheck = Long.MIN_VALUE;

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
        units = new Units(settings);
        incidents = new IncidentBook(settings.quietFor(), listener);
        udpRule = new UdpSweepRule(settings);
        halfOpenRule = new HalfOpenRule(settings);
        neighbourRule = new NeighbourRule(settings);
        natRule = new NatPressureRule(settings);
        failureRules = failureRules();
    }

    private List<FailureRule> failureRules() {
        return List.of(
                new ScanRule(processesKnown),
                new SweepRule(settings, network),
                new MailFloodRule(settings),
                new VerticalScanRule(settings),
                new VolumeRule(settings));
    }

    /** Incidents that are remembered, the one used longest ago first. */
    public Collection<Incident> incidents() {
        return incidents.all();
    }

    @Override
    public void began(Attempt attempt) {
        if (isJudged(attempt)) {
            Unit unit = unit(attempt.initiator());
            if (attempt.flow().protocol() == Protocol.TCP) {
                unit.began(attempt, hasName(attempt));
                units.grew(unit);
            }
            natTable.began(attempt, network);
            incidents.grow(attempt);
        }
    }

    @Override
    public void attributed(Attempt attempt, Initiator before) {
        boolean another = !attempt.initiator().unit().equals(before.unit());
        if (another && isJudged(attempt)) {
            units.find(before.unit()).ifPresent(Unit::handedOver);
            began(attempt);
        }
    }

    @Override
    public void withdrawn(Attempt attempt) {
        units.find(attempt.initiator().unit()).ifPresent(Unit::handedOver);
    }

    @Override
    public void concluded(Attempt attempt, Outcome before, long at) {
        if (!isJudged(attempt)) {
            return;
        }
        natTable.concluded(attempt, at);
        boolean failedBefore = before.verdict() == Outcome.Verdict.FAILURE;
        boolean tcp = attempt.flow().protocol() == Protocol.TCP;
        switch (attempt.outcome().verdict()) {
            case SUCCESS -> {
                if (tcp) {
                    succeed(attempt, at);
                } else {
                    datagramAnswered(attempt, at);
                }
            }
            case FAILURE -> {
                if (!failedBefore && tcp) {
                    fail(attempt, at);
                } else if (!failedBefore) {
                    datagramFailed(attempt, at);
                }
            }
            case OPEN -> abandoned.add(new Abandoned(attempt, at));
            case NONE -> {
                // says nothing about the program
            }
        }
    }

    private void succeed(Attempt attempt, long at) {
        if (unit(attempt.initiator()).succeeded(attempt, at)) {
            upstream.contacted(attempt.initiator().unit(), true, at);
        }
    }

    private void fail(Attempt attempt, long at) {
        Unit unit = unit(attempt.initiator());
        if (attempt.isUncertain()) {
            unit.perhapsFailed(attempt, at);
            return;
        }
        if (unit.failed(attempt, hasName(attempt), at)) {
            upstream.contacted(attempt.initiator().unit(), false, at);
        }
        units.grew(unit);
        for (FailureRule rule : failureRules) {
            rule.judge(unit, attempt, at).ifPresent(alarm -> raise(unit, alarm, List.of(attempt)));
        }
    }

    private void datagramAnswered(Attempt attempt, long at) {
        Unit unit = unit(attempt.initiator());
        unit.datagrams(attempt.flow().remote().port())
                .succeeded(attempt.flow().remote().address(), at);
        units.grew(unit);
    }

    private void datagramFailed(Attempt attempt, long at) {
        Unit unit = unit(attempt.initiator());
        Address address = attempt.flow().remote().address();
        int port = attempt.flow().remote().port();
        if (hasName(attempt) || unit.knows(address)) {
            return; // a game server from a list, a web server whose QUIC is blocked
        }
        UdpEvidence evidence = unit.datagrams(port);
        evidence.failed(address, at);
        unit.failedAt(at);
        units.grew(unit);
        udpRule.judge(evidence, address, port, at).ifPresent(alarm -> raise(unit, alarm, List.of(attempt)));
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
        byUnit.forEach(
                (unit, attempts) -> halfOpenRule.judge(attempts, at).ifPresent(alarm -> raise(unit, alarm, attempts)));
    }

    @Override
    public void neighbourAbsent(Address host, Address target, long at) {
        neighbourRule.judge(host, target, network, at).ifPresent(alarm -> {
            Unit unit = unit(new Initiator(Optional.empty(), host));
            unit.failedAt(at);
            raise(unit, alarm, List.of());
        });
    }

    @Override
    public void networkChanged(HostNetwork now, long at) {
        network = now;
        failureRules = failureRules();
    }

    private void raise(Unit unit, Alarm alarm, List<Attempt> involved) {
        boolean covered = alarm.kind() == Kind.VOLUME
                && (incidents.isOpen(unit.initiator(), Kind.SCAN) || incidents.isOpen(unit.initiator(), Kind.SWEEP));
        if (!covered && !isHeld(unit, alarm, involved)) {
            incidents.raise(unit, alarm, involved);
        }
    }

    /** Whether a network that is down for everybody explains the alarm; in a capture file hosts do not share one fate. */
    private boolean isHeld(Unit unit, Alarm alarm, List<Attempt> involved) {
        boolean wormPort = involved.stream()
                .anyMatch(
                        attempt -> PortClass.of(attempt.flow().remote().port()).kind() == PortClass.Kind.WORM
                                && !hasName(attempt));
        boolean certain = wormPort || alarm.kind() == Kind.SWEEP || incidents.isOpen(unit.initiator(), alarm.kind());
        return processesKnown && upstream.holds(unit.initiator().unit(), alarm, certain);
    }

    @Override
    public void ended(Attempt attempt, long at) {
        natTable.closed(attempt, at);
    }

    private void judgeNat(long now) {
        natTable.tick(now);
        if (!processesKnown) { // each host of a capture file has a router of its own
            natTable.byUnit().forEach((holder, entries) -> raiseNat(holder, entries, 0, now));
            return;
        }
        natTable.byUnit().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> raiseNat(most.getKey(), natTable.size(), natTable.perSecond(), now));
    }

    private void raiseNat(Object holder, int entries, double perSecond, long now) {
        long since = now - settings.natSynLife();
        units.find(holder)
                .ifPresent(unit -> natRule.judge(entries, perSecond, since, now)
                        .ifPresent(alarm -> raise(unit, alarm, List.of())));
    }

    /** Time has passed: abandoned attempts are decided, and incidents that have been calm for long enough close. */
    public void tick(long now) {
        while (!abandoned.isEmpty() && now - abandoned.peek().at() >= ABANDONED_GRACE) {
            decide(abandoned.poll(), now);
        }
        if (now >= nextCalmCheck) {
            nextCalmCheck = now + CALM_CHECK;
            judgeNat(now);
            incidents.closeIf(incident -> {
                Optional<Unit> unit = units.find(incident.initiator().unit());
                boolean quiet = now - incident.lastAlarm() >= settings.calmBefore();
                return unit.isEmpty() || (quiet && unit.get().isCalm(now));
            });
        }
    }

    private void decide(Abandoned given, long now) {
        Attempt attempt = given.attempt();
        boolean still = attempt.outcome() == Outcome.ABANDONED;
        int port = attempt.flow().remote().port();
        if (still && !unit(attempt.initiator()).succeededSince(port, given.at() - ABANDONED_GRACE)) {
            fail(attempt, now);
        }
    }

    /** Closes every incident that is open: there will be no more evidence. */
    public void closeAll() {
        incidents.closeIf(incident -> true);
    }

    private static boolean isJudged(Attempt attempt) {
        return attempt.flow().remote().address().scope() != Scope.LOOPBACK;
    }

    private boolean hasName(Attempt attempt) {
        return names.isNamed(
                attempt.flow().local().address(), attempt.flow().remote().address(), attempt.began());
    }

    private Unit unit(Initiator initiator) {
        return units.of(initiator);
    }
}
