package org.synwarden.tray;

import java.util.List;

/**
 * A line of text with buttons under it.
 *
 * @param text what is asked or told; empty where the buttons speak for themselves
 * @param tone how it is meant
 * @param choices the buttons, in reading order
 */
record Prompt(String text, Tone tone, List<Choice> choices) {
    /** Whether the text offers, asks for consent, waits, or tells how it went. */
    enum Tone {
        OFFER,
        CONSENT,
        WAIT,
        DONE,
        FAILED
    }

    /**
     * One button.
     *
     * @param label its words
     * @param answer what pressing it means
     * @param enabled whether it can be pressed
     */
    record Choice(String label, Answer answer, boolean enabled) {}
}
