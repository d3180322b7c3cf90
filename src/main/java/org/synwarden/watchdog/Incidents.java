package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.Outcome;
import org.synwarden.contract.IncidentObject;
import org.synwarden.control.RequestException;
import org.synwarden.detect.Incident;
import org.synwarden.detect.UpstreamFailure;
import org.synwarden.engine.EngineListener;
import org.synwarden.history.History;
import org.synwarden.history.IncidentNotes;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.net.Protocol;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/**
 * The incidents as others may see them: copied out of the engine as they change, at most as many as the judge keeps.
 * Written on the engine's thread, read from any.
 */
final class Incidents implements EngineListener {
    private static final int BOUND = 256;

    private final ContractObjects contract;
    private final WatchListener listener;
    private final History history;
    private final Returns returns;
    private final Runnable ownerWanted;
    private final Consumer<Attempt> noted;
    private final Map<String, IncidentObject> byId = new LeastRecentMap<>(BOUND);
    private final ConcludedAttempts concluded;
    private final TestAlert test;
    private final Set<Incident> grown = new LinkedHashSet<>();
    private final ShareRequests shares;
    /** The open ones of which another process may be the cause, for which the kernel of Windows asks. */
    private final Set<Incident> onBehalf = Collections.newSetFromMap(new LeastRecentMap<>(BOUND));

    private volatile boolean sharesWanted;
    private volatile Optional<Degradation> networkDown = Optional.empty();

    /**
     * No incidents yet.
     *
     * @param history is told of every attempt and incident, too
     * @param returns knows which incidents are returns
     * @param shares who asks the kernel of Windows for files of other hosts
     * @param recent counts the attempts of each process
     * @param ownerWanted is told of every attempt that began without an initiator
     * @param noted is told of every attempt when it begins and when more is known of it
     */
    Incidents(
            ContractObjects contract,
            WatchListener listener,
            History history,
            Returns returns,
            ShareRequests shares,
            RecentAttempts recent,
            Runnable ownerWanted,
            Consumer<Attempt> noted) {
        this.returns = returns;
        this.contract = contract;
        this.listener = listener;
        this.shares = shares;
        this.ownerWanted = ownerWanted;
        this.noted = noted;
        test = new TestAlert(listener, history::test);
        this.history = history;
        concluded = new ConcludedAttempts(attempt -> {
            recent.concluded(attempt);
            history.attempt(attempt, Outcome.PENDING);
            listener.attempt(() -> contract.attempt(attempt));
        });
    }

    /** Newest first. */
    List<IncidentObject> all() {
        synchronized (byId) {
            List<IncidentObject> newestFirst = new ArrayList<>();
            byId.values().forEach(incident -> newestFirst.add(returns.told(contract.refreshed(incident))));
            test.shown().ifPresent(newestFirst::add);
            newestFirst.sort(Collections.reverseOrder(Comparator.comparing(IncidentObject::raisedAt)));
            return List.copyOf(newestFirst.subList(0, Math.min(BOUND, newestFirst.size())));
        }
    }

    /** The id of the latest one of which that process is the culprit, and not the parent of many. */
    Optional<String> latestOf(int pid, String startToken) {
        synchronized (byId) {
            return byId.values().stream()
                    .filter(incident -> incident.image().isEmpty() && incident.isOf(pid, startToken))
                    .max(Comparator.comparing(IncidentObject::raisedAt))
                    .map(IncidentObject::id);
        }
    }

    /** Raises a test, which goes the way of all incidents. Any thread; time is nanoseconds since the epoch. */
    IncidentObject raiseTest(long now) throws RequestException {
        return test.raise(now);
    }

    /** Tests of earlier runs had numbers up to that. */
    void numberTestsAfter(long last) {
        test.numberAfter(last);
    }

    /** That the network fails for everybody, while it does. */
    Optional<Degradation> networkDown() {
        return networkDown;
    }

    @Override
    public void upstreamFailed(UpstreamFailure failure) {
        networkDown = Optional.of(contract.networkDown(failure));
    }

    @Override
    public void upstreamRecovered() {
        networkDown = Optional.empty();
    }

    /** How many are open. */
    int open() {
        synchronized (byId) {
            return (int) byId.values().stream()
                    .filter(incident -> "open".equals(incident.state()))
                    .count();
        }
    }

    /** Whether it is of use now to hear who asks the kernel for files of other hosts. */
    boolean wantShares() {
        return sharesWanted;
    }

    /** Takes note of what was observed, beside what the engine makes of it. */
    void heard(Observation observation) {
        shares.heard(observation);
    }

    @Override
    public void attemptBegan(Attempt attempt) {
        noted.accept(attempt);
        if (attempt.attribution() == Attribution.UNATTRIBUTED && attempt.flow().protocol() == Protocol.TCP) {
            ownerWanted.run();
        }
    }

    @Override
    public void attemptAttributed(Attempt attempt, Initiator before) {
        noted.accept(attempt);
    }

    @Override
    public void attemptWithdrawn(Attempt attempt) {
        if (!concluded.withdrawn(attempt)) {
            history.withdrawn(attempt);
        }
    }

    @Override
    public void attemptConcluded(Attempt attempt, Outcome before) {
        noted.accept(attempt);
        if (before == Outcome.PENDING) {
            concluded.concluded(attempt);
        } else if (!concluded.holds(attempt)) {
            history.attempt(attempt, before);
        }
        shares.concluded(attempt);
    }

    @Override
    public void incidentOpened(Incident incident) {
        listener.incidentOpened(keep(incident));
    }

    @Override
    public void incidentGrew(Incident incident) {
        grown.add(incident); // copied once a batch, not once an attempt
    }

    /** Time has passed: tells attempts that have waited for their initiator, and incidents that have grown. */
    void tick(long now) {
        concluded.tick(now);
        test.tick(now);
        if (shares.haveNews()) {
            grown.addAll(onBehalf);
        }
        grown.forEach(incident -> listener.incidentGrew(keep(incident)));
        grown.clear();
    }

    @Override
    public void incidentClosed(Incident incident) {
        listener.incidentClosed(keep(incident));
    }

    private IncidentObject keep(Incident incident) {
        List<ProcessKey> askers = askers(incident);
        IncidentObject copy = returns.told(contract.incident(incident).withRequestedBy(contract.processes(askers)));
        history.incident(incident, new IncidentNotes(copy.explanation(), askers, copy.returnOf()));
        synchronized (byId) {
            byId.put(copy.id(), copy);
        }
        return copy;
    }

    private List<ProcessKey> askers(Incident incident) {
        boolean onOthersBehalf = ShareRequests.concerns(incident);
        if (onOthersBehalf && incident.isOpen()) {
            onBehalf.add(incident);
        } else {
            onBehalf.remove(incident);
        }
        sharesWanted = !onBehalf.isEmpty();
        return onOthersBehalf ? shares.askers(incident.firstAttempt()) : List.of();
    }
}
