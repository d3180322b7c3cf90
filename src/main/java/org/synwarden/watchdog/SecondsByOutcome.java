package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.synwarden.attempt.Outcome;
import org.synwarden.contract.CounterObject;

/**
 * How many attempts began in each of the last {@value #SECONDS} s, by what has become of them so far. Seconds are those
 * since the epoch. What began before the first second, or longer ago than that, is passed over, whenever more becomes known
 * of it. Fixed memory, 9.4 KiB. One thread.
 */
final class SecondsByOutcome {
    /** How far back is told. */
    static final int SECONDS = 300;

    private static final Outcome[] OUTCOMES = Outcome.values();

    private final int[] counts;
    private long first;
    private long latest;

    /** Nothing has been tried; what begins before that second does not count. */
    SecondsByOutcome(long first) {
        this(new int[SECONDS * OUTCOMES.length], first, first);
    }

    private SecondsByOutcome(int[] counts, long first, long latest) {
        this.counts = counts;
        this.first = first;
        this.latest = latest;
    }

    /** As it is now, for another thread. */
    SecondsByOutcome copy() {
        return new SecondsByOutcome(counts.clone(), first, latest);
    }

    /** That second has come. */
    void forward(long second) {
        long passed = Math.min(SECONDS, second - latest);
        for (long over = 1; over <= passed; over++) {
            int slot = slot(second - passed + over);
            Arrays.fill(counts, slot, slot + OUTCOMES.length, 0);
        }
        latest = Math.max(latest, second);
        first = Math.max(first, latest - SECONDS + 1);
    }

    /** That many attempts of that second more, or fewer, have come to that. */
    void count(long second, Outcome outcome, int change) {
        if (second >= first && second <= latest) {
            counts[slot(second) + outcome.ordinal()] += change;
        }
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SECONDS) * OUTCOMES.length;
    }

    /** The oldest second that counts. */
    long first() {
        return first;
    }

    /** The second that has come last. */
    long latest() {
        return latest;
    }

    /** Whether nothing began in all of the {@value #SECONDS} s. */
    boolean isSilent() {
        return latest - first == SECONDS - 1 && Arrays.stream(counts).allMatch(count -> count == 0);
    }

    /** What the attempts of a second have come to; what none came to is left out. */
    List<CounterObject> of(long second) {
        List<CounterObject> counted = new ArrayList<>();
        for (Outcome outcome : OUTCOMES) {
            int count = second < first || second > latest ? 0 : counts[slot(second) + outcome.ordinal()];
            if (count > 0) {
                counted.add(new CounterObject(ContractObjects.lower(outcome), count));
            }
        }
        return counted;
    }
}
