package org.synwarden.detect;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Outcome;

/**
 * Attempts that their own program closed before they were answered: failures, unless the program succeeds on that port
 * within 2 s before or after (a browser that races two connections, RFC 8305).
 */
final class Abandonments {
    private static final long GRACE = TimeUnit.SECONDS.toNanos(2);

    private record Abandoned(Attempt attempt, long at) {}

    private final Units units;
    private final Queue<Abandoned> open = new ArrayDeque<>();

    Abandonments(Units units) {
        this.units = units;
    }

    void add(Attempt attempt, long at) {
        attempt.keep();
        open.add(new Abandoned(attempt, at));
    }

    /** Time has passed: shows those that are failures. */
    void tick(long now, Consumer<Attempt> failed) {
        while (!open.isEmpty() && now - open.peek().at() >= GRACE) {
            Abandoned given = open.poll();
            Attempt attempt = given.attempt();
            int port = attempt.remotePort();
            if (attempt.outcome() == Outcome.ABANDONED
                    && !units.of(attempt.initiator()).succeededSince(port, given.at() - GRACE)) {
                failed.accept(attempt);
            }
        }
    }
}
