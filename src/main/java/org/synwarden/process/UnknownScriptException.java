package org.synwarden.process;

import java.io.IOException;

/** What an interpreter or loader runs cannot be told, or not be read; the message says why, to follow the program's name. */
public final class UnknownScriptException extends IOException {
    private static final long serialVersionUID = 1L;

    /** For that reason. */
    public UnknownScriptException(String reason) {
        super(reason);
    }

    /** For that reason. */
    public UnknownScriptException(String reason, Exception cause) {
        super(reason, cause);
    }
}
