package org.synwarden.watchdog;

/** Whether a process is one that a block should stop. */
enum Culprit {
    YES,
    NO,
    /** Too little is known of it to tell. */
    UNKNOWN;

    /** Whether both are so. */
    Culprit and(Culprit other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : UNKNOWN;
    }
}
