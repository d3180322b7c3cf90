package org.synwarden.control;

/** A request that was not carried out; the message is one line for the user and says what to do instead. */
public final class RequestException extends Exception {
    private static final long serialVersionUID = 1;

    private final Code code;

    /** Why, for programs. */
    public enum Code {
        /** The caller may not ask for this. */
        FORBIDDEN,
        /** What the request names is not there (any more). */
        NOT_FOUND,
        /** This PC cannot do it. */
        UNAVAILABLE,
        /** It was tried and did not succeed. */
        FAILED,
        /** The request itself is wrong. */
        MALFORMED,
        /** The service did not answer. */
        DISCONNECTED
    }

    /** Says what was not done, and why. */
    public RequestException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** The same, with its cause. */
    public RequestException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Why, for programs. */
    public Code code() {
        return code;
    }
}
