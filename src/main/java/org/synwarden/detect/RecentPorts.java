package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.synwarden.net.Address;

/**
 * The ports on which one unit failed at each address within a sliding window. At most 4,096 failures are kept, the
 * latest.
 */
final class RecentPorts {
    private record Failure(long at, Address address, int port) {}

    private final long window;
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final Map<Address, Map<Integer, Integer>> ports = new HashMap<>();

    /** Empty; {@code window} in nanoseconds. */
    RecentPorts(long window) {
        this.window = window;
    }

    void add(Address address, int port, long at) {
        failures.add(new Failure(at, address, port));
        ports.computeIfAbsent(address, any -> new HashMap<>()).merge(port, 1, Integer::sum);
        while (failures.size() > RecentFailures.BOUND || at - failures.peek().at() > window) {
            Failure old = failures.poll();
            Map<Integer, Integer> counts = ports.get(old.address());
            counts.computeIfPresent(old.port(), (any, count) -> count == 1 ? null : count - 1);
            if (counts.isEmpty()) {
                ports.remove(old.address());
            }
        }
    }

    /** On how many distinct ports of that address it failed. */
    int at(Address address) {
        return ports.getOrDefault(address, Map.of()).size();
    }

    /** How many entries are kept. */
    int held() {
        return failures.size();
    }
}
