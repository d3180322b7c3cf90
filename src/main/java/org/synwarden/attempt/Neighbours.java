package org.synwarden.attempt;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.synwarden.net.Address;

/**
 * Addresses of the own link that were asked for and have not answered yet. At most 4,096 wait; beyond that the oldest go
 * untold. An address that somebody asks for again is waited for once.
 */
final class Neighbours {
    static final int BOUND = 4_096;

    private record Question(Address host, Address target) {}

    /** Told when nobody answered in time. */
    interface Absent {
        void absent(Address host, Address target, long at);
    }

    private final long limit;
    private final Map<Question, Long> waiting = new LinkedHashMap<>();
    private long evictions;

    /** Nobody has asked yet; an answer may take {@code limit} nanoseconds. */
    Neighbours(long limit) {
        this.limit = limit;
    }

    void sought(Address host, Address target, long at) {
        if (!host.equals(target)) { // an announcement of one's own address is no question
            waiting.putIfAbsent(new Question(host, target), at + limit);
            if (waiting.size() > BOUND) {
                waiting.remove(waiting.keySet().iterator().next());
                evictions++;
            }
        }
    }

    /** How many wait. */
    int size() {
        return waiting.size();
    }

    /** How many went untold because the bound was reached. */
    long evictions() {
        return evictions;
    }

    void answered(Address target) {
        if (!waiting.isEmpty()) {
            waiting.keySet().removeIf(question -> question.target().equals(target));
        }
    }

    void tick(long now, Absent told) {
        if (waiting.isEmpty()) {
            return;
        }
        Iterator<Map.Entry<Question, Long>> oldestFirst = waiting.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            Map.Entry<Question, Long> next = oldestFirst.next();
            if (next.getValue() > now) {
                return;
            }
            oldestFirst.remove();
            told.absent(next.getKey().host(), next.getKey().target(), next.getValue());
        }
    }
}
