package org.synwarden.tray;

/** There is no screen to draw on; the message is one line for the user and says what to do instead. */
public final class NoDisplayException extends Exception {
    private static final long serialVersionUID = 1;

    NoDisplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
