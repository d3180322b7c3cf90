package org.synwarden.tray;

import java.util.List;

/**
 * All that is shown of one incident, ready to be drawn.
 *
 * @param red whether it is red; else amber
 * @param headline who does what
 * @param counts how many, and how it goes on
 * @param facts who, where and since when
 * @param prompt what the user can do now
 */
record IncidentPage(boolean red, String headline, String counts, List<Fact> facts, Prompt prompt) {
    /** A labelled line. */
    record Fact(String label, String value) {}
}
