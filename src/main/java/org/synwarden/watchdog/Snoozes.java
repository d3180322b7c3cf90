package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.control.SnoozeOrder;
import org.synwarden.detect.Exemptions;
import org.synwarden.detect.Snooze;

/**
 * What an administrator has said to be quiet for everybody on this PC, for a while and at most until the watchdog ends. At
 * most {@link Exemptions#BOUND}. Any thread.
 */
final class Snoozes {
    private static final int ID_RADIX = 36;

    private record Kept(String id, Snooze snooze) {
        SnoozeObject told() {
            return new SnoozeObject(id, snooze.path(), ContractObjects.instant(snooze.until()), true);
        }
    }

    private final LongSupplier clock;
    private final List<Kept> kept = new ArrayList<>();
    private boolean changed;

    /** None yet; the clock tells nanoseconds since the epoch. */
    Snoozes(LongSupplier clock) {
        this.clock = clock;
    }

    /** Is quiet from now on; what was said of the same program before is forgotten. */
    synchronized SnoozeObject add(SnoozeOrder order) throws RequestException {
        forgetWhatIsOver();
        kept.removeIf(one -> one.snooze().path().equals(order.path()));
        if (kept.size() >= Exemptions.BOUND) {
            throw new RequestException(
                    Code.UNAVAILABLE, "there are " + Exemptions.BOUND + " snoozes already; end one first");
        }
        String id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), ID_RADIX);
        Kept one = new Kept(
                "S" + id,
                new Snooze(order.path(), clock.getAsLong() + order.time().toNanos()));
        kept.add(one);
        changed = true;
        return one.told();
    }

    /** Those that are not over, in the order in which they were said. */
    synchronized List<SnoozeObject> all() {
        forgetWhatIsOver();
        return kept.stream().map(Kept::told).toList();
    }

    /** Ends one; one that is not there is said so. */
    synchronized void end(String id) throws RequestException {
        if (!kept.removeIf(one -> one.id().equals(id))) {
            throw new RequestException(
                    Code.NOT_FOUND, "there is no snooze " + id + "; 'synwarden snooze --list' lists them");
        }
        changed = true;
    }

    /** Those that are not over. */
    synchronized List<Snooze> current() {
        return kept.stream().map(Kept::snooze).toList();
    }

    /** Whether anything has changed since this was asked the last time; that one is over is a change, too. */
    synchronized boolean haveChanged() {
        forgetWhatIsOver();
        boolean since = changed;
        changed = false;
        return since;
    }

    private void forgetWhatIsOver() {
        changed |= kept.removeIf(one -> clock.getAsLong() >= one.snooze().until());
    }
}
