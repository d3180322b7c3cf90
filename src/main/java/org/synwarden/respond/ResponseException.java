package org.synwarden.respond;

/** A response that was not carried out. The message is one line for the user and says what can be done instead. */
public final class ResponseException extends Exception {
    private static final long serialVersionUID = 1;

    /** Says what was not done and what to do instead. */
    public ResponseException(String message) {
        super(message);
    }

    /** The same, with what the system said. */
    public ResponseException(String message, Throwable cause) {
        super(message, cause);
    }
}
