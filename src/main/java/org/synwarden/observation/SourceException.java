package org.synwarden.observation;

import java.io.IOException;

/** Why an evidence source cannot be used, in one line for people, and what to do about it. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * An exception for people.
     *
     * @param message what is missing, one line
     * @param remedy what to do about it, one line
     */
    public SourceException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
