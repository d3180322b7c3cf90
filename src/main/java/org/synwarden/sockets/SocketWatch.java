package org.synwarden.sockets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/**
 * Turns snapshots of the socket table into observations by comparing each with the one before. Only outgoing TCP
 * connections count: a row whose local port is being listened on came from outside. Rows that are already connected in
 * the first snapshot are reported as such ({@code sinceStart}). Memory is two entries a row of the last snapshot. One
 * thread.
 */
public final class SocketWatch {
    private record ListeningPort(Protocol protocol, int port) {}

    private record Seen(boolean opening, Optional<ProcessKey> owner) {}

    private Map<Flow, Seen> before = Map.of();
    private List<SocketRow> rowsBefore = List.of();
    private boolean first = true;

    /**
     * What the snapshot says that the one before did not, ending with one {@link Observation.SocketsPolled}.
     *
     * @param at when the snapshot was taken, nanoseconds since the epoch
     * @param rows the whole table
     */
    public List<Observation> observe(long at, List<SocketRow> rows) {
        if (!first && rows.equals(rowsBefore)) {
            return List.of(
                    new Observation.SocketsPolled(at, EvidenceSource.SOCKET_TABLE)); // as mostly, on a PC at rest
        }
        rowsBefore = List.copyOf(rows);
        Set<ListeningPort> listening = listening(rows);
        Map<Flow, Seen> now = new HashMap<>(rows.size() * 2);
        List<Observation> said = new ArrayList<>();
        for (SocketRow row : rows) {
            Optional<Boolean> opening = opening(row);
            if (opening.isEmpty() || (!opening.get() && cameFromOutside(row.flow(), listening))) {
                continue;
            }
            Seen seen = new Seen(opening.get(), row.owner());
            now.put(row.flow(), seen);
            compare(at, row.flow(), seen, said);
        }
        for (Flow flow : before.keySet()) {
            if (!now.containsKey(flow)) {
                said.add(new Observation.SocketGone(at, EvidenceSource.SOCKET_TABLE, flow));
            }
        }
        said.add(new Observation.SocketsPolled(at, EvidenceSource.SOCKET_TABLE));
        before = now;
        first = false;
        return said;
    }

    /** Whether the local port is listened on, and the connection was not seen to be opened from here all the same. */
    private boolean cameFromOutside(Flow flow, Set<ListeningPort> listening) {
        return !before.containsKey(flow)
                && listening.contains(
                        new ListeningPort(flow.protocol(), flow.local().port()));
    }

    private void compare(long at, Flow flow, Seen now, List<Observation> said) {
        Seen old = before.get(flow);
        if (now.equals(old)) {
            return;
        }
        if (old != null && !old.opening() && now.opening()) {
            said.add(new Observation.SocketGone(at, EvidenceSource.SOCKET_TABLE, flow)); // the ports were used again
        }
        if (now.opening()) {
            said.add(new Observation.SocketOpening(at, EvidenceSource.SOCKET_TABLE, flow, now.owner()));
        } else if (old == null || old.opening()) {
            said.add(new Observation.SocketConnected(at, EvidenceSource.SOCKET_TABLE, flow, now.owner(), first));
        }
    }

    private static Set<ListeningPort> listening(List<SocketRow> rows) {
        Set<ListeningPort> ports = new HashSet<>();
        for (SocketRow row : rows) {
            if (row.state() == SocketState.LISTEN) {
                ports.add(new ListeningPort(
                        row.flow().protocol(), row.flow().local().port()));
            }
        }
        return ports;
    }

    /** Whether the row is an outgoing connection that is still opening; empty where the row says nothing of it. */
    private Optional<Boolean> opening(SocketRow row) {
        return switch (row.state()) {
            case SYN_SENT -> Optional.of(true);
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK -> Optional.of(false);
            // says that a connection was answered, but no longer whose it was
            case TIME_WAIT -> before.containsKey(row.flow()) ? Optional.of(false) : Optional.empty();
            case CLOSED, LISTEN, SYN_RECEIVED, UNCONNECTED -> Optional.empty();
        };
    }
}
