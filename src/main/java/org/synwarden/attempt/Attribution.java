package org.synwarden.attempt;

/** How sure the initiator of an attempt is; it only ever rises. */
public enum Attribution {
    /** Nobody knows: a raw sender, a process gone too soon, or sources that disagree. */
    UNATTRIBUTED,
    /** A socket row was seen shortly before or after. */
    RECENT,
    /** A socket row was there at that moment. */
    MATCHED,
    /** The source itself named the process. */
    REPORTED
}
