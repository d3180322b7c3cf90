package org.synwarden.attempt;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.synwarden.attempt.KernelConnects.Connect;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Protocol;
import org.synwarden.net.Scope;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/**
 * The merge. Every observation of every source comes here and becomes part of exactly one attempt, which is told to the
 * listener when it begins, when its initiator becomes surer and when its outcome changes. Has no clock: the answer limit
 * passes when {@link #tick} says so. One thread.
 */
public final class AttemptTracker implements Observation.Observer {
    /** SYNs of one 5-tuple that follow each other within this time are one attempt. */
    static final long SAME_ATTEMPT_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final AttemptListener listener;
    private final NetworkGrace grace;
    private final NameBook names;
    private final AttemptMemory attempts = new AttemptMemory();
    private final KernelConnects connects = new KernelConnects();
    private final LostSeconds lostSeconds = new LostSeconds();
    private final Initiators initiators = new Initiators();
    private final Consumer<Attempt> whenDue = this::due;
    private final Neighbours.Absent whenAbsent;
    private final Neighbours neighbours;
    private HostNetwork network = HostNetwork.UNKNOWN;
    private long count;

    /**
     * A tracker without attempts.
     *
     * @param grace how long an answer may take
     */
    public AttemptTracker(NetworkGrace grace, NameBook names, AttemptListener listener) {
        this.grace = grace;
        this.names = names;
        this.listener = listener;
        this.neighbours = new Neighbours(grace.usualLimit());
        this.whenAbsent = listener::neighbourAbsent;
    }

    /** How many attempts have begun. */
    public long count() {
        return count;
    }

    /** How many attempts were not taken in, because as many as are remembered were undecided. */
    public long refused() {
        return attempts.refusals();
    }

    /** How full everything is that has a bound. */
    public List<Bounded> bounds() {
        return List.of(
                new Bounded("attempts", attempts.size(), AttemptMemory.BOUND, attempts.evictions()),
                new Bounded("kernel-connects", connects.size(), KernelConnects.BOUND, connects.evictions()),
                new Bounded("lone-connects", connects.waiting(), KernelConnects.BOUND, connects.partedEarly()),
                new Bounded("neighbours", neighbours.size(), Neighbours.BOUND, neighbours.evictions()),
                new Bounded("names", names.size(), NameBook.BOUND, names.evictions()));
    }

    /** Time has passed: attempts whose answer limit is over are concluded, old ones forgotten. */
    public void tick(long now) {
        neighbours.tick(now, whenAbsent);
        for (Optional<Connect> alone = connects.nextOverdue(now);
                alone.isPresent();
                alone = connects.nextOverdue(now)) {
            beginAlone(alone.get());
        }
        attempts.tick(now, whenDue);
    }

    private void due(Attempt attempt) {
        if (attempt.outcome() == Outcome.PENDING && !attempt.awaitsLook()) {
            if (lostSeconds.touch(attempt.began(), attempt.due())) {
                attempt.doubt();
            }
            conclude(attempt, Outcome.UNANSWERED, attempt.due());
        }
    }

    // ---- packets

    @Override
    public void synSent(Observation.SynSent o) {
        Attempt known = attempts.get(o.flow());
        if (known != null && known.isSameTry(o.at(), o.sequence())) {
            sentAgain(known, o.at(), o.sequence());
        } else if (isOurs(o.flow())) {
            Attempt begun = begin(o.flow(), o.at(), Optional.empty());
            if (begun != null) {
                saw(begun, o.at(), o.sequence());
            }
        } else if (!network.holds(o.flow().remoteAddress())) {
            listener.foreignSource(o.flow(), o.at());
        }
    }

    private void saw(Attempt begun, long at, int sequence) {
        begun.sawSyn(at, sequence);
        if (begun.lastSent() != begun.began()) {
            listener.sentAgain(begun); // the kernel had told of it before
        }
    }

    private void sentAgain(Attempt attempt, long at, int sequence) {
        attempt.sawSyn(at, sequence);
        listener.sentAgain(attempt);
    }

    /**
     * Whether the flow's local end is this host, as far as is known, or lives on it behind a virtual adapter; what others
     * open towards this host, or these among each other, is no attempt.
     */
    private boolean isOurs(Flow flow) {
        return network.addresses().isEmpty()
                || network.holds(flow.localAddress())
                || network.adapterBefore(flow.localAddress()).isPresent()
                        && !network.holds(flow.remoteAddress())
                        && !network.isVirtual(flow.remoteAddress());
    }

    @Override
    public void synAckReceived(Observation.SynAckReceived o) {
        attempts.find(o.flow()).ifPresent(attempt -> conclude(attempt, Outcome.ANSWERED, o.at()));
    }

    @Override
    public void segmentSent(Observation.SegmentSent o) {
        attempts.find(o.flow()).ifPresent(attempt -> conclude(attempt, Outcome.ANSWERED, o.at()));
    }

    @Override
    public void resetReceived(Observation.ResetReceived o) {
        fail(o.flow(), Outcome.REFUSED, o.at());
    }

    @Override
    public void unreachableReceived(Observation.UnreachableReceived o) {
        fail(o.flow(), Outcome.UNREACHABLE, o.at());
    }

    private void fail(Flow flow, Outcome outcome, long at) {
        attempts.find(flow)
                .filter(attempt -> attempt.outcome() != Outcome.ANSWERED)
                .ifPresent(attempt -> conclude(attempt, outcome, at));
    }

    @Override
    public void datagramSent(Observation.DatagramSent o) {
        Optional<Attempt> known = attempts.find(o.flow());
        if (known.isPresent()) {
            sentAgain(known.get(), o.at(), 0);
            return;
        }
        Optional<Attempt> asked = attempts.find(o.flow().reversed());
        if (asked.isPresent()) {
            conclude(asked.get(), Outcome.ANSWERED, o.at());
        } else if (isToOneHost(o.flow().remoteAddress()) && isOurs(o.flow())) {
            begin(o.flow(), o.at(), Optional.empty());
        }
    }

    private static boolean isToOneHost(Address address) {
        Scope scope = address.scope();
        return scope != Scope.MULTICAST && scope != Scope.BROADCAST && scope != Scope.UNSPECIFIED;
    }

    @Override
    public void flowClosed(Observation.FlowClosed o) {
        listener.flowEnded(o.flow(), o.at());
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
    public void nameResolved(Observation.NameResolved o) {
        names.resolved(o.host(), o.name(), o.address(), o.at());
    }

    // ---- the socket table

    @Override
    public void socketOpening(Observation.SocketOpening o) {
        seenIn(o.flow(), o.at(), o.owner()).ifPresent(attempt -> attempts.socketIs(attempt, true));
    }

    @Override
    public void socketConnected(Observation.SocketConnected o) {
        if (o.sinceStart() && attempts.find(o.flow()).isEmpty()) {
            return; // listed, never judged
        }
        seenIn(o.flow(), o.at(), o.owner()).ifPresent(attempt -> {
            attempts.socketIs(attempt, false);
            conclude(attempt, Outcome.ANSWERED, o.at());
        });
    }

    /** The attempt that a socket row shows: a known one, which the row's owner makes surer, or a new one, if there is room. */
    private Optional<Attempt> seenIn(Flow flow, long at, Optional<ProcessKey> owner) {
        Optional<Attempt> known = attempts.find(flow);
        if (known.isEmpty()) {
            return Optional.ofNullable(begin(flow, at, owner));
        }
        if (owner.isPresent()) {
            attribute(known.get(), initiators.of(owner, flow.localAddress()), Attribution.MATCHED);
        }
        return known;
    }

    @Override
    public void socketGone(Observation.SocketGone o) {
        attempts.find(o.flow()).ifPresent(attempt -> {
            attempts.socketIs(attempt, false);
            abandon(attempt, o.at());
        });
        listener.flowEnded(o.flow(), o.at());
    }

    @Override
    public void socketsPolled(Observation.SocketsPolled o) {
        List<Attempt> halfOpen = attempts.polledHalfOpen();
        for (Attempt attempt : halfOpen) {
            if (attempt.outcome() == Outcome.PENDING
                    && o.at() - attempt.began() >= grace.answerLimit(attempt.began())) {
                conclude(attempt, Outcome.UNANSWERED, o.at());
            }
        }
        listener.polled(
                halfOpen.stream().filter(attempt -> attempt.looks() >= 2).toList(), o.at());
    }

    // ---- the kernel

    @Override
    public void connectCalled(Observation.ConnectCalled o) {
        attempts.indexByRemote();
        connects.makeRoom().ifPresent(this::beginAlone);
        Connect connect = connects.called(o);
        if (o.local().port() != 0) {
            join(connect, new Flow(Protocol.TCP, o.local(), o.remote()));
            return;
        }
        List<Attempt> candidates = attempts.recentTo(o.remote()).stream()
                .filter(attempt ->
                        attempt.attribution() != Attribution.REPORTED && KernelConnects.areTogether(connect, attempt))
                .toList();
        if (candidates.size() == 1
                && connects.onlyCandidate(o.remote(), candidates.get(0).began()).isPresent()) {
            connects.joined(connect, candidates.get(0));
            attribute(candidates.get(0), initiator(connect), Attribution.REPORTED);
        }
    }

    @Override
    public void connectLinked(Observation.ConnectLinked o) {
        connects.find(o.handle()).ifPresent(connect -> join(connect, o.flow()));
    }

    @Override
    public void connectEnded(Observation.ConnectEnded o) {
        Optional<Connect> connect = connects.find(o.handle());
        if (connect.isEmpty()) {
            attempts.find(o.flow()).ifPresent(attempt -> end(attempt, o));
            return;
        }
        if (o.flow().local().port() != 0) {
            join(connect.get(), o.flow());
        } else if (connect.get().attempt().isEmpty()) {
            beginAlone(connect.get());
        }
        connect.get().attempt().ifPresent(attempt -> end(attempt, o));
        connects.ended(connect.get());
    }

    private void end(Attempt attempt, Observation.ConnectEnded o) {
        switch (o.result()) {
            case ESTABLISHED -> conclude(attempt, Outcome.ANSWERED, o.at());
            case REFUSED -> conclude(attempt, Outcome.REFUSED, o.at());
            case TIMED_OUT -> conclude(attempt, Outcome.UNANSWERED, o.at());
            case BLOCKED -> conclude(attempt, Outcome.BLOCKED, o.at());
            case NO_ROUTE -> conclude(attempt, Outcome.NO_ROUTE, o.at());
            case CLOSED -> abandon(attempt, o.at());
        }
    }

    /** Both ends of a connect are known: it is the attempt with these ends, which may have been told of already. */
    private void join(Connect connect, Flow flow) {
        Optional<Attempt> alone = connect.attempt().filter(attempt -> !attempt.isLinked());
        Optional<Attempt> known =
                attempts.find(flow).filter(attempt -> attempt.began() >= connect.at() - SAME_ATTEMPT_NANOS);
        if (known.isEmpty()) {
            Optional<Attempt> only = alone.isPresent() ? alone : tell(connect, flow);
            only.ifPresent(attempt -> {
                attempts.link(attempt, flow);
                connects.joined(connect, attempt);
            });
            return;
        }
        connects.joined(connect, known.get());
        attribute(known.get(), initiator(connect), Attribution.REPORTED);
        alone.ifPresent(twin -> {
            attempts.forget(twin);
            listener.withdrawn(twin, known.get());
        });
    }

    private void beginAlone(Connect connect) {
        tell(connect, new Flow(Protocol.TCP, connect.local(), connect.remote())).ifPresent(connect::becomes);
    }

    private Optional<Attempt> tell(Connect connect, Flow flow) {
        Optional<Attempt> attempt =
                Optional.ofNullable(remember(flow, connect.at(), initiator(connect), Attribution.REPORTED));
        attempt.ifPresent(listener::began);
        return attempt;
    }

    private Initiator initiator(Connect connect) {
        return initiators.of(Optional.of(connect.process()), connect.local().address());
    }

    // ---- what all sources share

    /** Begins an attempt, or joins the one that the kernel told of and that this can only be; null without room. */
    private Attempt begin(Flow flow, long at, Optional<ProcessKey> owner) {
        Optional<Connect> connect = flow.protocol() == Protocol.TCP
                ? connects.onlyCandidate(flow.remote(), at)
                : Optional.empty(); // the kernel tells of TCP only
        Optional<Attempt> told = connect.flatMap(Connect::attempt);
        if (told.isPresent()) {
            attempts.link(told.get(), flow);
            connects.joined(connect.get(), told.get());
            return told.get();
        }
        Initiator initiator = initiators.of(owner, flow.localAddress());
        Attribution attribution = owner.isPresent() ? Attribution.MATCHED : Attribution.UNATTRIBUTED;
        Attempt begun = remember(flow, at, initiator, attribution);
        if (begun != null) {
            if (connect.isPresent()) {
                begun.raiseAttribution(initiator(connect.get()), Attribution.REPORTED);
                connects.joined(connect.get(), begun);
            }
            listener.began(begun);
        }
        return begun;
    }

    private Attempt remember(Flow flow, long at, Initiator initiator, Attribution howSure) {
        Attempt begun = attempts.begin(count + 1, flow, at, initiator, howSure, at + grace.answerLimit(at));
        count += begun == null ? 0 : 1;
        return begun;
    }

    private void attribute(Attempt attempt, Initiator initiator, Attribution howSure) {
        Initiator before = attempt.initiator();
        if (attempt.raiseAttribution(initiator, howSure)) {
            listener.attributed(attempt, before);
        }
    }

    private void abandon(Attempt attempt, long at) {
        if (attempt.outcome() == Outcome.PENDING) {
            conclude(attempt, Outcome.ABANDONED, at);
        }
    }

    private void conclude(Attempt attempt, Outcome outcome, long at) {
        Outcome before = attempt.outcome();
        if (before != outcome) {
            if (outcome == Outcome.ANSWERED && leavesThisHost(attempt)) {
                grace.answered(attempt.began());
            }
            attempt.conclude(outcome);
            listener.concluded(attempt, before, at);
        }
    }

    private boolean leavesThisHost(Attempt attempt) {
        Address remote = attempt.remoteAddress();
        return remote.scope() != Scope.LOOPBACK && !network.holds(remote);
    }

    // ---- this host

    @Override
    public void processDescribed(Observation.ProcessDescribed o) {
        listener.processDescribed(o.process(), o.at());
    }

    @Override
    public void eventsLost(Observation.EventsLost o) {
        lostSeconds.lost(o.at(), o.lost(), o.seen());
    }

    @Override
    public void shareRequested(Observation.ShareRequested o) {
        // no evidence of an attempt: the kernel makes it, if there is one, and is seen to
    }

    @Override
    public void networkChanged(Observation.NetworkChanged o) {
        boolean known = !network.addresses().isEmpty();
        if (known && o.network().leadsOutOtherwise(network)) {
            grace.begins(o.at());
        }
        network = o.network();
        listener.networkChanged(network, o.at());
    }

    @Override
    public void hostResumed(Observation.HostResumed o) {
        grace.begins(o.at());
    }
}
