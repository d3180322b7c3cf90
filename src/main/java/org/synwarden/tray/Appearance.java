package org.synwarden.tray;

/** How the client's windows look. */
public enum Appearance {
    LIGHT,
    DARK
}
