package org.synwarden.filter;

import java.time.ZoneId;

/**
 * A display filter in Wireshark's language ({@code docs/filter.md}). At most {@value #LONGEST} characters and
 * {@value #DEEPEST} levels of parentheses and negations; its time is linear in its length and in that of the values. Immutable, any thread.
 */
public final class Filter {
    /** The longest filter, in characters. */
    public static final int LONGEST = 4096;

    /** How deep parentheses and negations may be nested. */
    public static final int DEEPEST = 64;

    private final Expression expression;

    private Filter(Expression expression) {
        this.expression = expression;
    }

    /** The filter that lets everything through. */
    public static Filter all() {
        return new Filter(new Expression.Everything());
    }

    /** Reads a filter whose times are in the zone of this computer, as in Wireshark. */
    public static Filter parse(String text) throws FilterException {
        return parse(text, ZoneId.systemDefault());
    }

    /**
     * Reads a filter; an empty one lets everything through.
     *
     * @param zone of times that are written without one
     * @throws FilterException when it is none; the message says where and why
     */
    public static Filter parse(String text, ZoneId zone) throws FilterException {
        if (text.length() > LONGEST) {
            throw new FilterException(LONGEST, "a filter has at most " + LONGEST + " characters");
        }
        return text.isBlank() ? all() : new Filter(new Parser(text, zone).parse());
    }

    /** Whether the row is to be shown. */
    public boolean matches(FieldSource row) {
        return expression.matches(row);
    }
}
