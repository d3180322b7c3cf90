package org.synwarden.tray;

import java.util.List;
import java.util.Optional;

/**
 * All that is shown of one incident, ready to be drawn.
 *
 * @param red whether it is red; else amber
 * @param headline who does what
 * @param back that its culprit is back, and after what; empty for one that was never answered
 * @param counts how many, and how it goes on
 * @param facts who, where, since when, and what was done about it
 * @param standing what was done and can be taken back
 * @param trouble why less is told than there is
 * @param prompt what the user can do now
 */
record IncidentPage(
        boolean red,
        String headline,
        Optional<String> back,
        String counts,
        List<Fact> facts,
        List<Standing> standing,
        Optional<String> trouble,
        Prompt prompt) {
    /** Copies the lists. */
    IncidentPage {
        facts = List.copyOf(facts);
        standing = List.copyOf(standing);
    }

    /** A labelled line. */
    record Fact(String label, String value) {}

    /**
     * Something that was done and stands.
     *
     * @param mark how well it acts; always beside the words
     * @param words what it is, and whether it acts
     * @param label of the button that takes it back
     * @param undo takes it back
     */
    record Standing(Dot mark, String words, String label, Deed undo) {}
}
