package org.synwarden.tray;

/** What has just become of a connection. */
enum Mark {
    NONE,
    /** It appeared. */
    NEW,
    /** Its state changed. */
    CHANGED,
    /** It is gone, and shown a moment longer. */
    CLOSING
}
