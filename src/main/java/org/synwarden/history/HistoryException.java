package org.synwarden.history;

import java.io.IOException;

/** The history cannot be read or written. The message says why, and after a semicolon what to do. */
public final class HistoryException extends IOException {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final String remedy;

    HistoryException(String reason, String remedy) {
        super(reason + "; " + remedy);
        this.reason = reason;
        this.remedy = remedy;
    }

    HistoryException(String reason, String remedy, Throwable cause) {
        super(reason + "; " + remedy, cause);
        this.reason = reason;
        this.remedy = remedy;
    }

    /** Why, as a part of a sentence. */
    public String reason() {
        return reason;
    }

    /** What to do about it, as a part of a sentence. */
    public String remedy() {
        return remedy;
    }
}
