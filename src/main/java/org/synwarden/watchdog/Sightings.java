package org.synwarden.watchdog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;

/**
 * When the rows of the socket table were first seen, nanoseconds since the epoch. Of those in the first look that is not
 * known. As many as the table has rows. Written by one thread, read by any.
 */
final class Sightings {
    private record Socket(Flow flow, Optional<ProcessKey> owner) {
        static Socket of(SocketRow row) {
            return new Socket(row.flow(), row.owner());
        }
    }

    private volatile Map<Socket, Optional<Long>> seen = Map.of();
    private boolean begun;

    /** The table at another look. */
    void look(long now, List<SocketRow> rows) {
        Map<Socket, Optional<Long>> before = seen;
        Map<Socket, Optional<Long>> after = new HashMap<>(2 * rows.size());
        Optional<Long> first = begun ? Optional.of(now) : Optional.empty();
        for (SocketRow row : rows) {
            Socket socket = Socket.of(row);
            after.put(socket, before.getOrDefault(socket, first));
        }
        seen = after;
        begun = true;
    }

    /** When that row was first seen; empty for one that was there before. */
    Optional<Long> of(SocketRow row) {
        return seen.getOrDefault(Socket.of(row), Optional.empty());
    }
}
