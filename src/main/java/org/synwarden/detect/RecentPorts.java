package org.synwarden.detect;

import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.LongCounts;
import org.synwarden.attempt.LongRecords;
import org.synwarden.net.Fingerprint;

/**
 * The ports on which one unit failed at each address within a sliding window. At most 4,096 failures are kept, the
 * latest.
 */
final class RecentPorts {
    private static final int AT = 0;
    private static final int ADDRESS = 1;
    private static final int PORT_THERE = 2;

    private final long window;
    private final LongRecords failures = new LongRecords(3);
    /** Failures on each port of each address, and distinct ports of each address. */
    private final LongCounts perPort = new LongCounts(RecentFailures.BOUND + 1);

    private final LongCounts ports = new LongCounts(RecentFailures.BOUND + 1);

    /** Empty; {@code window} in nanoseconds. */
    RecentPorts(long window) {
        this.window = window;
    }

    void add(Attempt attempt, long at) {
        long there = attempt.remoteFingerprint();
        long portThere = Fingerprint.of(there, attempt.remotePort());
        int added = failures.add();
        failures.set(added, AT, at);
        failures.set(added, ADDRESS, there);
        failures.set(added, PORT_THERE, portThere);
        if (perPort.increment(portThere) == 1) {
            ports.increment(there);
        }
        while (failures.size() > RecentFailures.BOUND || at - failures.get(0, AT) > window) {
            if (perPort.decrement(failures.get(0, PORT_THERE)) == 0) {
                ports.decrement(failures.get(0, ADDRESS));
            }
            failures.removeOldest();
        }
    }

    /** On how many distinct ports of the attempt's address it failed. */
    int at(Attempt attempt) {
        return ports.of(attempt.remoteFingerprint());
    }

    /** How many entries are kept. */
    int held() {
        return failures.size();
    }
}
