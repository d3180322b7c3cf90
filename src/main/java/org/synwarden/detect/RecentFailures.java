package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.synwarden.attempt.Attempt;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Subnet;

/**
 * The distinct failed destinations of one unit within a sliding window, counted in all and per neighbourhood (/24, IPv6
 * /64). At most 4,096; beyond that the oldest go early and counts saturate.
 */
final class RecentFailures {
    static final int BOUND = 4_096;

    private record Failure(long attempt, long at, Address address) {}

    private final long window;
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final Map<Subnet, Integer> byNeighbourhood = new HashMap<>();
    private final Set<Long> takenBack = new HashSet<>();

    /** Empty; {@code window} in nanoseconds. */
    RecentFailures(long window) {
        this.window = window;
    }

    void add(Attempt attempt, long at) {
        Address address = attempt.flow().remote().address();
        failures.add(new Failure(attempt.id(), at, address));
        byNeighbourhood.merge(HostNetwork.neighbourhood(address), 1, Integer::sum);
        prune(at);
    }

    /** That attempt was answered after all. */
    void takeBack(long attempt, Address address) {
        if (takenBack.size() < BOUND && failures.stream().anyMatch(failure -> failure.attempt() == attempt)) {
            takenBack.add(attempt);
            uncount(address);
        }
    }

    private void prune(long now) {
        while (!failures.isEmpty()
                && (failures.size() > BOUND || now - failures.peek().at() > window)) {
            Failure old = failures.poll();
            if (!takenBack.remove(old.attempt())) {
                uncount(old.address());
            }
        }
    }

    private void uncount(Address address) {
        byNeighbourhood.computeIfPresent(
                HostNetwork.neighbourhood(address), (subnet, count) -> count == 1 ? null : count - 1);
    }

    int size() {
        return failures.size() - takenBack.size();
    }

    /** How many of them are neighbours of that address. */
    int near(Address address) {
        return byNeighbourhood.getOrDefault(HostNetwork.neighbourhood(address), 0);
    }

    /** When the oldest happened; meaningless when there is none. */
    long since() {
        return failures.isEmpty() ? 0 : failures.peek().at();
    }

    /** How many entries are kept. */
    int held() {
        return failures.size();
    }
}
