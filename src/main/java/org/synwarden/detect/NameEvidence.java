package org.synwarden.detect;

/** What name answers say about a remote address. */
public enum NameEvidence {
    /** An answer to a name question gave it. */
    NAMED,
    /** Names are seen, and none of them gave it. */
    UNNAMED,
    /** Names say nothing here: none are seen, or they are no evidence for this kind of port. */
    UNKNOWN
}
