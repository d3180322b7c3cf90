package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.LeastRecentMap;

/**
 * Many addresses of the own link that were asked for and did not answer: a worm that looks for neighbours sends no SYN to
 * those that are not there. Not applied to a host that forwards, which asks for others. At most 1,024 hosts (in a capture
 * file) with 4,096 targets each.
 */
final class NeighbourRule {
    private static final int HOSTS = 1_024;

    private record Sought(long at, Address target) {}

    /** One host's unresolved targets within the minute. */
    private static final class Targets {
        private final Deque<Sought> sought = new ArrayDeque<>();
        private final Map<Address, Integer> counts = new HashMap<>();
    }

    private final JudgeSettings settings;
    private final Map<Address, Targets> hosts = new LeastRecentMap<>(HOSTS);

    NeighbourRule(JudgeSettings settings) {
        this.settings = settings;
    }

    Optional<Alarm> judge(Address host, Address target, HostNetwork network, long at) {
        boolean mine = network.addresses().isEmpty() || network.addresses().contains(host);
        if (!mine || network.forwards()) {
            return Optional.empty();
        }
        Targets targets = hosts.computeIfAbsent(host, any -> new Targets());
        targets.sought.add(new Sought(at, target));
        targets.counts.merge(target, 1, Integer::sum);
        while (targets.sought.size() > RecentFailures.BOUND
                || at - targets.sought.peek().at() > settings.minute()) {
            targets.counts.computeIfPresent(
                    targets.sought.poll().target(), (any, count) -> count == 1 ? null : count - 1);
        }
        int distinct = targets.counts.size();
        if (distinct < settings.soughtNeighbours()) {
            return Optional.empty();
        }
        long since = targets.sought.peek().at();
        Supplier<String> words = () -> Wording.addresses(distinct) + " of the own link asked for in "
                + Wording.span(at - since) + ", none of them is there";
        return Optional.of(new Alarm(Severity.RED, Kind.SWEEP, at, since, distinct, words));
    }
}
