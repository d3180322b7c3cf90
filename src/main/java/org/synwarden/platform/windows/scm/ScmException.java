package org.synwarden.platform.windows.scm;

import com.sun.jna.platform.win32.WinError;

/** The service manager has refused something, with a Windows error code. */
final class ScmException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    ScmException(int code) {
        super(words(code));
        this.code = code;
    }

    int code() {
        return code;
    }

    /** One line: what it means, and what to do. */
    static String words(int code) {
        return switch (code) {
            case WinError.ERROR_ACCESS_DENIED -> "only administrators may do that; run it from an elevated prompt";
            case WinError.ERROR_SERVICE_DOES_NOT_EXIST ->
                "the service is not installed; 'synwarden service install' installs it, as administrator";
            case WinError.ERROR_SERVICE_MARKED_FOR_DELETE ->
                "Windows removes an older service of that name when no program looks at it any more; close the Task"
                        + " Manager, 'Services' and the Event Viewer, or restart the PC, and try again";
            case WinError.ERROR_SERVICE_EXISTS, WinError.ERROR_DUPLICATE_SERVICE_NAME ->
                "a service of that name is installed already; remove it with 'synwarden service uninstall'";
            case WinError.ERROR_SERVICE_DISABLED ->
                "the service is disabled; 'sc config SynWarden start= auto' enables it, as administrator";
            case WinError.ERROR_FILE_NOT_FOUND, WinError.ERROR_PATH_NOT_FOUND ->
                "the program of the service is gone; 'synwarden service install' installs it from where SynWarden is"
                        + " now";
            case WinError.ERROR_SERVICE_REQUEST_TIMEOUT ->
                "the service did not start in time; the logs in %ProgramData%\\SynWarden\\logs may say why";
            default -> "the service manager refused: Windows error " + code;
        };
    }
}
