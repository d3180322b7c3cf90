package org.synwarden.capture;

import java.io.IOException;

/** A capture cannot be read or made at all. The message is one line: what is wrong, then what to do about it. */
public final class CaptureException extends IOException {
    private static final long serialVersionUID = 1;

    /** With one line for the user. */
    public CaptureException(String message) {
        super(message);
    }

    /** With one line for the user and what lies beneath it. */
    public CaptureException(String message, Throwable cause) {
        super(message, cause);
    }
}
