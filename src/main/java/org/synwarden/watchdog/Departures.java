package org.synwarden.watchdog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;

/**
 * What of the observations proves that something left this host, told to the watches of blocks. Packets that were
 * captured have left. A socket in SYN_SENT, and a connect that ended as only one does whose SYN had left, prove it only
 * where the firewall refuses connects before they are sockets, and only 2 s into a watch: it may have begun before. Whose
 * it was is told by the packet's socket or connect, perhaps later than it left. One thread.
 */
final class Departures {
    private static final int REMEMBERED = 1_024;
    private static final long OLD = TimeUnit.SECONDS.toNanos(2);

    private final boolean connectsProve;
    private final Supplier<List<SocketRow>> rows;
    private final Map<Flow, ProcessKey> owners = new LeastRecentMap<>(REMEMBERED);
    private final Map<Long, ProcessKey> callers = new LeastRecentMap<>(REMEMBERED);
    private Set<Address> own = Set.of();

    /**
     * Nothing has been heard.
     *
     * @param connectsProve whether the firewall refuses connects before they are sockets
     * @param rows the socket table at the last look
     */
    Departures(boolean connectsProve, Supplier<List<SocketRow>> rows) {
        this.connectsProve = connectsProve;
        this.rows = rows;
    }

    /** One fact, for the watches that go on. */
    void heard(Observation observation, List<EffectWatch> watches) {
        if (observation instanceof Observation.NetworkChanged changed) {
            own = changed.network().addresses();
        } else if (watches.isEmpty()) {
            return;
        } else if (observation instanceof Observation.SynSent syn) {
            sent(syn.at(), syn.source(), syn.flow(), watches);
        } else if (observation instanceof Observation.DatagramSent datagram) {
            sent(datagram.at(), datagram.source(), datagram.flow(), watches);
        } else if (observation instanceof Observation.SocketOpening opening) {
            opening.owner().ifPresent(owner -> owned(opening.flow(), owner, watches));
            connecting(opening.at(), opening.flow(), opening.owner(), watches);
        } else if (observation instanceof Observation.SocketsPolled) {
            lookUp(watches);
        } else if (observation instanceof Observation.ConnectCalled call) {
            callers.put(call.handle(), call.process());
        } else if (observation instanceof Observation.ConnectLinked linked) {
            Optional.ofNullable(callers.get(linked.handle()))
                    .ifPresent(caller -> owned(linked.flow(), caller, watches));
        } else if (observation instanceof Observation.ConnectEnded ended) {
            ended(ended, watches);
        }
    }

    private void sent(long at, EvidenceSource source, Flow flow, List<EffectWatch> watches) {
        boolean outgoing = own.isEmpty() || own.contains(flow.localAddress());
        if (source == EvidenceSource.PACKET_CAPTURE && outgoing) {
            Optional<ProcessKey> owner = Optional.ofNullable(owners.get(flow));
            watches.forEach(watch -> watch.left(at, flow, owner));
        }
    }

    private void ended(Observation.ConnectEnded ended, List<EffectWatch> watches) {
        Optional.ofNullable(callers.remove(ended.handle())).ifPresent(caller -> owned(ended.flow(), caller, watches));
        if (hasLeft(ended.result())) {
            connecting(ended.at(), ended.flow(), Optional.ofNullable(owners.get(ended.flow())), watches);
        }
    }

    /** The owner of a flow may be known after its packet was seen. */
    private void owned(Flow flow, ProcessKey owner, List<EffectWatch> watches) {
        owners.put(flow, owner);
        watches.forEach(watch -> watch.owned(flow, owner));
    }

    private void lookUp(List<EffectWatch> watches) {
        List<EffectWatch> asking =
                watches.stream().filter(EffectWatch::isUndecided).toList();
        if (!asking.isEmpty()) {
            SocketHolders holders = new SocketHolders(rows.get());
            asking.forEach(watch -> watch.owned(holders));
        }
    }

    private void connecting(long at, Flow flow, Optional<ProcessKey> owner, List<EffectWatch> watches) {
        if (connectsProve) {
            watches.forEach(watch -> watch.left(at - OLD, flow, owner));
        }
    }

    /** Whether a SYN had left; a connect that the firewall refused is told with its end only. */
    private static boolean hasLeft(ConnectResult result) {
        return switch (result) {
            case ESTABLISHED, REFUSED, TIMED_OUT -> true;
            case CLOSED, BLOCKED, NO_ROUTE -> false;
        };
    }
}
