package org.synwarden.installation;

/** How the service is, for whoever starts and stops services. */
public enum ServiceState {
    /** There is no such service. */
    NOT_INSTALLED("is not installed"),
    /** It does not run. */
    STOPPED("is stopped"),
    /** It does not run, because it has failed. */
    FAILED("has failed"),
    /** It is about to run. */
    STARTING("is starting"),
    /** It runs. */
    RUNNING("is running"),
    /** It is about to end. */
    STOPPING("is stopping");

    private final String text;

    ServiceState(String text) {
        this.text = text;
    }

    /** The same after "the service". */
    public String text() {
        return text;
    }
}
