package org.synwarden.platform.windows.etw;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Connections by the address of their control block. When it is full, the one unused for longest makes room, which is
 * counted if its connecting had not ended. One thread.
 */
final class TcbTable {
    private final int bound;
    private final Map<Long, TcbConnect> connects = new LinkedHashMap<>(16, 0.75f, true);
    private long evictions;

    TcbTable(int bound) {
        this.bound = bound;
    }

    Optional<TcbConnect> find(long tcb) {
        return Optional.ofNullable(connects.get(tcb));
    }

    /** Remembers a connection, in the place of an earlier one with the same control block. */
    void put(long tcb, TcbConnect connect) {
        connects.put(tcb, connect);
        if (connects.size() > bound) {
            Map.Entry<Long, TcbConnect> eldest = connects.entrySet().iterator().next();
            connects.remove(eldest.getKey());
            if (!eldest.getValue().hasEnded()) {
                evictions++;
            }
        }
    }

    void remove(long tcb) {
        connects.remove(tcb);
    }

    /** How many are remembered. */
    int size() {
        return connects.size();
    }

    /** How many that had not ended had to make room. */
    long evictions() {
        return evictions;
    }
}
