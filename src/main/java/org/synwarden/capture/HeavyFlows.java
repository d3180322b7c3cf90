package org.synwarden.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;

/**
 * The flows with the most datagrams of a stretch of time, each way for itself, in 32 counters (Misra and Gries, Finding
 * repeated elements, 1982): a flow that sent more than one in 33 datagrams is among them, and its count is too low by at
 * most that.
 */
final class HeavyFlows {
    private static final int COUNTERS = 32;

    private final long[] fingerprints = new long[COUNTERS];
    private final int[] counts = new int[COUNTERS];
    private final Flow[] flows = new Flow[COUNTERS];

    /** Counts a datagram. */
    void count(IpHeader datagram) {
        long fingerprint = datagram.senderFingerprint();
        int free = -1;
        for (int i = 0; i < COUNTERS; i++) {
            if (counts[i] == 0) {
                free = i;
            } else if (fingerprints[i] == fingerprint) {
                counts[i]++;
                return;
            }
        }
        if (free < 0) {
            for (int i = 0; i < COUNTERS; i++) {
                counts[i]--;
            }
            return;
        }
        fingerprints[free] = fingerprint;
        flows[free] = datagram.senderFlow(Protocol.UDP);
        counts[free] = 1;
    }

    /** Those with at least that many datagrams. */
    List<Flow> atLeast(int datagrams) {
        List<Flow> heavy = new ArrayList<>();
        for (int i = 0; i < COUNTERS; i++) {
            if (counts[i] >= datagrams) {
                heavy.add(flows[i]);
            }
        }
        return heavy;
    }

    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(flows, null);
    }
}
