package org.synwarden.watchdog;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Outcome;
import org.synwarden.contract.TallyObject;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.process.ProcessKey;

/**
 * How many attempts each process has made in the last {@value TallyObject#SECONDS} s, and how many of them failed, by the
 * second in which that became known. At most {@value #BOUND} processes; the one unused for longest makes room. Any thread.
 */
final class RecentAttempts {
    /** How many processes are counted. */
    static final int BOUND = 1_024;

    private static final int SECONDS = TallyObject.SECONDS;

    /** Counts by second, the latest of them at {@code latest % SECONDS}. */
    private static final class Tally {
        private final int[] attempts = new int[SECONDS];
        private final int[] failed = new int[SECONDS];
        private long latest;

        Tally(long second) {
            latest = second;
        }

        void forward(long second) {
            long passed = Math.min(SECONDS, second - latest);
            for (long over = 1; over <= passed; over++) {
                int slot = (int) Math.floorMod(second - passed + over, (long) SECONDS);
                attempts[slot] = 0;
                failed[slot] = 0;
            }
            latest = Math.max(latest, second);
        }

        void count(boolean failure) {
            int slot = (int) Math.floorMod(latest, (long) SECONDS);
            attempts[slot]++;
            failed[slot] += failure ? 1 : 0;
        }

        TallyObject told() {
            int all = 0;
            int without = 0;
            for (int slot = 0; slot < SECONDS; slot++) {
                all += attempts[slot];
                without += failed[slot];
            }
            return new TallyObject(all, without);
        }
    }

    private final LongSupplier clock;
    private final Map<ProcessKey, Tally> tallies = new LeastRecentMap<>(BOUND);

    /**
     * Nobody has tried anything.
     *
     * @param clock nanoseconds since the epoch
     */
    RecentAttempts(LongSupplier clock) {
        this.clock = clock;
    }

    /** It is known how an attempt ended; one that is nobody's is not counted. */
    void concluded(Attempt attempt) {
        attempt.initiator()
                .process()
                .ifPresent(process -> count(process, attempt.outcome().verdict() == Outcome.Verdict.FAILURE));
    }

    synchronized void count(ProcessKey process, boolean failure) {
        long now = second();
        Tally tally = tallies.computeIfAbsent(process, any -> new Tally(now));
        tally.forward(now);
        tally.count(failure);
    }

    /** How the attempts of that process fared lately. */
    synchronized TallyObject of(ProcessKey process) {
        return Optional.ofNullable(tallies.get(process))
                .map(tally -> {
                    tally.forward(second());
                    return tally.told();
                })
                .orElse(new TallyObject(0, 0));
    }

    private long second() {
        return TimeUnit.NANOSECONDS.toSeconds(clock.getAsLong());
    }
}
