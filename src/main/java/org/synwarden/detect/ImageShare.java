package org.synwarden.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.LongRecords;

/**
 * What its image's evidence takes in of one process: the first {@value #CONTACTS} first contacts, and {@value #FAILURES}
 * failures among them. For what it does beyond that the process answers alone, because five failures may be enough to
 * judge it; so its siblings are not blamed for it, and a process that makes thousands of attempts costs nothing twice.
 * What happens before the image is known waits.
 */
final class ImageShare {
    static final int CONTACTS = 16;
    static final int FAILURES = 4;

    private static final int ATTEMPT = 0;

    private final List<Attempt> waiting = new ArrayList<>(0);
    private final LongRecords contacts = new LongRecords(1);
    private final LongRecords failures = new LongRecords(1);
    private Optional<Siblings> siblings = Optional.empty();
    private long last = Long.MIN_VALUE;
    /** What other siblings took in, up to this attempt, stays with them. */
    private long settled = Long.MIN_VALUE;

    Optional<Siblings> siblings() {
        return siblings;
    }

    /** The process is one of these; returns the first contacts that have waited for it. */
    List<Attempt> belongsTo(Siblings known) {
        if (siblings.isPresent() && siblings.get() != known) {
            settled = last;
        }
        siblings = Optional.of(known);
        List<Attempt> waited = List.copyOf(waiting);
        waiting.clear();
        return waited;
    }

    /** Whether the image takes in this first contact, now. */
    boolean begins(Attempt attempt) {
        if (contacts.size() == CONTACTS) {
            return false;
        }
        contacts.set(contacts.add(), ATTEMPT, attempt.id());
        last = Math.max(last, attempt.id());
        if (siblings.isEmpty()) {
            attempt.keep();
            waiting.add(attempt);
        }
        return siblings.isPresent();
    }

    /** Whether the image takes in the failure of this first contact. */
    boolean fails(Attempt attempt) {
        if (siblings.isEmpty() || !isTakenIn(attempt) || failures.size() == FAILURES) {
            return false;
        }
        if (failures.size() == 0) {
            siblings.get().oneMoreFails();
        }
        failures.set(failures.add(), ATTEMPT, attempt.id());
        return true;
    }

    /** Whether the image takes in that this attempt succeeded. */
    boolean succeeds(Attempt attempt) {
        return siblings.isPresent() && attempt.id() <= last;
    }

    /** The attempt was none of this process's; returns whether the image has taken it in and is to give it back. */
    boolean givesBack(Attempt attempt) {
        if (!isTakenIn(attempt) || attempt.id() <= settled) {
            return false;
        }
        contacts.remove(contacts.find(ATTEMPT, attempt.id()));
        int failure = failures.find(ATTEMPT, attempt.id());
        if (failure >= 0) {
            failures.remove(failure);
            if (failures.size() == 0) {
                siblings.orElseThrow().oneFewerFails();
            }
        }
        return !waiting.remove(attempt);
    }

    private boolean isTakenIn(Attempt attempt) {
        return contacts.find(ATTEMPT, attempt.id()) >= 0;
    }
}
