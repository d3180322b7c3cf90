package org.synwarden.observation;

import java.io.IOException;

/** Why an evidence source cannot be used, in one line for people, and what to do about it. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1;

    private final String remedy;
    private final boolean lasting;

    private SourceException(String message, String remedy, boolean lasting) {
        super(message);
        this.remedy = remedy;
        this.lasting = lasting;
    }

    /**
     * It stays so while this program runs: the rights are missing, or the system knows no such thing.
     *
     * @param message what is missing, one line
     * @param remedy what to do about it, one line
     */
    public static SourceException lasting(String message, String remedy) {
        return new SourceException(message, remedy, true);
    }

    /**
     * It may pass by itself, or by what a user does meanwhile: something is busy, used up, or not there yet.
     *
     * @param message what is missing, one line
     * @param remedy what to do about it, one line
     */
    public static SourceException passing(String message, String remedy) {
        return new SourceException(message, remedy, false);
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    /** Whether it is of no use to try again. */
    public boolean isLasting() {
        return lasting;
    }
}
