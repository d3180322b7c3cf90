package org.synwarden.detect;

/** How loud an incident is: red is told at once, amber is shown. */
public enum Severity {
    AMBER,
    RED
}
