package org.synwarden.capture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.Flow;

/**
 * Keeps the cost of datagrams in bounds: the kernel cannot know which is the first of its flow, so all of them come, but
 * at most {@value #PER_SECOND} a second. When there are more, the flows that make most of them have long been told of and
 * are left in the kernel for a minute, at most {@value #MOST_FLOWS} at a time. Where no flow stands out, as in a flood to
 * many addresses, all datagrams are left there for ten seconds. One thread.
 */
final class DatagramBudget {
    /** What they cost is in docs/performance.md. */
    static final int PER_SECOND = 4_000;

    static final int MOST_FLOWS = 16;

    /** So many in less than a second that a flow stands out; 16 of them are more than a third of the budget. */
    static final int HEAVY = 100;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long FLOW_ASIDE = TimeUnit.SECONDS.toNanos(60);
    private static final long ALL_ASIDE = TimeUnit.SECONDS.toNanos(10);

    private final IpHeader ip = new IpHeader();
    private final HeavyFlows heavy = new HeavyFlows();
    private final Map<Flow, Long> asideSince = new LinkedHashMap<>();
    private boolean allAside;
    private long allAsideSince;
    private long secondBegan;
    private int datagrams;

    /** Which packets the kernel is asked for now. */
    String filter() {
        return allAside ? ControlPackets.withoutDatagrams() : ControlPackets.withDatagramsBut(asideSince.keySet());
    }

    /** Whether all datagrams are left in the kernel now. */
    boolean isSpent() {
        return allAside;
    }

    /** Takes note of a frame, whose times rise; returns whether {@link #filter} has changed. */
    boolean count(Frame frame) {
        long now = frame.at();
        boolean changed = isNewSecond(now) && restore(now);
        return isDatagram(frame) && spend(now) || changed;
    }

    private boolean isNewSecond(long now) {
        if (now - secondBegan < SECOND) {
            return false;
        }
        secondBegan = now;
        datagrams = 0;
        heavy.clear();
        return true;
    }

    private boolean restore(long now) {
        boolean changed = asideSince.values().removeIf(since -> now - since >= FLOW_ASIDE);
        if (allAside && now - allAsideSince >= ALL_ASIDE) {
            allAside = false;
            changed = true;
        }
        return changed;
    }

    private boolean isDatagram(Frame frame) {
        int network = frame.link().network(frame);
        return network != LinkLayer.NO_IP
                && ip.read(frame, network, frame.capturedLength())
                && ip.protocol() == IpHeader.UDP
                && ip.payloadLength() >= 4
                && !NameAnswerDecoder.isNameServer(frame.u16(ip.payload()));
    }

    private boolean spend(long now) {
        heavy.count(ip);
        datagrams++;
        if (datagrams <= PER_SECOND || allAside) {
            return false;
        }
        datagrams = 0;
        if (!setAside(heavy.atLeast(HEAVY), now)) {
            allAside = true;
            allAsideSince = now;
        }
        heavy.clear();
        return true;
    }

    private boolean setAside(List<Flow> flows, long now) {
        int before = asideSince.size();
        for (Flow flow : flows) {
            if (asideSince.size() < MOST_FLOWS && !asideSince.containsKey(flow.reversed())) {
                asideSince.putIfAbsent(flow, now);
            }
        }
        return asideSince.size() > before;
    }
}
