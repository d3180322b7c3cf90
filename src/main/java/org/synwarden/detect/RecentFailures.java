package org.synwarden.detect;

import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.LongCounts;
import org.synwarden.attempt.LongRecords;
import org.synwarden.net.Address;

/**
 * The distinct failed destinations of one unit in the window of some minutes, and among them those of the last minute,
 * which are counted per neighbourhood (/24, IPv6 /64), too. One queue with a mark where the last minute begins. At most
 * 4,096; beyond that the oldest go early and counts saturate.
 */
final class RecentFailures {
    static final int BOUND = 4_096;

    private static final int ATTEMPT = 0;
    private static final int AT = 1;
    private static final int NEIGHBOURHOOD = 2;

    /** No attempt has this number: the failure was taken back. */
    private static final long TAKEN_BACK = -1;
    /** What stands for the neighbourhood of a failure that counts in the window only. */
    private static final long NOWHERE = 0;

    private final long minute;
    private final long window;
    private final LongRecords failures = new LongRecords(3);
    private final LongCounts byNeighbourhood = new LongCounts(BOUND + 1);
    /** The oldest failure of the last minute. */
    private int minuteBegins;

    private int inMinute;
    private int inWindow;

    /** Empty; both spans in nanoseconds, the window no shorter than the minute. */
    RecentFailures(long minute, long window) {
        this.minute = minute;
        this.window = window;
    }

    void add(Attempt attempt, long at) {
        long neighbourhood = attempt.remoteAddress().neighbourhoodFingerprint();
        append(attempt.id(), at, neighbourhood);
        byNeighbourhood.increment(neighbourhood);
        inMinute++;
        prune(at);
    }

    /** A failure that counts in the window only. */
    void addDoubtful(Attempt attempt, long at) {
        append(attempt.id(), at, NOWHERE);
        prune(at);
    }

    private void append(long attempt, long at, long neighbourhood) {
        int added = failures.add();
        failures.set(added, ATTEMPT, attempt);
        failures.set(added, AT, at);
        failures.set(added, NEIGHBOURHOOD, neighbourhood);
        inWindow++;
    }

    /** That attempt, which had counted at that time, was answered after all, or was somebody else's. */
    void takeBack(long attempt, long at) {
        int failure = failures.findNear(AT, at, ATTEMPT, attempt);
        if (failure >= 0) {
            leaveWindow(failure);
            if (failure >= minuteBegins) {
                leaveMinute(failure);
            }
            failures.set(failure, ATTEMPT, TAKEN_BACK);
        }
    }

    /** Forgets what is older than the window, and no longer counts what is older than the minute. */
    void prune(long now) {
        while (minuteBegins < failures.size() && now - failures.get(minuteBegins, AT) > minute) {
            leaveMinute(minuteBegins++);
        }
        while (failures.size() > BOUND || (failures.size() > 0 && now - failures.get(0, AT) > window)) {
            if (minuteBegins == 0) {
                leaveMinute(0);
            } else {
                minuteBegins--;
            }
            leaveWindow(0);
            failures.removeOldest();
        }
    }

    private void leaveMinute(int failure) {
        long neighbourhood = failures.get(failure, NEIGHBOURHOOD);
        if (neighbourhood != NOWHERE && failures.get(failure, ATTEMPT) != TAKEN_BACK) {
            byNeighbourhood.decrement(neighbourhood);
            inMinute--;
        }
    }

    private void leaveWindow(int failure) {
        inWindow -= failures.get(failure, ATTEMPT) == TAKEN_BACK ? 0 : 1;
    }

    /** How many there are in the last minute. */
    int inMinute() {
        return inMinute;
    }

    /** How many there are in the window. */
    int inWindow() {
        return inWindow;
    }

    /** How many in the last minute are neighbours of that address. */
    int near(Address address) {
        return byNeighbourhood.of(address.neighbourhoodFingerprint());
    }

    /** When the oldest in the last minute happened; meaningless when there is none. */
    long minuteSince() {
        return since(minuteBegins);
    }

    /** When the oldest in the window happened; meaningless when there is none. */
    long windowSince() {
        return since(0);
    }

    private long since(int failure) {
        return failure < failures.size() ? failures.get(failure, AT) : 0;
    }

    /** How many entries are kept. */
    int held() {
        return failures.size();
    }
}
