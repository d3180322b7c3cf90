package org.synwarden.tray;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.CulpritRateObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.Rows;

/** Five minutes of a made-up PC's attempts, on which a worm may be at work; told as the service tells them. */
final class SomeRates {
    private static final int SECONDS = 299;
    private static final int UNDECIDED = 2;

    private final Random random = new Random(6144);
    private final List<RateObject> told = new ArrayList<>();
    private Instant next = Instant.EPOCH;
    private Optional<ProcessObject> worm = Optional.empty();
    private int pace;

    /** From now on that process makes so many attempts a second, too. */
    void works(ProcessObject process, int perSecond) {
        worm = Optional.of(process);
        pace = perSecond;
    }

    /** From now on nobody does but ordinary programs. */
    void rests() {
        worm = Optional.empty();
    }

    /** All seconds that are over by now. */
    Rows whole() {
        told.clear();
        next = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(SECONDS);
        for (int second = 0; second < SECONDS; second++) {
            told.add(second(next, second >= SECONDS - UNDECIDED));
            next = next.plusSeconds(1);
        }
        return Some.whole(PressurePanel.TOPIC, List.copyOf(told));
    }

    /** Another second is over, and of those before more is known. */
    Rows nextSecond() {
        String removed = told.remove(0).key();
        int due = told.size() - UNDECIDED;
        RateObject decided = decided(told.get(due));
        told.set(due, decided);
        RateObject added = second(next, true);
        told.add(added);
        next = next.plusSeconds(1);
        return Some.change(PressurePanel.TOPIC, List.of(added), List.of(decided), List.of(removed));
    }

    private RateObject second(Instant at, boolean undecided) {
        List<CounterObject> outcomes = new ArrayList<>();
        add(outcomes, "answered", random.nextInt(12) == 0 ? random.nextInt(30) : random.nextInt(4));
        add(outcomes, "refused", random.nextInt(9) == 0 ? 1 : 0);
        if (worm.isEmpty()) {
            return new RateObject(at, outcomes, List.of());
        }
        List<CounterObject> worms = new ArrayList<>();
        int tried = pace + random.nextInt(1 + pace / 3);
        if (undecided) {
            add(worms, "pending", tried);
        } else {
            add(worms, "unreachable", tried / 8);
            add(worms, "unanswered", tried - tried / 8);
        }
        outcomes.addAll(worms);
        return new RateObject(
                at,
                outcomes,
                List.of(new CulpritRateObject(worm.get().pid(), worm.get().startToken(), worms)));
    }

    private static void add(List<CounterObject> outcomes, String word, int count) {
        if (count > 0) {
            outcomes.add(new CounterObject(word, count));
        }
    }

    /** The same second, of which nothing is pending any more. */
    private static RateObject decided(RateObject second) {
        return new RateObject(
                second.at(),
                decided(second.outcomes()),
                second.culprits().stream()
                        .map(culprit ->
                                new CulpritRateObject(culprit.pid(), culprit.startToken(), decided(culprit.outcomes())))
                        .toList());
    }

    private static List<CounterObject> decided(List<CounterObject> outcomes) {
        return outcomes.stream()
                .map(counter ->
                        counter.name().equals("pending") ? new CounterObject("unanswered", counter.count()) : counter)
                .toList();
    }
}
