package org.synwarden.platform.linux.tracefs;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.net.Protocol;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Turns the kernel's events, in the order of their time, into observations. Events of all network namespaces arrive;
 * whether a connect is one's own is decided when it begins, by the namespace of its thread, or, where the thread was
 * gone too soon, by its local address. What follows is known by its socket. The handle that is told is a number of this
 * tracker's own, another for every connect: the kernel uses a socket's address again, and it should not leave here.
 * Bounds: 65,536 connects that have not ended, 4,096 processes; the ones unused for longest make room. One thread.
 */
final class ConnectTracker implements KernelEvent.Receiver {
    private static final int CONNECTS = 65_536;
    private static final int PROCESSES = 4_096;
    private static final EvidenceSource SOURCE = EvidenceSource.KERNEL_EVENTS;

    private record Connecting(long handle, boolean wasReset) {}

    private final Callers callers;
    private final Predicate<Address> isOwn;
    private final LongUnaryOperator epochTime;
    private final Consumer<Observation> observer;
    private final Map<Long, Connecting> connecting = new LeastRecentMap<>(CONNECTS);
    private final Map<ProcessKey, ProcessInstance> described = new LeastRecentMap<>(PROCESSES);
    private long lastHandle;

    /**
     * A tracker.
     *
     * @param callers whose threads they are
     * @param isOwn whether an address is one of this network namespace and of no other
     * @param epochTime from the trace clock to nanoseconds since the epoch
     * @param observer is told
     */
    ConnectTracker(
            Callers callers, Predicate<Address> isOwn, LongUnaryOperator epochTime, Consumer<Observation> observer) {
        this.callers = callers;
        this.isOwn = isOwn;
        this.epochTime = epochTime;
        this.observer = observer;
    }

    @Override
    public void began(KernelEvent.ConnectBegan event) {
        Caller caller = callers.look(event.thread());
        if (!isOurs(caller, event.local())) {
            connecting.remove(event.socket());
            return;
        }
        long at = epochTime.applyAsLong(event.at());
        caller.description().ifPresent(process -> describe(at, process));
        long handle = ++lastHandle;
        connecting.put(event.socket(), new Connecting(handle, false));
        observer.accept(
                new Observation.ConnectCalled(at, SOURCE, caller.process(), event.local(), event.remote(), handle));
    }

    @Override
    public void synRepeated(KernelEvent.SynRepeated event) {
        known(event.socket())
                .ifPresent(connect -> observer.accept(new Observation.ConnectLinked(
                        epochTime.applyAsLong(event.at()),
                        SOURCE,
                        flow(event.local(), event.remote()),
                        connect.handle)));
    }

    @Override
    public void resetReceived(KernelEvent.ResetReceived event) {
        connecting.computeIfPresent(event.socket(), (socket, connect) -> new Connecting(connect.handle, true));
    }

    @Override
    public void ended(KernelEvent.ConnectOver event) {
        known(event.socket())
                .ifPresent(connect -> observer.accept(new Observation.ConnectEnded(
                        epochTime.applyAsLong(event.at()),
                        SOURCE,
                        flow(event.local(), event.remote()),
                        connect.handle,
                        result(event, connect))));
        connecting.remove(event.socket());
    }

    @Override
    public void executed(KernelEvent.Executed event) {
        // who looks at callers early has noted it already
    }

    @Override
    public void threadMade(KernelEvent.ThreadMade event) {
        // who looks at callers early has noted it already
    }

    private boolean isOurs(Caller caller, Endpoint local) {
        return switch (caller.network()) {
            case OURS -> true;
            case ANOTHER -> false;
            case UNKNOWN -> isOwn.test(local.address());
        };
    }

    private void describe(long at, ProcessInstance process) {
        if (!process.equals(described.put(process.key(), process))) {
            observer.accept(new Observation.ProcessDescribed(at, SOURCE, process));
        }
    }

    private Optional<Connecting> known(long socket) {
        return Optional.ofNullable(connecting.get(socket));
    }

    /** A close by the program happens in its own context; a time-out and ICMP end a connect while serving interrupts. */
    private static ConnectResult result(KernelEvent.ConnectOver event, Connecting connect) {
        if (event.established()) {
            return ConnectResult.ESTABLISHED;
        }
        if (connect.wasReset) {
            return ConnectResult.REFUSED;
        }
        return event.inSoftIrq() ? ConnectResult.TIMED_OUT : ConnectResult.CLOSED;
    }

    private static Flow flow(Endpoint local, Endpoint remote) {
        return new Flow(Protocol.TCP, local, remote);
    }
}
