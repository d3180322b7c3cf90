package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.filter.Filter;
import org.synwarden.filter.FilterException;

/**
 * A display filter as it stands in its field: nothing, a filter, or something that is none yet. Any thread.
 *
 * @param text as it was typed
 * @param filter what it means; the one that lets everything through where nothing was typed; empty where it is none
 * @param mistake where and why it is none, one line; empty where it is one
 */
record FilterEntry(String text, Optional<Filter> filter, String mistake) {
    /** Nothing typed: everything passes. */
    static final FilterEntry NONE = new FilterEntry("", Optional.of(Filter.all()), "");

    /** How the field shows it. */
    enum Tone {
        NEUTRAL,
        GOOD,
        BAD
    }

    /**
     * Reads what was typed.
     *
     * @param longest the most characters that whoever applies it takes
     * @param tooLong what to say of a longer one
     */
    static FilterEntry of(String text, int longest, String tooLong) {
        if (text.isBlank()) {
            return NONE;
        }
        if (text.length() > longest) {
            return new FilterEntry(text, Optional.empty(), tooLong);
        }
        try {
            return new FilterEntry(text, Optional.of(Filter.parse(text)), "");
        } catch (FilterException e) {
            return new FilterEntry(text, Optional.empty(), e.getMessage());
        }
    }

    Tone tone() {
        return text.isEmpty() ? Tone.NEUTRAL : filter.isPresent() ? Tone.GOOD : Tone.BAD;
    }
}
