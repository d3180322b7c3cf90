package org.synwarden.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.attempt.Attempt;

/**
 * What its image's evidence takes in of one process: the first {@value #CONTACTS} first contacts, and {@value #FAILURES}
 * failures among them. For what it does beyond that the process answers alone, because five failures may be enough to
 * judge it; so its siblings are not blamed for it, and a process that makes thousands of attempts costs nothing twice.
 * What happens before the image is known waits.
 */
final class ImageShare {
    static final int CONTACTS = 16;
    static final int FAILURES = 4;

    private final List<Attempt> waiting = new ArrayList<>(0);
    private Optional<Siblings> siblings = Optional.empty();
    private long last = Long.MIN_VALUE;
    private int contacts;
    private int failures;

    Optional<Siblings> siblings() {
        return siblings;
    }

    /** The process is one of these; returns the first contacts that have waited for it. */
    List<Attempt> belongsTo(Siblings known) {
        siblings = Optional.of(known);
        List<Attempt> waited = List.copyOf(waiting);
        waiting.clear();
        return waited;
    }

    /** Whether the image takes in this first contact, now. */
    boolean begins(Attempt attempt) {
        if (contacts == CONTACTS) {
            return false;
        }
        contacts++;
        last = Math.max(last, attempt.id());
        if (siblings.isEmpty()) {
            attempt.keep();
            waiting.add(attempt);
        }
        return siblings.isPresent();
    }

    /** Whether the image takes in the failure of this first contact. */
    boolean fails(Attempt attempt) {
        if (siblings.isEmpty() || attempt.id() > last || failures == FAILURES) {
            return false;
        }
        if (failures++ == 0) {
            siblings.get().oneMoreFails();
        }
        return true;
    }

    /** Whether the image takes in that this attempt succeeded. */
    boolean succeeds(Attempt attempt) {
        return siblings.isPresent() && attempt.id() <= last;
    }
}
