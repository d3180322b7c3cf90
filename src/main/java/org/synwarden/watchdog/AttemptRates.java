package org.synwarden.watchdog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.Outcome;
import org.synwarden.contract.CulpritRateObject;
import org.synwarden.contract.RateObject;
import org.synwarden.detect.Incident;
import org.synwarden.engine.EngineListener;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.net.Scope;
import org.synwarden.process.ProcessKey;

/**
 * How many attempts this PC begins in a second, and what becomes of them: of all programs, and of at most {@value #CULPRITS}
 * culprits of incidents, each from the second after its alarm on; the culprit that was silent for longest makes room, and
 * one that has been so for {@value SecondsByOutcome#SECONDS} s goes. Attempts by loopback addresses, which are not judged
 * either, do not count. Times are nanoseconds since the epoch.
 *
 * <p>Counted on the engine's thread, an increment an event; told from a copy that is made once a second, so that nobody who
 * asks keeps the engine waiting. What is told is of any thread.
 */
final class AttemptRates implements EngineListener {
    static final int CULPRITS = 8;

    private final SecondsByOutcome all;
    private final Map<ProcessKey, SecondsByOutcome> culprits = new LeastRecentMap<>(CULPRITS);
    private volatile Told told;

    private record Told(SecondsByOutcome all, Map<ProcessKey, SecondsByOutcome> culprits) {}

    /** Nothing has been tried. */
    AttemptRates(long now) {
        all = new SecondsByOutcome(second(now));
        told = new Told(all.copy(), Map.of());
    }

    private static long second(long nanos) {
        return Math.floorDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }

    @Override
    public void attemptBegan(Attempt attempt) {
        if (isCounted(attempt)) {
            all.forward(second(attempt.began()));
            count(attempt, attempt.outcome(), 1);
        }
    }

    @Override
    public void attemptConcluded(Attempt attempt, Outcome before) {
        if (isCounted(attempt)) {
            count(attempt, before, -1);
            count(attempt, attempt.outcome(), 1);
        }
    }

    @Override
    public void attemptWithdrawn(Attempt attempt) {
        if (isCounted(attempt)) {
            count(attempt, attempt.outcome(), -1);
        }
    }

    @Override
    public void attemptAttributed(Attempt attempt, Initiator before) {
        if (isCounted(attempt)) {
            count(before, attempt, attempt.outcome(), -1);
            count(attempt.initiator(), attempt, attempt.outcome(), 1);
        }
    }

    private static boolean isCounted(Attempt attempt) {
        return attempt.remoteAddress().scope() != Scope.LOOPBACK;
    }

    private void count(Attempt attempt, Outcome outcome, int change) {
        all.count(second(attempt.began()), outcome, change);
        count(attempt.initiator(), attempt, outcome, change);
    }

    private void count(Initiator initiator, Attempt attempt, Outcome outcome, int change) {
        if (culprits.isEmpty() || initiator.process().isEmpty()) {
            return;
        }
        SecondsByOutcome culprit = culprits.get(initiator.process().get());
        if (culprit != null) {
            long second = second(attempt.began());
            culprit.forward(second);
            culprit.count(second, outcome, change);
        }
    }

    /** Of many short-lived processes of one image there is no culprit whose attempts could be told. */
    @Override
    public void incidentOpened(Incident incident) {
        Optional<ProcessKey> culprit = incident.image().isPresent()
                ? Optional.empty()
                : incident.initiator().process();
        culprit.ifPresent(process -> culprits.computeIfAbsent(process, any -> new SecondsByOutcome(all.latest() + 1)));
    }

    /** Time has passed: what is told is as of now. On the engine's thread, once a second. */
    void publish(long now) {
        all.forward(second(now));
        culprits.values().forEach(culprit -> culprit.forward(second(now)));
        culprits.values().removeIf(SecondsByOutcome::isSilent);
        Map<ProcessKey, SecondsByOutcome> copies = new HashMap<>();
        culprits.forEach((process, culprit) -> copies.put(process, culprit.copy()));
        told = new Told(all.copy(), copies);
    }

    /** The seconds that are over, oldest first, at most {@value SecondsByOutcome#SECONDS}. Any thread. */
    List<RateObject> seconds() {
        Told now = told;
        List<RateObject> seconds = new ArrayList<>();
        for (long second = now.all().first(); second < now.all().latest(); second++) {
            seconds.add(new RateObject(Instant.ofEpochSecond(second), now.all().of(second), culprits(now, second)));
        }
        return seconds;
    }

    private static List<CulpritRateObject> culprits(Told now, long second) {
        List<CulpritRateObject> active = new ArrayList<>();
        now.culprits().forEach((process, culprit) -> {
            CulpritRateObject rate =
                    new CulpritRateObject(process.pid(), Long.toString(process.startToken()), culprit.of(second));
            if (!rate.outcomes().isEmpty()) {
                active.add(rate);
            }
        });
        return active;
    }
}
