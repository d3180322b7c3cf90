package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Subnet;

/**
 * What one unit's datagrams to one remote port came to within a sliding window: distinct destinations without a reply,
 * and with one. At most 4,096 destinations; beyond that the oldest go early and counts saturate.
 */
final class UdpEvidence {
    private record Datagram(long at, Address address, boolean answered) {}

    private final long window;
    private final Deque<Datagram> datagrams = new ArrayDeque<>();
    private final Map<Address, Integer> silent = new HashMap<>();
    private final Map<Address, Integer> answered = new HashMap<>();
    private final Map<Subnet, Integer> silentNear = new HashMap<>();

    /** Empty; {@code window} in nanoseconds. */
    UdpEvidence(long window) {
        this.window = window;
    }

    void failed(Address address, long at) {
        if (silent.merge(address, 1, Integer::sum) == 1) {
            silentNear.merge(HostNetwork.neighbourhood(address), 1, Integer::sum);
        }
        keep(new Datagram(at, address, false));
    }

    void succeeded(Address address, long at) {
        answered.merge(address, 1, Integer::sum);
        keep(new Datagram(at, address, true));
    }

    private void keep(Datagram datagram) {
        datagrams.add(datagram);
        while (datagrams.size() > RecentFailures.BOUND
                || datagram.at() - datagrams.peek().at() > window) {
            forget(datagrams.poll());
        }
    }

    private void forget(Datagram old) {
        if (old.answered()) {
            answered.computeIfPresent(old.address(), (any, count) -> count == 1 ? null : count - 1);
        } else if (silent.computeIfPresent(old.address(), (any, count) -> count == 1 ? null : count - 1) == null) {
            silentNear.computeIfPresent(
                    HostNetwork.neighbourhood(old.address()), (any, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Distinct destinations without a reply. */
    int silent() {
        return silent.size();
    }

    /** How many of them are neighbours of that address. */
    int silentNear(Address address) {
        return silentNear.getOrDefault(HostNetwork.neighbourhood(address), 0);
    }

    /** Which share of the destinations replied, 0 to 1. */
    double answeredShare() {
        int all = answered.size() + silent.size();
        return all == 0 ? 0 : answered.size() / (double) all;
    }

    /** When the oldest datagram that counts was sent; meaningless when there is none. */
    long since() {
        return datagrams.isEmpty() ? 0 : datagrams.peek().at();
    }

    /** How many entries are kept. */
    int held() {
        return datagrams.size();
    }
}
