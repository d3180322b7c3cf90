package org.synwarden.detect;

import org.synwarden.attempt.LongCounts;
import org.synwarden.attempt.LongRecords;
import org.synwarden.net.Address;

/**
 * What one unit's datagrams to one remote port came to within a sliding window: distinct destinations without a reply,
 * and with one. At most 4,096 destinations; beyond that the oldest go early and counts saturate.
 */
final class UdpEvidence {
    private static final int BOUND = RecentFailures.BOUND;
    private static final int AT = 0;
    private static final int ADDRESS = 1;
    private static final int NEIGHBOURHOOD = 2;
    private static final int ANSWERED = 3;

    private final long window;
    private final LongRecords datagrams = new LongRecords(4);
    private final LongCounts silent = new LongCounts(BOUND + 1);
    private final LongCounts answered = new LongCounts(BOUND + 1);
    private final LongCounts silentNear = new LongCounts(BOUND + 1);

    /** Empty; {@code window} in nanoseconds. */
    UdpEvidence(long window) {
        this.window = window;
    }

    void failed(Address address, long at) {
        if (silent.increment(address.fingerprint()) == 1) {
            silentNear.increment(address.neighbourhoodFingerprint());
        }
        keep(address, at, false);
    }

    void succeeded(Address address, long at) {
        answered.increment(address.fingerprint());
        keep(address, at, true);
    }

    private void keep(Address address, long at, boolean reply) {
        int added = datagrams.add();
        datagrams.set(added, AT, at);
        datagrams.set(added, ADDRESS, address.fingerprint());
        datagrams.set(added, NEIGHBOURHOOD, address.neighbourhoodFingerprint());
        datagrams.set(added, ANSWERED, reply ? 1 : 0);
        while (datagrams.size() > BOUND || at - datagrams.get(0, AT) > window) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        long address = datagrams.get(0, ADDRESS);
        if (datagrams.get(0, ANSWERED) == 1) {
            answered.decrement(address);
        } else if (silent.decrement(address) == 0) {
            silentNear.decrement(datagrams.get(0, NEIGHBOURHOOD));
        }
        datagrams.removeOldest();
    }

    /** Distinct destinations without a reply. */
    int silent() {
        return silent.size();
    }

    /** How many of them are neighbours of that address. */
    int silentNear(Address address) {
        return silentNear.of(address.neighbourhoodFingerprint());
    }

    /** Which share of the destinations replied, 0 to 1. */
    double answeredShare() {
        int all = answered.size() + silent.size();
        return all == 0 ? 0 : answered.size() / (double) all;
    }

    /** When the oldest datagram that counts was sent; meaningless when there is none. */
    long since() {
        return datagrams.size() == 0 ? 0 : datagrams.get(0, AT);
    }

    /** How many entries are kept. */
    int held() {
        return datagrams.size();
    }
}
