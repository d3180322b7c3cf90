package org.synwarden.watchdog;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.synwarden.respond.BlockRule;

/**
 * When the firewall must be asked whether a rule is over: at the start, when a known rule is over, and every five minutes
 * because of rules that somebody else made. Pure; any thread.
 */
final class Expiries {
    private static final long ASK_AGAIN = TimeUnit.MINUTES.toNanos(5);

    private List<BlockRule> known = List.of();
    private boolean asked;
    private long askedAt;

    /** What the firewall holds now. */
    synchronized void know(List<BlockRule> rules, long now) {
        known = List.copyOf(rules);
        asked = true;
        askedAt = now;
    }

    /** What is known is known no longer. */
    synchronized void changed() {
        asked = false;
    }

    /** Whether to ask now; said once, until the firewall has been asked or as much time has passed again. */
    synchronized boolean isDue(long now, long restartedAt) {
        boolean due = !asked
                || now - askedAt >= ASK_AGAIN
                || known.stream().anyMatch(rule -> rule.lifetime().isOver(now, restartedAt, rule.createdAt()));
        if (due) {
            asked = true;
            askedAt = now;
            known = List.of();
        }
        return due;
    }
}
