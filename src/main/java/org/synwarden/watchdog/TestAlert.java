package org.synwarden.watchdog;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.contract.IncidentObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;

/**
 * An incident that is none, so that somebody can see whether alarms arrive: told to whoever hears incidents, open for
 * {@value #OPEN_SECONDS} s, counted nowhere. At most one in {@value #PAUSE_SECONDS} s, whoever asks, and the last one is
 * shown. Asked for on any thread, told on the engine's.
 */
final class TestAlert {
    static final int OPEN_SECONDS = 10;
    static final int PAUSE_SECONDS = 60;

    /** Keeps tests. */
    interface Keeper {
        void test(String id, long raisedAt, boolean open);
    }

    private final WatchListener listener;
    private final Keeper keeper;
    private Optional<IncidentObject> shown = Optional.empty();
    private boolean told;
    private long raised;
    private long count;

    /** None yet. */
    TestAlert(WatchListener listener, Keeper keeper) {
        this.listener = listener;
        this.keeper = keeper;
    }

    /** Those of earlier runs had numbers up to that. */
    synchronized void numberAfter(long last) {
        count = Math.max(count, last);
    }

    /** Raises one, which is told at the next {@link #tick}; time is nanoseconds since the epoch. */
    synchronized IncidentObject raise(long now) throws RequestException {
        long wait = raised + TimeUnit.SECONDS.toNanos(PAUSE_SECONDS) - now;
        if (shown.isPresent() && wait > 0) {
            throw new RequestException(
                    Code.UNAVAILABLE,
                    "there was a test alert less than a minute ago: try again in "
                            + (TimeUnit.NANOSECONDS.toSeconds(wait) + 1) + " s");
        }
        count++;
        raised = now;
        told = false;
        IncidentObject test = IncidentObject.ofTest("test-" + count, ContractObjects.instant(now));
        shown = Optional.of(test);
        return test;
    }

    /** The last one. */
    synchronized Optional<IncidentObject> shown() {
        return shown;
    }

    /** Time has passed. */
    void tick(long now) {
        if (becomesTold()) {
            shown().ifPresent(listener::incidentOpened);
            record(true);
        } else if (closes(now)) {
            shown().ifPresent(listener::incidentClosed);
            record(false);
        }
    }

    private synchronized void record(boolean open) {
        shown.ifPresent(test -> keeper.test(test.id(), raised, open));
    }

    private synchronized boolean becomesTold() {
        boolean becomes = shown.isPresent() && !told;
        told |= becomes;
        return becomes;
    }

    private synchronized boolean closes(long now) {
        boolean over = now >= raised + TimeUnit.SECONDS.toNanos(OPEN_SECONDS);
        boolean closes =
                over && shown.filter(test -> test.state().equals("open")).isPresent();
        if (closes) {
            shown = shown.map(test -> test.inState("closed"));
        }
        return closes;
    }
}
