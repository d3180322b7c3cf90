package org.synwarden.platform.windows.firewall;

/** The firewall could not be asked, or refused. */
final class FirewallException extends Exception {
    private static final long serialVersionUID = 1;

    private static final int ACCESS_DENIED = 0x8007_0005;
    private static final int CO_E_NOTINITIALIZED = 0x8004_01F0;

    private final int code;

    /**
     * Takes what COM said.
     *
     * @param code the HRESULT
     */
    FirewallException(int code, Throwable cause) {
        super(cause);
        this.code = code;
    }

    /**
     * The one line for the user.
     *
     * @param consequence what was not done: "nothing was blocked"
     */
    String explain(String consequence) {
        if (code == ACCESS_DENIED) {
            return "Windows lets only administrators change its firewall; " + consequence
                    + ". Start the tray as administrator or ask the service to do it.";
        }
        if (code == CO_E_NOTINITIALIZED) {
            return "Windows Firewall was asked before COM was ready on this thread (0x800401F0); " + consequence
                    + ". That is a fault in SynWarden: restart it and report it.";
        }
        return "Windows Firewall is not available on this PC: " + reason() + String.format(" (0x%08X); ", code)
                + consequence + ". " + remedy();
    }

    private String reason() {
        return switch (code) {
            case 0x8004_0154, 0x8000_4001, 0x8000_4002, 0x8002_0003, 0x8002_0006, 0x8002_802B, 0x8002_9C4A ->
                "this system does not implement its rules";
            default -> isServiceStopped() ? "its service (mpssvc) does not run" : "it does not answer as it should";
        };
    }

    private String remedy() {
        return isServiceStopped()
                ? "Start the service 'Windows Defender Firewall', or end the program instead."
                : "End the program instead, or block the port at the router.";
    }

    /** RPC server unavailable, no endpoint, service disabled, service not started, dependency not started. */
    private boolean isServiceStopped() {
        return switch (code) {
            case 0x8007_06BA, 0x8007_06D9, 0x8007_0422, 0x8007_0426, 0x8007_042C -> true;
            default -> false;
        };
    }
}
