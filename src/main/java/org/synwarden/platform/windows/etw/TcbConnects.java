package org.synwarden.platform.windows.etw;

import java.util.Optional;
import java.util.function.Consumer;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * Joins the kernel's events by their control block into observations, whatever order they come in. An attempt begins when
 * its SYN leaves; what was blocked or had no route before that begins when it ends. The process is the one that an event
 * names, else the one in whose context the connection was asked for; where that is the kernel, the next event is waited
 * for, which may name another. The handle that is told is a number of its own for every connect: the kernel uses a
 * block's address again, and it should not leave here. Bound: 16,384 connects. One thread.
 */
final class TcbConnects implements TcpipEvent.Receiver {
    /** How many connects are remembered. */
    static final int BOUND = 16_384;

    private static final EvidenceSource SOURCE = EvidenceSource.KERNEL_EVENTS;
    private static final long NO_HANDLE = 0;

    private final Callers callers;
    private final Consumer<Observation> observer;
    private final TcbTable table;
    private long lastHandle = NO_HANDLE;

    /**
     * Connects of which nothing is known yet.
     *
     * @param callers who processes are
     * @param observer is told
     */
    TcbConnects(Callers callers, Consumer<Observation> observer) {
        this(callers, observer, BOUND);
    }

    TcbConnects(Callers callers, Consumer<Observation> observer, int bound) {
        this.callers = callers;
        this.observer = observer;
        this.table = new TcbTable(bound);
    }

    /** How many connects that had not ended had to make room. */
    long evictions() {
        return table.evictions();
    }

    @Override
    public void requested(long at, TcpipEvent.Requested event) {
        TcbConnect connect =
                table.find(event.tcb()).filter(known -> known.isOvertaken(at)).orElseGet(() -> remember(event.tcb()));
        connect.requestedBy(event.caller());
        connect.ends(event.local(), event.remote());
        tellIfSure(connect);
    }

    @Override
    public void synSent(long at, TcpipEvent.SynSent event) {
        TcbConnect connect = connecting(event.tcb());
        connect.synAt(at);
        tellIfSure(connect);
    }

    @Override
    public void endsTold(long at, TcpipEvent.EndsTold event) {
        TcbConnect connect = connecting(event.tcb());
        connect.named(event.process());
        connect.ends(event.local(), event.remote());
        if (connect.synAt().isPresent()) {
            tell(connect, connect.synAt().getAsLong());
        }
        if (connect.hasNewEnds()) {
            connect.link();
            observer.accept(new Observation.ConnectLinked(at, SOURCE, connect.flow(), connect.handle()));
        }
    }

    @Override
    public void ended(long at, TcpipEvent.Ended event) {
        Optional<TcbConnect> known = table.find(event.tcb());
        if (known.isPresent()) {
            ended(at, event, known.get());
        } else {
            endedUnknown(at, event);
        }
        if (event.closed() || event.result() == ConnectResult.ESTABLISHED) {
            table.remove(event.tcb());
        }
    }

    /** Whatever had that control block before has it no longer. */
    @Override
    public void toNowhere(TcpipEvent.ToNowhere event) {
        table.remove(event.tcb());
    }

    private void ended(long at, TcpipEvent.Ended event, TcbConnect connect) {
        connect.named(event.process());
        connect.ends(event.local(), event.remote());
        ConnectResult result = connect.synAt().isPresent() ? afterSyn(event.result()) : event.result();
        if (result == ConnectResult.CLOSED && connect.synAt().isEmpty()) {
            return; // nothing was attempted
        }
        if (connect.hasEnded() && !isTakenBack(connect, result)) {
            return;
        }
        tell(connect, connect.synAt().orElse(at));
        connect.ended(result);
        long handle = connect.isTold() ? connect.handle() : NO_HANDLE;
        observer.accept(new Observation.ConnectEnded(at, SOURCE, connect.flow(), handle, result));
    }

    /** What was not heard of when it began, other sources may know by its ends. */
    private void endedUnknown(long at, TcpipEvent.Ended event) {
        boolean synHadLeft = switch (event.result()) {
            case ESTABLISHED, REFUSED, TIMED_OUT -> true;
            case CLOSED, BLOCKED, NO_ROUTE -> false;
        };
        if (synHadLeft && event.local().port() != 0) {
            Flow flow = new Flow(Protocol.TCP, event.local(), event.remote());
            observer.accept(new Observation.ConnectEnded(at, SOURCE, flow, NO_HANDLE, event.result()));
        }
    }

    /** Of several events on one failure the first is told; Windows sends a SYN again after an RST, and may succeed. */
    private static boolean isTakenBack(TcbConnect connect, ConnectResult result) {
        return result == ConnectResult.ESTABLISHED && !connect.result().equals(Optional.of(ConnectResult.ESTABLISHED));
    }

    /** Once a SYN has left, "unreachable" is what ICMP said, and a refusal by this PC says nothing of the network. */
    private static ConnectResult afterSyn(ConnectResult result) {
        return switch (result) {
            case NO_ROUTE -> ConnectResult.TIMED_OUT;
            case BLOCKED -> ConnectResult.CLOSED;
            default -> result;
        };
    }

    /** The connect of that block: only a new request makes it another one. */
    private TcbConnect connecting(long tcb) {
        return table.find(tcb).orElseGet(() -> remember(tcb));
    }

    private TcbConnect remember(long tcb) {
        TcbConnect connect = new TcbConnect(++lastHandle);
        table.put(tcb, connect);
        return connect;
    }

    private void tellIfSure(TcbConnect connect) {
        if (connect.synAt().isPresent() && connect.isProcessSure()) {
            tell(connect, connect.synAt().getAsLong());
        }
    }

    private void tell(TcbConnect connect, long at) {
        if (connect.isTold() || !connect.hasEnds() || connect.process().isEmpty()) {
            return;
        }
        connect.tell();
        observer.accept(new Observation.ConnectCalled(
                at,
                SOURCE,
                callers.identify(connect.process().getAsInt(), at),
                connect.local(),
                connect.remote(),
                connect.handle()));
    }
}
