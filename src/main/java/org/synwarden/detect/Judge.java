package org.synwarden.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.AttemptListener;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.NameBook;
import org.synwarden.attempt.NetworkGrace;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Protocol;
import org.synwarden.net.Scope;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Judges every initiator by what becomes of its attempts: gives each fact to the evidence it belongs to, asks the rules,
 * and hands what they find to {@link Alarms}. What is kept has one budget ({@link Units}). Attempts to loopback are never
 * judged. One thread.
 */
public final class Judge implements AttemptListener {
    private static final long EVERY_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final JudgeSettings settings;
    private final boolean processesKnown;
    private final NameBook names;
    private final IncidentBook incidents;
    private final Units units;
    private final UpstreamGuard upstream;
    private final ImageEvidence images;
    private final Alarms alarms;
    private final TcpRules rules;
    private final Abandonments abandonments;
    private final Datagrams datagrams;
    private final NatWatch nat;
    private final HostRules host;
    private DetectionSettings chosen = DetectionSettings.defaults();
    private HostNetwork network = HostNetwork.UNKNOWN;
    private long now = Long.MIN_VALUE;
    private long nextSecond = Long.MIN_VALUE;

    /**
     * A judge that has seen nothing.
     *
     * @param processesKnown whether initiators are processes as a rule (live); if so, a sender without one alarms on
     *     worm ports only. In a capture file no process is known, and the source address stands for it
     */
    public Judge(
            JudgeSettings settings,
            boolean processesKnown,
            NameBook names,
            NetworkGrace grace,
            JudgeListener listener) {
        this.settings = settings;
        this.processesKnown = processesKnown;
        this.names = names;
        units = new Units(settings);
        incidents = new IncidentBook(settings.quietFor(), listener);
        upstream = new UpstreamGuard(units, listener);
        images = new ImageEvidence(units);
        alarms = new Alarms(processesKnown, names, grace, upstream, images, incidents);
        rules = new TcpRules(settings, processesKnown, units, images, alarms);
        abandonments = new Abandonments(units, (attempt, at) -> rules.failed(attempt, hasName(attempt), at));
        datagrams = new Datagrams(settings, units, alarms);
        nat = new NatWatch(processesKnown, units, images, alarms);
        host = new HostRules(settings, units, alarms);
    }

    /** Incidents that are remembered, the one used longest ago first. */
    public Collection<Incident> incidents() {
        return incidents.all();
    }

    /** How full everything is that has a bound. */
    public List<Bounded> bounds() {
        List<Bounded> bounds = new ArrayList<>(units.bounds());
        bounds.add(new Bounded("incidents", incidents.size(), IncidentBook.BOUND, incidents.evictions()));
        bounds.add(nat.bound());
        bounds.add(datagrams.bound());
        bounds.add(abandonments.bound());
        bounds.addAll(images.bounds());
        bounds.add(rules.bound());
        bounds.add(host.bound());
        return bounds;
    }

    /** How full this host makes its router's NAT table. */
    public NatGauge natGauge() {
        return nat.gauge();
    }

    /** From now on it is judged by these. */
    public void set(DetectionSettings settings) {
        boolean sameNetworks = settings.ownNetworks().equals(chosen.ownNetworks());
        chosen = settings;
        nat.set(settings);
        alarms.mute(settings.muted());
        if (!sameNetworks) {
            tellNetwork();
        }
    }

    /** From now on these are exempt, incidents that are open included. */
    public void exempt(Exemptions exemptions) {
        alarms.exempt(exemptions);
    }

    /** What is remembered of earlier days. */
    public void recall(PastContacts past) {
        past.contacts().forEach(rules::recall);
    }

    /** The next incident has the number after that one. */
    public void numberAfter(long incident) {
        incidents.numberAfter(incident);
    }

    @Override
    public void began(Attempt attempt) {
        if (!isJudged(attempt)) {
            return;
        }
        Unit unit = units.of(attempt.initiator());
        if (attempt.protocol() == Protocol.TCP) {
            images.meet(unit);
            boolean hasName = hasName(attempt);
            attempt.firstContact(unit.began(attempt, hasName));
            if (attempt.isFirstContact()) {
                images.began(unit, attempt, hasName);
            }
            units.grew(unit);
        }
        nat.began(attempt);
        incidents.grow(unit, attempt);
        Optional<Siblings> siblings = unit.share().siblings();
        if (siblings.isPresent()) {
            incidents.grow(siblings.get(), attempt);
        }
    }

    @Override
    public void sentAgain(Attempt attempt) {
        nat.sentAgain(attempt);
    }

    /**
     * Whoever it had seemed to be is as if the attempt had never been, and whoever it is gets it, with its outcome if that
     * is known. It counts as of now: all that looks back over a span of time wants to be told in order, and attempts are
     * remembered for half a minute only, which is as much as a span can seem longer than it is.
     */
    @Override
    public void attributed(Attempt attempt, Initiator before) {
        boolean another = !attempt.initiator().unit().equals(before.unit());
        if (another && isJudged(attempt)) {
            units.find(before.unit()).ifPresent(unit -> takeBack(unit, attempt));
            countIn(attempt);
        }
    }

    /** The twin is as if it had never been; if it was the first contact with its address, the real attempt may be that. */
    @Override
    public void withdrawn(Attempt twin, Attempt real) {
        if (!isJudged(twin)) {
            return;
        }
        nat.withdrawn(twin);
        abandonments.remove(twin);
        Optional<Unit> unit = units.find(twin.initiator().unit());
        if (unit.isPresent()) {
            boolean first = unit.get().isFirstContact(twin);
            takeBack(unit.get(), twin);
            if (first && real.initiator().unit().equals(unit.get().key())) {
                takeBack(unit.get(), real);
                countIn(real);
            }
        }
    }

    private void takeBack(Unit unit, Attempt attempt) {
        if (attempt.protocol() == Protocol.TCP) {
            boolean hasName = hasName(attempt);
            images.takeBack(unit, attempt, hasName);
            rules.takeBack(unit, attempt, hasName);
            units.grew(unit);
        }
        incidents.shrink(unit);
        unit.share().siblings().ifPresent(incidents::shrink);
    }

    private void countIn(Attempt attempt) {
        began(attempt);
        if (attempt.protocol() == Protocol.TCP) {
            weigh(attempt, now);
        }
    }

    @Override
    public void processDescribed(ProcessInstance process, long at) {
        List<Attempt> waiting = images.described(process);
        alarms.described(process.key());
        for (Attempt waited : waiting) {
            Unit unit = units.of(attemptOf(process.key(), waited));
            images.begin(unit, waited, hasName(waited));
            if (waited.outcome() == Outcome.ANSWERED) {
                images.succeeded(unit, waited, at);
            } else if (waited.outcome().verdict() == Outcome.Verdict.FAILURE
                    && !waited.isUncertain()
                    && !images.knows(unit, waited, at)) {
                rules.failedForSiblings(unit, waited, hasName(waited), at);
            }
        }
    }

    private static Initiator attemptOf(ProcessKey process, Attempt attempt) {
        return new Initiator(Optional.of(process), attempt.localAddress());
    }

    @Override
    public void concluded(Attempt attempt, Outcome before, long at) {
        if (!isJudged(attempt)) {
            return;
        }
        now = Math.max(now, at);
        nat.concluded(attempt, at);
        boolean failsAgain =
                before.verdict() == Outcome.Verdict.FAILURE && attempt.outcome().verdict() == Outcome.Verdict.FAILURE;
        if (!failsAgain) {
            weigh(attempt, at);
        }
    }

    private void weigh(Attempt attempt, long at) {
        boolean tcp = attempt.protocol() == Protocol.TCP;
        switch (attempt.outcome().verdict()) {
            case SUCCESS -> {
                if (tcp) {
                    rules.succeeded(attempt, at);
                    datagrams.reached(attempt);
                } else {
                    datagrams.answered(attempt, at);
                }
            }
            case FAILURE -> {
                if (tcp) {
                    rules.failed(attempt, hasName(attempt), at);
                } else {
                    datagrams.failed(attempt, hasName(attempt), at);
                }
            }
            case OPEN -> abandonments.add(attempt, at);
            case NONE -> {
                // says nothing about the program
            }
        }
    }

    @Override
    public void polled(List<Attempt> halfOpen, long at) {
        Map<Unit, List<Attempt>> byUnit = new LinkedHashMap<>();
        for (Attempt attempt : halfOpen) {
            if (attempt.initiator().process().isPresent() && isJudged(attempt)) {
                byUnit.computeIfAbsent(units.of(attempt.initiator()), any -> new ArrayList<>())
                        .add(attempt);
            }
        }
        byUnit.forEach((unit, attempts) -> rules.polled(unit, attempts, at));
    }

    @Override
    public void neighbourAbsent(Address asking, Address target, long at) {
        host.neighbourAbsent(asking, target, at);
    }

    @Override
    public void foreignSource(Flow flow, long at) {
        host.foreignSource(flow, at);
    }

    @Override
    public void networkChanged(HostNetwork now, long at) {
        incidents.networkChanged(now);
        network = now;
        tellNetwork();
    }

    private void tellNetwork() {
        HostNetwork known = network.owning(chosen.ownNetworks());
        rules.networkChanged(known);
        nat.networkChanged(known);
        host.networkChanged(known);
    }

    @Override
    public void flowEnded(Flow flow, long at) {
        nat.flowEnded(flow, at);
    }

    /** Time has passed: abandoned attempts are decided, and incidents that have been calm for long enough close. */
    public void tick(long at) {
        now = Math.max(now, at);
        abandonments.tick(at);
        if (at < nextSecond) {
            return;
        }
        nextSecond = at + EVERY_SECOND;
        nat.tick(at);
        if (processesKnown) {
            host.tick(at);
            upstream.tick(at);
        }
        incidents.closeIf((key, incident) -> {
            Optional<Unit> unit = units.find(key);
            boolean quiet = at - incident.lastAlarm() >= settings.calmBefore();
            return unit.isEmpty() || (quiet && unit.get().isCalm(at));
        });
    }

    /** Closes every incident that is open: there will be no more evidence. */
    public void closeAll() {
        incidents.closeIf((key, incident) -> true);
    }

    private static boolean isJudged(Attempt attempt) {
        return attempt.remoteAddress().scope() != Scope.LOOPBACK;
    }

    private boolean hasName(Attempt attempt) {
        return names.isNamed(attempt.localAddress(), attempt.remoteAddress(), attempt.began());
    }
}
