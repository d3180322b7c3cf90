package org.synwarden.watchdog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;

/**
 * Attempts whose outcome is known before their initiator is wait a second to be told: sources may be that far apart,
 * and what is told is not taken back. At most {@value #BOUND}; when more wait, the oldest is told as it stands. One
 * thread.
 */
final class ConcludedAttempts {
    static final int BOUND = 8_192;
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<Attempt> listener;
    private final Map<Attempt, Long> untilByHeld = new LinkedHashMap<>();
    private long now;

    /** Tells that listener. */
    ConcludedAttempts(Consumer<Attempt> listener) {
        this.listener = listener;
    }

    /** The outcome of an attempt has become known. */
    void concluded(Attempt attempt) {
        if (attempt.attribution() != Attribution.UNATTRIBUTED) {
            listener.accept(attempt);
            return;
        }
        attempt.keep();
        untilByHeld.put(attempt, now + PATIENCE);
        if (untilByHeld.size() > BOUND) {
            tell(oldest());
        }
    }

    /** Whether that attempt has not been told yet, and will be as it stands then. */
    boolean holds(Attempt attempt) {
        return untilByHeld.containsKey(attempt);
    }

    /** An attempt was none of its own; if it has not been told, it is not. Says whether it was waiting to be told. */
    boolean withdrawn(Attempt attempt) {
        return untilByHeld.remove(attempt) != null;
    }

    /** Time has passed, nanoseconds since the epoch. */
    void tick(long at) {
        now = at;
        while (!untilByHeld.isEmpty() && untilByHeld.get(oldest()) <= at) {
            tell(oldest());
        }
    }

    private Attempt oldest() {
        return untilByHeld.keySet().iterator().next();
    }

    private void tell(Attempt attempt) {
        untilByHeld.remove(attempt);
        listener.accept(attempt);
    }
}
