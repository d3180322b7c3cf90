package org.synwarden.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.AttemptListener;
import org.synwarden.attempt.AttemptTracker;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.NameBook;
import org.synwarden.attempt.NetworkGrace;
import org.synwarden.attempt.Outcome;
import org.synwarden.detect.DetectionSettings;
import org.synwarden.detect.Exemptions;
import org.synwarden.detect.Incident;
import org.synwarden.detect.Judge;
import org.synwarden.detect.JudgeListener;
import org.synwarden.detect.JudgeSettings;
import org.synwarden.detect.NatGauge;
import org.synwarden.detect.PastContacts;
import org.synwarden.detect.UpstreamFailure;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessInstance;

/**
 * Observations in, incidents out. Pure: no clock, no I/O, no thread of its own; whoever drives it does so from one
 * thread, tells it the time by {@link #tick} and gets the same answers for the same input, always.
 *
 * <pre>{@code
 * Engine engine = Engine.forCapture(new EngineListener() { ... });
 * for (Observation observation : observations) {
 *     engine.tick(observation.at());
 *     engine.observe(observation);
 * }
 * }</pre>
 */
public final class Engine {
    /** No answer for this long is a failure: 99.2 % of 20,357 measured answers came sooner. */
    public static final long ANSWER_LIMIT = TimeUnit.MILLISECONDS.toNanos(1_500);

    private final AttemptTracker tracker;
    private final Judge judge;
    private long now = Long.MIN_VALUE;

    private Engine(boolean processesKnown, EngineListener listener) {
        NameBook names = new NameBook();
        NetworkGrace grace = new NetworkGrace(ANSWER_LIMIT);
        judge = new Judge(JudgeSettings.defaults(), processesKnown, names, grace, new FindingsTo(listener));
        tracker = new AttemptTracker(grace, names, new AttemptsTo(judge, listener));
    }

    /** An engine for a capture file, where no process is known and the source address stands for it. */
    public static Engine forCapture(EngineListener listener) {
        return new Engine(false, listener);
    }

    /** An engine for a live host, where initiators are processes. */
    public static Engine forHost(EngineListener listener) {
        return new Engine(true, listener);
    }

    /** One fact. */
    public void observe(Observation observation) {
        observation.deliverTo(tracker);
    }

    /** What the user has approved or snoozed, from now on; takes the place of what was exempt before. */
    public void exempt(Exemptions exemptions) {
        judge.exempt(exemptions);
    }

    /** What the user has set, from now on; takes the place of what was set before. */
    public void set(DetectionSettings settings) {
        judge.set(settings);
    }

    /** What is remembered of the days before this engine lived; to be told once, before the first observation. */
    public void recall(PastContacts past) {
        judge.recall(past);
    }

    /** The next incident has the number after that one; to be told before the first observation. */
    public void numberAfter(long incident) {
        judge.numberAfter(incident);
    }

    /** How full this host makes its router's NAT table now. */
    public NatGauge natGauge() {
        return judge.natGauge();
    }

    /**
     * Time has passed. An earlier time than before is ignored: disorder between sources never takes time back.
     *
     * @param at nanoseconds since the epoch
     */
    public void tick(long at) {
        if (at > now) {
            now = at;
            tracker.tick(at);
            judge.tick(at);
        }
    }

    /** There is no more evidence: incidents that are still open close. Attempts whose answer limit is not over stay undecided. */
    public void finish() {
        judge.closeAll();
    }

    /** How many attempts have begun. */
    public long attempts() {
        return tracker.count();
    }

    /** How many attempts went by unjudged, because too many were undecided at the time. */
    public long refused() {
        return tracker.refused();
    }

    /** How full everything is that has a bound, and what had to make room: constant names, in a constant order. */
    public List<Bounded> bounds() {
        List<Bounded> bounds = new ArrayList<>(tracker.bounds());
        bounds.addAll(judge.bounds());
        return List.copyOf(bounds);
    }

    /** Incidents that are remembered, at most 256. */
    public Collection<Incident> incidents() {
        return judge.incidents();
    }

    private record FindingsTo(EngineListener listener) implements JudgeListener {
        @Override
        public void opened(Incident incident) {
            listener.incidentOpened(incident);
        }

        @Override
        public void grew(Incident incident) {
            listener.incidentGrew(incident);
        }

        @Override
        public void closed(Incident incident) {
            listener.incidentClosed(incident);
        }

        @Override
        public void upstreamFailed(UpstreamFailure failure) {
            listener.upstreamFailed(failure);
        }

        @Override
        public void upstreamRecovered() {
            listener.upstreamRecovered();
        }
    }

    private record AttemptsTo(Judge judge, EngineListener listener) implements AttemptListener {
        @Override
        public void began(Attempt attempt) {
            listener.attemptBegan(attempt);
            judge.began(attempt);
        }

        @Override
        public void sentAgain(Attempt attempt) {
            judge.sentAgain(attempt);
        }

        @Override
        public void attributed(Attempt attempt, Initiator before) {
            listener.attemptAttributed(attempt, before);
            judge.attributed(attempt, before);
        }

        @Override
        public void withdrawn(Attempt attempt, Attempt real) {
            listener.attemptWithdrawn(attempt);
            judge.withdrawn(attempt, real);
        }

        @Override
        public void concluded(Attempt attempt, Outcome before, long at) {
            listener.attemptConcluded(attempt, before);
            judge.concluded(attempt, before, at);
        }

        @Override
        public void flowEnded(Flow flow, long at) {
            judge.flowEnded(flow, at);
        }

        @Override
        public void neighbourAbsent(Address host, Address target, long at) {
            judge.neighbourAbsent(host, target, at);
        }

        @Override
        public void networkChanged(HostNetwork network, long at) {
            judge.networkChanged(network, at);
        }

        @Override
        public void foreignSource(Flow flow, long at) {
            judge.foreignSource(flow, at);
        }

        @Override
        public void processDescribed(ProcessInstance process, long at) {
            judge.processDescribed(process, at);
        }

        @Override
        public void polled(List<Attempt> halfOpen, long at) {
            judge.polled(halfOpen, at);
        }
    }
}
