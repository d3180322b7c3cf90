package org.synwarden.attempt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Scope;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/**
 * The merge. Every observation of every source comes here and becomes part of exactly one attempt, which is told to the
 * listener when it begins, when its initiator becomes surer and when its outcome changes.
 *
 * <p>Has no clock: the answer limit passes when {@link #tick} says so. At most {@value #BOUND} attempts are remembered;
 * those unused for longest make room and are counted. One thread.
 */
public final class AttemptTracker implements Observation.Observer {
    /** How many attempts are remembered, pending and recently concluded ones together. */
    public static final int BOUND = 65_536;

    /** SYNs of one 5-tuple that follow each other within this time are one attempt. */
    static final long SAME_ATTEMPT_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** How long after its last SYN a concluded attempt is remembered, for a late answer to correct it. */
    private static final long REMEMBER_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final long answerLimit;
    private final AttemptListener listener;
    private final NameBook names;
    private final LeastRecentMap<Flow, Attempt> attempts = new LeastRecentMap<>(BOUND);
    private final PriorityQueue<Attempt> timetable = new PriorityQueue<>(Comparator.comparingLong(Attempt::due));
    private final Neighbours neighbours;
    private HostNetwork network = HostNetwork.UNKNOWN;
    private long count;

    /**
     * A tracker without attempts.
     *
     * @param answerLimit how long an answer may take, nanoseconds
     */
    public AttemptTracker(long answerLimit, NameBook names, AttemptListener listener) {
        this.answerLimit = answerLimit;
        this.names = names;
        this.listener = listener;
        this.neighbours = new Neighbours(answerLimit);
    }

    /** How many attempts have begun. */
    public long count() {
        return count;
    }

    /** How many attempts were forgotten early because the bound was reached. */
    public long evictions() {
        return attempts.evictions();
    }

    /** Time has passed: attempts whose answer limit is over are concluded, old ones forgotten. */
    public void tick(long now) {
        neighbours.tick(now, listener::neighbourAbsent);
        while (!timetable.isEmpty() && timetable.peek().due() <= now) {
            Attempt attempt = timetable.poll();
            if (attempts.get(attempt.flow()) != attempt) {
                continue; // evicted, or its ports were used again
            }
            if (attempt.outcome() == Outcome.PENDING) {
                conclude(attempt, Outcome.UNANSWERED, attempt.due());
            }
            long forgetAt = attempt.lastSyn() + REMEMBER_NANOS;
            if (forgetAt <= now) {
                attempts.remove(attempt.flow());
            } else {
                schedule(attempt, forgetAt);
            }
        }
    }

    private void schedule(Attempt attempt, long at) {
        attempt.dueAt(at);
        timetable.add(attempt);
    }

    @Override
    public void synSent(Observation.SynSent o) {
        Attempt known = attempts.get(o.flow());
        if (known != null && known.isSameTry(o.at(), o.sequence())) {
            known.sawSyn(o.at(), o.sequence());
            return;
        }
        if (!isOurs(o.flow())) {
            return;
        }
        Attempt attempt = begin(o.flow(), o.at(), Optional.empty());
        attempt.sawSyn(o.at(), o.sequence());
        listener.began(attempt);
    }

    private Attempt begin(Flow flow, long at, Optional<ProcessKey> owner) {
        Initiator initiator = new Initiator(owner, flow.local().address());
        Attribution attribution = owner.isPresent() ? Attribution.MATCHED : Attribution.UNATTRIBUTED;
        Attempt attempt = new Attempt(++count, flow, at, initiator, attribution);
        attempts.put(flow, attempt);
        schedule(attempt, at + answerLimit);
        if (timetable.size() > 2 * BOUND) {
            timetable.removeIf(scheduled -> attempts.get(scheduled.flow()) != scheduled);
        }
        return attempt;
    }

    @Override
    public void synAckReceived(Observation.SynAckReceived o) {
        conclude(o.flow(), Outcome.ANSWERED, o.at());
    }

    @Override
    public void segmentSent(Observation.SegmentSent o) {
        conclude(o.flow(), Outcome.ANSWERED, o.at());
    }

    @Override
    public void resetReceived(Observation.ResetReceived o) {
        Attempt attempt = attempts.get(o.flow());
        if (attempt != null && attempt.outcome() != Outcome.ANSWERED) {
            conclude(attempt, Outcome.REFUSED, o.at());
        }
    }

    @Override
    public void unreachableReceived(Observation.UnreachableReceived o) {
        Attempt attempt = attempts.get(o.flow());
        if (attempt != null && attempt.outcome() != Outcome.ANSWERED) {
            conclude(attempt, Outcome.UNREACHABLE, o.at());
        }
    }

    private void conclude(Flow flow, Outcome outcome, long at) {
        Attempt attempt = attempts.get(flow);
        if (attempt != null) {
            conclude(attempt, outcome, at);
        }
    }

    private void conclude(Attempt attempt, Outcome outcome, long at) {
        Outcome before = attempt.outcome();
        if (before != outcome) {
            attempt.conclude(outcome);
            listener.concluded(attempt, before, at);
        }
    }

    @Override
    public void nameResolved(Observation.NameResolved o) {
        names.resolved(o.host(), o.name(), o.address(), o.at());
    }

    @Override
    public void socketOpening(Observation.SocketOpening o) {
        Attempt attempt = attempts.get(o.flow());
        if (attempt == null) {
            attempt = begin(o.flow(), o.at(), o.owner());
            attempt.socketIs(true);
            listener.began(attempt);
        } else {
            attempt.socketIs(true);
            attribute(attempt, o.owner());
        }
    }

    private void attribute(Attempt attempt, Optional<ProcessKey> owner) {
        if (owner.isPresent()
                && attempt.raiseAttribution(
                        new Initiator(owner, attempt.flow().local().address()), Attribution.MATCHED)) {
            listener.attributed(attempt);
        }
    }

    @Override
    public void socketConnected(Observation.SocketConnected o) {
        Attempt attempt = attempts.get(o.flow());
        if (attempt == null && o.sinceStart()) {
            return; // listed, never judged
        }
        if (attempt == null) {
            attempt = begin(o.flow(), o.at(), o.owner());
            listener.began(attempt);
        } else {
            attribute(attempt, o.owner());
        }
        attempt.socketIs(false);
        conclude(attempt, Outcome.ANSWERED, o.at());
    }

    @Override
    public void socketGone(Observation.SocketGone o) {
        Attempt attempt = attempts.get(o.flow());
        if (attempt != null) {
            attempt.socketIs(false);
            if (attempt.outcome() == Outcome.PENDING) {
                conclude(attempt, Outcome.ABANDONED, o.at());
            }
        }
    }

    @Override
    public void socketsPolled(Observation.SocketsPolled o) {
        List<Attempt> halfOpen = new ArrayList<>();
        for (Attempt attempt : attempts.values()) {
            if (attempt.polledHalfOpen() >= 2) {
                halfOpen.add(attempt);
            }
        }
        listener.polled(halfOpen, o.at());
    }

    @Override
    public void processDescribed(Observation.ProcessDescribed o) {
        // who a process is matters to those who show it, not to the merge
    }

    @Override
    public void datagramSent(Observation.DatagramSent o) {
        Attempt known = attempts.get(o.flow());
        if (known != null) {
            known.sawSyn(o.at(), 0);
            return;
        }
        Attempt asked = attempts.get(o.flow().reversed());
        if (asked != null) {
            conclude(asked, Outcome.ANSWERED, o.at());
        } else if (isToOneHost(o.flow().remote().address()) && isOurs(o.flow())) {
            listener.began(begin(o.flow(), o.at(), Optional.empty()));
        }
    }

    private static boolean isToOneHost(Address address) {
        Scope scope = address.scope();
        return scope != Scope.MULTICAST && scope != Scope.BROADCAST && scope != Scope.UNSPECIFIED;
    }

    /** Whether the flow's local end is this host, as far as is known; what others open towards this host is no attempt. */
    private boolean isOurs(Flow flow) {
        return network.addresses().isEmpty()
                || network.addresses().contains(flow.local().address().withoutZone());
    }

    @Override
    public void flowClosed(Observation.FlowClosed o) {
        // how long a router keeps the flow will matter to the NAT table
    }

    @Override
    public void neighbourSought(Observation.NeighbourSought o) {
        neighbours.sought(o.host(), o.target(), o.at());
    }

    @Override
    public void neighbourAnswered(Observation.NeighbourAnswered o) {
        neighbours.answered(o.target());
    }

    @Override
    public void connectCalled(Observation.ConnectCalled o) {}

    @Override
    public void connectLinked(Observation.ConnectLinked o) {}

    @Override
    public void connectEnded(Observation.ConnectEnded o) {}

    @Override
    public void eventsLost(Observation.EventsLost o) {}

    @Override
    public void networkChanged(Observation.NetworkChanged o) {
        network = new HostNetwork(o.addresses(), o.onLink(), o.gateways(), o.forwards());
        listener.networkChanged(network, o.at());
    }
}
