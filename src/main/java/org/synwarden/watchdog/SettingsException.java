package org.synwarden.watchdog;

/** Settings that cannot be used: the message is one line that begins with where, and says why and what to do. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    SettingsException(int line, int column, String reason) {
        super("line " + line + ", column " + column + ": " + reason);
        this.line = line;
        this.column = column;
    }

    /** The line where the fault is, from 1. */
    public int line() {
        return line;
    }

    /** The column where it is, from 1. */
    public int column() {
        return column;
    }
}
