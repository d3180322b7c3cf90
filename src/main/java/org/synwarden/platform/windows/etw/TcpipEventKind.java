package org.synwarden.platform.windows.etw;

import org.synwarden.observation.ConnectResult;

/** The events of Microsoft-Windows-TCPIP by what they mean here; the names in comments are the manifest's. */
enum TcpipEventKind {
    REQUESTED(Layout.TCB_FIRST),
    SYN_SENT(Layout.TCB_ALONE),
    SYN_REPEATED(Layout.TCB_FIRST),
    RESET_RECEIVED(Layout.TCB_FIRST),
    PROCEEDING(Layout.TCB_LAST),
    COMPLETED(Layout.TCB_LAST),
    FAILED(Layout.TCB_LAST),
    TIMED_OUT(Layout.TCB_LAST),
    BLOCKED(Layout.TCB_LAST),
    NO_ROUTE(Layout.TCB_LAST),
    CLOSED(Layout.TCB_LAST),
    OTHER(Layout.TCB_ALONE);

    /** Where the fields stand. */
    enum Layout {
        TCB_ALONE,
        TCB_FIRST,
        TCB_LAST
    }

    private final Layout layout;

    TcpipEventKind(Layout layout) {
        this.layout = layout;
    }

    /** Where its fields stand. */
    Layout layout() {
        return layout;
    }

    static TcpipEventKind of(int id) {
        return switch (id) {
            case 1002 -> REQUESTED; // TcpRequestConnect
            case 1004 -> SYN_SENT; // TcpTcbSynSend
            case 1186 -> SYN_REPEATED; // TcpConnectRestransmit
            case 1183 -> RESET_RECEIVED; // TcpConnectTcbFailedRcvdRst
            case 1031 -> PROCEEDING; // TcpConnectTcbProceeding
            case 1033 -> COMPLETED; // TcpConnectTcbComplete
            case 1018, 1019, 1034, 1036, 1049, 1050 -> FAILED; // TcpConnectTcbFailedAf, …FailedCompartment, …Failure,
            // …FailSessionState, …EstatsFailed, TcpConnectFailedPortAcquire
            case 1045 -> TIMED_OUT; // TcpConnectTcbTimeout
            case 1020, 1035 -> BLOCKED; // TcpConnectTcbFailedInspect, …FailInspectConnectComplete
            case 1021 -> NO_ROUTE; // TcpConnectTcbFailedRoute
            case 1038, 1039, 1040 -> CLOSED; // TcpCloseTcbRequest, TcpAbortTcbRequest, TcpAbortTcbComplete
            default -> OTHER;
        };
    }

    /**
     * How the connecting ended, of a kind that says so.
     *
     * @param status the NTSTATUS in the event
     */
    ConnectResult result(int status) {
        return switch (this) {
            case COMPLETED -> status >= 0 ? ConnectResult.ESTABLISHED : failure(status);
            case FAILED -> failure(status);
            case TIMED_OUT -> ConnectResult.TIMED_OUT;
            case BLOCKED -> ConnectResult.BLOCKED;
            case NO_ROUTE -> ConnectResult.NO_ROUTE;
            case RESET_RECEIVED -> ConnectResult.REFUSED;
            default -> ConnectResult.CLOSED;
        };
    }

    /** Page "NTSTATUS values" ([MS-ERREF] 2.3.1). */
    private static ConnectResult failure(int status) {
        return switch (status) {
            case 0xC000_0236 -> ConnectResult.REFUSED; // STATUS_CONNECTION_REFUSED
            case 0xC000_00B5 -> ConnectResult.TIMED_OUT; // STATUS_IO_TIMEOUT
            case 0xC000_0022 -> ConnectResult.BLOCKED; // STATUS_ACCESS_DENIED
            case 0xC000_023C, 0xC000_023D, 0xC000_023E, 0xC000_023F -> ConnectResult.NO_ROUTE; // STATUS_NETWORK_,
            // HOST_, PROTOCOL_ and PORT_UNREACHABLE
            default -> ConnectResult.CLOSED;
        };
    }
}
