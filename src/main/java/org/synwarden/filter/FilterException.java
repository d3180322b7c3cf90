package org.synwarden.filter;

/** A filter that is none; the message is one printable line: where, what is wrong, and if possible what was meant. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;

    FilterException(int offset, String message) {
        super("column " + (offset + 1) + ": " + message);
        this.column = offset + 1;
    }

    /** Where in the filter the mistake is, in characters, counted from 1. */
    public int column() {
        return column;
    }
}
