package org.synwarden.detect;

import org.synwarden.attempt.Attempt;

/**
 * Looks at a unit after each failed TCP attempt, whose evidence the unit holds already. What it is asked for every failure
 * makes no objects: a flood of failures is when there is no time for them.
 */
interface FailureRule {
    /** What it finds. */
    Kind kind();

    /**
     * Whether it counts distinct destinations, so that a failure which is no new one (a retry, an address known to be good)
     * keeps its incident open and raises none.
     */
    default boolean countsDestinations() {
        return true;
    }

    /** Whether the unit has shown itself to be that. */
    boolean finds(Unit unit, Attempt failed);

    /** How loud its alarm is; asked only where it finds something. */
    Severity severity(Unit unit, Attempt failed);

    /** The alarm; asked only where it finds something that is not known yet. */
    Alarm alarm(Unit unit, Attempt failed, long at);
}
