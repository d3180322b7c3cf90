package org.synwarden.installation;

/** What was asked was not done; the message says in one line why, and what to do. */
public final class InstallationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** One line for the user. */
    public InstallationException(String message) {
        super(message);
    }

    /** One line for the user, and what lies behind it. */
    public InstallationException(String message, Throwable cause) {
        super(message, cause);
    }
}
