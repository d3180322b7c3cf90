package org.synwarden.platform.windows.etw;

import org.synwarden.observation.SourceException;

/** What Windows' refusals to trace mean for people. Pages "StartTraceW function", "System Error Codes". */
final class TracingError {
    static final int SUCCESS = 0;
    static final int MORE_DATA = 234;
    private static final int ACCESS_DENIED = 5;
    private static final int NOT_SUPPORTED = 50;
    private static final int CALL_NOT_IMPLEMENTED = 120;
    private static final int ALREADY_EXISTS = 183;
    private static final int NO_SYSTEM_RESOURCES = 1450;

    /** {@code ERROR_WMI_INSTANCE_NOT_FOUND}: there is no such session. */
    static final int INSTANCE_NOT_FOUND = 4201;

    private TracingError() {}

    /**
     * Does nothing after success.
     *
     * @param call which function
     * @param code what it returned
     * @param session the name of the session it was about
     */
    static void check(String call, int code, String session) throws SourceException {
        if (code != SUCCESS) {
            throw refusal(call, code, session);
        }
    }

    static SourceException refusal(String call, int code, String session) {
        return switch (code) {
            case ACCESS_DENIED ->
                SourceException.lasting(
                        "Windows lets only administrators listen to kernel events (error 5)",
                        "Run SynWarden as administrator");
            case NOT_SUPPORTED, CALL_NOT_IMPLEMENTED -> missing("error " + code + " of " + call);
            case ALREADY_EXISTS ->
                SourceException.passing(
                        "a tracing session " + session + " is there already, and whoever began it may still use it",
                        "End the other SynWarden; if there is none, run: logman stop " + session + " -ets");
            case NO_SYSTEM_RESOURCES ->
                SourceException.passing(
                        "Windows has no room for another tracing session (error 1450)",
                        "End other programs that trace; 'logman query -ets' lists their sessions");
            default ->
                SourceException.passing(
                        "Windows refuses kernel events: error " + code + " of " + call,
                        "Restart SynWarden; if that does not help, report this error");
        };
    }

    /** Event Tracing is not there at all, as under Wine. */
    static SourceException missing(String why) {
        return SourceException.lasting(
                "this system does not implement kernel events (" + why + ")",
                "Nothing to do; packets and the socket table are watched as far as they can be");
    }
}
