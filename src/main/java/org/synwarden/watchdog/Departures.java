package org.synwarden.watchdog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/**
 * What of the observations proves that something left this host, told to the watches of blocks. Packets that were
 * captured have left. A socket in SYN_SENT, and a connect that ended as only one does whose SYN had left, prove it only
 * where the firewall refuses connects before they are sockets, and only 2 s into a watch: it may have begun before. One
 * thread.
 */
final class Departures {
    private static final int REMEMBERED = 1_024;
    private static final long OLD = TimeUnit.SECONDS.toNanos(2);

    private final boolean connectsProve;
    private final Map<Flow, ProcessKey> owners = new LeastRecentMap<>(REMEMBERED);
    private final Map<Flow, Long> unowned = new LeastRecentMap<>(REMEMBERED);
    private final Map<Long, ProcessKey> callers = new LeastRecentMap<>(REMEMBERED);
    private Set<Address> own = Set.of();

    /**
     * Nothing has been heard.
     *
     * @param connectsProve whether the firewall refuses connects before they are sockets
     */
    Departures(boolean connectsProve) {
        this.connectsProve = connectsProve;
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
            opening.owner().ifPresent(owner -> owned(opening.at(), opening.flow(), owner, watches));
        } else if (observation instanceof Observation.ConnectCalled call) {
            callers.put(call.handle(), call.process());
        } else if (observation instanceof Observation.ConnectEnded ended && hasLeft(ended.result())) {
            connecting(ended.at(), ended.flow(), Optional.ofNullable(callers.remove(ended.handle())), watches);
        }
    }

    private void sent(long at, EvidenceSource source, Flow flow, List<EffectWatch> watches) {
        boolean outgoing = own.isEmpty() || own.contains(flow.localAddress());
        if (source == EvidenceSource.PACKET_CAPTURE && outgoing) {
            Optional<ProcessKey> owner = Optional.ofNullable(owners.get(flow));
            if (owner.isEmpty()) {
                unowned.put(flow, at);
            }
            watches.forEach(watch -> watch.left(at, flow, owner));
        }
    }

    /** The owner of a flow may be known after its packet was seen. */
    private void owned(long at, Flow flow, ProcessKey owner, List<EffectWatch> watches) {
        owners.put(flow, owner);
        Long packet = unowned.remove(flow);
        if (packet != null) {
            watches.stream()
                    .filter(watch -> !watch.rule().scope().isForEverybody())
                    .forEach(watch -> watch.left(packet, flow, Optional.of(owner)));
        }
        connecting(at, flow, Optional.of(owner), watches);
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
