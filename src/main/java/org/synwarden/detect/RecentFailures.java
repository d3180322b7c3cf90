package org.synwarden.detect;

import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.LongCounts;
import org.synwarden.attempt.LongRecords;
import org.synwarden.net.Address;

/**
 * The distinct failed destinations of one unit within a sliding window, counted in all and, where asked for, per
 * neighbourhood (/24, IPv6 /64). At most 4,096; beyond that the oldest go early and counts saturate.
 */
final class RecentFailures {
    static final int BOUND = 4_096;

    private static final int ATTEMPT = 0;
    private static final int AT = 1;
    private static final int NEIGHBOURHOOD = 2;

    /** No attempt has this number: the failure was taken back. */
    private static final long TAKEN_BACK = -1;

    private final long window;
    private final boolean nearCounts;
    private final LongRecords failures = new LongRecords(3);
    private final LongCounts byNeighbourhood = new LongCounts(BOUND + 1);
    private int takenBack;

    private RecentFailures(long window, boolean nearCounts) {
        this.window = window;
        this.nearCounts = nearCounts;
    }

    /** Empty, and not counted per neighbourhood; {@code window} in nanoseconds. */
    RecentFailures(long window) {
        this(window, false);
    }

    /** Empty, and counted per neighbourhood, too; {@code window} in nanoseconds. */
    static RecentFailures byNeighbourhood(long window) {
        return new RecentFailures(window, true);
    }

    void add(Attempt attempt, long at) {
        long neighbourhood = attempt.remoteAddress().neighbourhoodFingerprint();
        int added = failures.add();
        failures.set(added, ATTEMPT, attempt.id());
        failures.set(added, AT, at);
        failures.set(added, NEIGHBOURHOOD, neighbourhood);
        if (nearCounts) {
            byNeighbourhood.increment(neighbourhood);
        }
        prune(at);
    }

    /** That attempt was answered after all. */
    void takeBack(long attempt) {
        int failure = failures.find(ATTEMPT, attempt);
        if (failure >= 0) {
            failures.set(failure, ATTEMPT, TAKEN_BACK);
            uncount(failure);
            takenBack++;
        }
    }

    /** Forgets what is older than the window. */
    void prune(long now) {
        while (failures.size() > BOUND || (failures.size() > 0 && now - failures.get(0, AT) > window)) {
            if (failures.get(0, ATTEMPT) == TAKEN_BACK) {
                takenBack--;
            } else {
                uncount(0);
            }
            failures.removeOldest();
        }
    }

    private void uncount(int failure) {
        if (nearCounts) {
            byNeighbourhood.decrement(failures.get(failure, NEIGHBOURHOOD));
        }
    }

    int size() {
        return failures.size() - takenBack;
    }

    /** How many of them are neighbours of that address; 0 where that is not counted. */
    int near(Address address) {
        return byNeighbourhood.of(address.neighbourhoodFingerprint());
    }

    /** When the oldest happened; meaningless when there is none. */
    long since() {
        return failures.size() == 0 ? 0 : failures.get(0, AT);
    }

    /** How many entries are kept. */
    int held() {
        return failures.size();
    }
}
