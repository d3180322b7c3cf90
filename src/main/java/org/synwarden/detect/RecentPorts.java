package org.synwarden.detect;

import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.LongCounts;
import org.synwarden.attempt.LongRecords;
import org.synwarden.net.Fingerprint;

/**
 * The ports on which one unit failed at each address within a sliding window. At most 4,096 failures are kept, the
 * latest.
 *
 * <p>Ports are told apart only where there are enough failures to matter: failures are counted in buckets of addresses,
 * and until one of these holds as many as are asked for, no address can have failed on so many ports. A scan of many
 * addresses spreads over the buckets and costs next to nothing here.
 */
final class RecentPorts {
    private static final int BUCKETS = 512;
    private static final int AT = 0;
    private static final int ADDRESS = 1;
    private static final int PORT_THERE = 2;

    private final long window;
    private final int least;
    private final LongRecords failures = new LongRecords(3);
    private short[] buckets = {};
    private boolean exact;
    /** Failures on each port of each address, and distinct ports of each address; empty unless exact. */
    private LongCounts perPort = new LongCounts(RecentFailures.BOUND + 1);

    private LongCounts ports = new LongCounts(RecentFailures.BOUND + 1);

    /**
     * Empty.
     *
     * @param window nanoseconds
     * @param least fewer ports than this at an address need not be told apart
     */
    RecentPorts(long window, int least) {
        this.window = window;
        this.least = least;
    }

    void add(Attempt attempt, long at) {
        if (buckets.length == 0) {
            buckets = new short[BUCKETS];
        }
        long there = attempt.remoteFingerprint();
        int added = failures.add();
        failures.set(added, AT, at);
        failures.set(added, ADDRESS, there);
        failures.set(added, PORT_THERE, Fingerprint.of(there, attempt.remotePort()));
        int inBucket = ++buckets[bucket(there)];
        if (exact) {
            count(added);
        } else if (inBucket >= least) {
            tellApart();
        }
        while (failures.size() > RecentFailures.BOUND || at - failures.get(0, AT) > window) {
            forgetOldest();
        }
    }

    /** That failure was another unit's. */
    void takeBack(Attempt attempt) {
        long portThere = Fingerprint.of(attempt.remoteFingerprint(), attempt.remotePort());
        int failure = failures.findNear(AT, attempt.countedAt(), PORT_THERE, portThere);
        if (failure >= 0) {
            uncount(failure);
            failures.remove(failure);
        }
    }

    private void tellApart() {
        exact = true;
        for (int failure = 0; failure < failures.size(); failure++) {
            count(failure);
        }
    }

    private void count(int failure) {
        if (perPort.increment(failures.get(failure, PORT_THERE)) == 1) {
            ports.increment(failures.get(failure, ADDRESS));
        }
    }

    private void uncount(int failure) {
        long there = failures.get(failure, ADDRESS);
        buckets[bucket(there)]--;
        if (exact && perPort.decrement(failures.get(failure, PORT_THERE)) == 0) {
            ports.decrement(there);
        }
    }

    private void forgetOldest() {
        uncount(0);
        failures.removeOldest();
        if (exact && failures.size() < least) {
            exact = false;
            perPort = new LongCounts(RecentFailures.BOUND + 1);
            ports = new LongCounts(RecentFailures.BOUND + 1);
        }
    }

    private static int bucket(long address) {
        return (int) address & BUCKETS - 1;
    }

    /** On how many distinct ports of the attempt's address it failed; 0 where that is less than is asked for. */
    int at(Attempt attempt) {
        int count = exact ? ports.of(attempt.remoteFingerprint()) : 0;
        return count < least ? 0 : count;
    }

    /** How many entries are kept. */
    int held() {
        return failures.size();
    }
}
