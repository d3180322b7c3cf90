package org.synwarden.tray;

/** What the operating system did not do; the message is one line that tells what it said. */
public final class DesktopException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why, for the words that the user reads. */
    public enum Reason {
        /** The user did not agree. */
        DECLINED,
        /** What was asked about is not there any more. */
        GONE,
        /** This system has no means to do it; the message says what the user can do. */
        UNAVAILABLE,
        /** It was tried and did not succeed. */
        FAILED
    }

    /** Says what was not done. */
    public DesktopException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The same, with its cause. */
    public DesktopException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
