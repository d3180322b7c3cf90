package org.synwarden.control;

import java.io.IOException;

/** Nobody listens where the service would: it does not run. The message says how to start it. */
public final class NotRunningException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says how to start it. */
    public NotRunningException(String message) {
        super(message);
    }

    /** Whether that failed because the service does not run, and for no other reason. */
    public static boolean isBehind(Throwable failure) {
        return failure instanceof NotRunningException || failure.getCause() instanceof NotRunningException;
    }
}
