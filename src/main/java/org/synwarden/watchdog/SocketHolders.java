package org.synwarden.watchdog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;

/**
 * Whose flows are, by one snapshot of the socket table: a TCP flow by both its ends, datagrams by the local port, where
 * one process only holds that. As large as the snapshot; immutable.
 */
final class SocketHolders {
    private final Map<Flow, ProcessKey> connections = new HashMap<>();
    private final Map<Integer, Set<ProcessKey>> datagramPorts = new HashMap<>();

    /** The holders of those rows. */
    SocketHolders(List<SocketRow> rows) {
        for (SocketRow row : rows) {
            row.owner().ifPresent(owner -> {
                if (row.flow().protocol() == Protocol.UDP) {
                    datagramPorts
                            .computeIfAbsent(row.flow().local().port(), port -> new HashSet<>())
                            .add(owner);
                } else {
                    connections.put(row.flow(), owner);
                }
            });
        }
    }

    /** Whose that flow is; empty when no row says. */
    Optional<ProcessKey> of(Flow flow) {
        if (flow.protocol() != Protocol.UDP) {
            return Optional.ofNullable(connections.get(flow));
        }
        Set<ProcessKey> holders = datagramPorts.getOrDefault(flow.local().port(), Set.of());
        return holders.size() == 1 ? holders.stream().findFirst() : Optional.empty();
    }
}
