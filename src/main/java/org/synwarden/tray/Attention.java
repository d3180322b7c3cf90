package org.synwarden.tray;

/** Whether the user can be told something now. */
public enum Attention {
    /** Nothing speaks against it. */
    FREE,
    /** A film, a game or another program has the whole screen. */
    FULL_SCREEN,
    /** The user gives a presentation. */
    PRESENTING,
    /** The user wants to hear nothing now. */
    QUIET,
    /** The screen is locked, or another user is at it. */
    AWAY
}
