package org.synwarden.cli;

/** A command that was not carried out; the message is one line for the user and says what to do. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1;

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
