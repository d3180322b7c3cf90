package org.synwarden.detect;

import java.util.Optional;
import org.synwarden.attempt.Attempt;

/** Looks at a unit after each failed TCP attempt. */
interface FailureRule {
    /**
     * What the unit has shown itself to be, if anything.
     *
     * @param failed the attempt that just failed; the unit's evidence holds it already
     */
    Optional<Alarm> judge(Unit unit, Attempt failed, long at);
}
