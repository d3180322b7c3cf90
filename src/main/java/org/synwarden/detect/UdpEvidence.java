package org.synwarden.detect;

import org.synwarden.attempt.LongCounts;
import org.synwarden.attempt.LongRecords;
import org.synwarden.net.Address;

/**
 * What one unit's datagrams to one remote port came to: distinct destinations without a reply, and with one. What is too
 * old and what is too much is forgotten when {@link DatagramEvidence} says so.
 */
final class UdpEvidence {
    private static final int BOUND = DatagramEvidence.BOUND;
    private static final int SPARSE = 4;
    private static final int FEW = 64;
    private static final int AT = 0;
    private static final int ADDRESS = 1;
    private static final int NEIGHBOURHOOD = 2;
    private static final int RESULT = 3;
    private static final int ATTEMPT = 4;

    private static final long SILENT = 0;
    private static final long ANSWERED = 1;
    private static final long TAKEN_BACK = 2;

    private final LongRecords datagrams = new LongRecords(5);
    private final LongCounts silent = new LongCounts(BOUND + 1);
    private final LongCounts answered = new LongCounts(BOUND + 1);
    private final LongCounts silentNear = new LongCounts(BOUND + 1);
    private int most;

    void failed(long attempt, Address address, long at) {
        keep(attempt, at, address.fingerprint(), address.neighbourhoodFingerprint(), SILENT);
    }

    void succeeded(long attempt, Address address, long at) {
        keep(attempt, at, address.fingerprint(), address.neighbourhoodFingerprint(), ANSWERED);
    }

    /** That datagram may have counted as one without a reply, and has been answered after all. */
    void takeBack(long attempt) {
        int datagram = datagrams.find(ATTEMPT, attempt);
        if (datagram >= 0 && datagrams.get(datagram, RESULT) == SILENT) {
            uncount(datagram);
            datagrams.set(datagram, RESULT, TAKEN_BACK);
        }
    }

    private void keep(long attempt, long at, long address, long neighbourhood, long result) {
        if (result == ANSWERED) {
            answered.increment(address);
        } else if (result == SILENT && silent.increment(address) == 1) {
            silentNear.increment(neighbourhood);
        }
        int added = datagrams.add();
        datagrams.set(added, AT, at);
        datagrams.set(added, ADDRESS, address);
        datagrams.set(added, NEIGHBOURHOOD, neighbourhood);
        datagrams.set(added, RESULT, result);
        datagrams.set(added, ATTEMPT, attempt);
        most = Math.max(most, datagrams.size());
    }

    /** Forgets what was sent before that time; returns how much that was. */
    int forgetBefore(long time) {
        int before = datagrams.size();
        while (datagrams.size() > 0 && datagrams.get(0, AT) < time) {
            forgetOldest();
        }
        return before - datagrams.size();
    }

    /** Whether it takes far more room than it needs now. */
    boolean isSparse() {
        return most > FEW && most > SPARSE * datagrams.size();
    }

    /** The same, in no more room than it needs. */
    UdpEvidence compact() {
        UdpEvidence same = new UdpEvidence();
        for (int i = 0; i < datagrams.size(); i++) {
            same.keep(
                    datagrams.get(i, ATTEMPT),
                    datagrams.get(i, AT),
                    datagrams.get(i, ADDRESS),
                    datagrams.get(i, NEIGHBOURHOOD),
                    datagrams.get(i, RESULT));
        }
        return same;
    }

    /** Forgets the datagram that was taken in first. */
    void forgetOldest() {
        uncount(0);
        datagrams.removeOldest();
    }

    private void uncount(int datagram) {
        long address = datagrams.get(datagram, ADDRESS);
        long result = datagrams.get(datagram, RESULT);
        if (result == ANSWERED) {
            answered.decrement(address);
        } else if (result == SILENT && silent.decrement(address) == 0) {
            silentNear.decrement(datagrams.get(datagram, NEIGHBOURHOOD));
        }
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
