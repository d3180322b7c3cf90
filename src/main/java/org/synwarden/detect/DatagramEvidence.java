package org.synwarden.detect;

import java.util.Map;
import org.synwarden.net.Address;
import org.synwarden.net.LeastRecentMap;

/**
 * What one unit's datagrams came to, by remote port. At most {@value #PORTS} ports and {@value #BOUND} datagrams over all
 * of them: the port unused for longest makes room, a datagram at a time. Ports of which nothing is left within the window
 * are forgotten.
 */
final class DatagramEvidence {
    static final int PORTS = 64;
    static final int BOUND = RecentFailures.BOUND;

    private final long window;
    private final LeastRecentMap<Integer, UdpEvidence> ports = new LeastRecentMap<>(PORTS);
    private int held;
    private long evictions;

    /** Empty; {@code window} in nanoseconds. */
    DatagramEvidence(long window) {
        this.window = window;
    }

    /** A datagram had no reply; returns the evidence on its port. */
    UdpEvidence failed(long attempt, int port, Address address, long at) {
        UdpEvidence evidence = withRoom(port, at);
        evidence.failed(attempt, address, at);
        held++;
        return evidence;
    }

    /** A datagram had a reply. */
    void succeeded(long attempt, int port, Address address, long at) {
        withRoom(port, at).succeeded(attempt, address, at);
        held++;
    }

    /** That datagram may have counted as one without a reply, and has been answered after all. */
    void takeBack(long attempt, int port) {
        UdpEvidence evidence = ports.get(port);
        if (evidence != null) {
            evidence.takeBack(attempt);
        }
    }

    private UdpEvidence withRoom(int port, long at) {
        UdpEvidence there = ports.get(port); // from now on the one used last
        if (there != null) {
            held -= there.forgetBefore(at - window);
            compact(port, there);
        }
        forgetIdle(port, at - window);
        if (there == null && ports.size() == PORTS) {
            UdpEvidence eldest = ports.remove(eldest());
            held -= eldest.held();
            evictions += eldest.held();
        }
        if (held == BOUND) {
            forgetOne(port);
        }
        return ports.computeIfAbsent(port, any -> new UdpEvidence());
    }

    private int eldest() {
        return ports.keySet().iterator().next();
    }

    private void forgetIdle(int butNot, long before) {
        while (!ports.isEmpty() && eldest() != butNot) {
            Map.Entry<Integer, UdpEvidence> eldest = ports.entrySet().iterator().next();
            held -= eldest.getValue().forgetBefore(before);
            if (eldest.getValue().held() > 0) {
                return;
            }
            ports.remove(eldest.getKey());
        }
    }

    private void forgetOne(int butNot) {
        Map.Entry<Integer, UdpEvidence> eldest = ports.entrySet().iterator().next();
        UdpEvidence evidence = eldest.getValue();
        evidence.forgetOldest();
        held--;
        evictions++;
        if (evidence.held() > 0) {
            compact(eldest.getKey(), evidence);
        } else if (eldest.getKey() != butNot) {
            ports.remove(eldest.getKey());
        }
    }

    /** What has grown and is nearly empty now takes less room. */
    private void compact(int port, UdpEvidence evidence) {
        if (evidence.isSparse()) {
            ports.replace(port, evidence.compact());
        }
    }

    /** How many ports there are. */
    int ports() {
        return ports.size();
    }

    /** How many datagrams are kept. */
    int held() {
        return held;
    }

    /** How many datagrams had to make room. */
    long evictions() {
        return evictions;
    }
}
