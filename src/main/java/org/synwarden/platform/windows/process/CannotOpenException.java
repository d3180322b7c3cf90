package org.synwarden.platform.windows.process;

import com.sun.jna.platform.win32.WinError;

/** A process could not be opened. */
final class CannotOpenException extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    /** Takes what GetLastError said. */
    CannotOpenException(int code) {
        super("OpenProcess: error " + code);
        this.code = code;
    }

    /** Whether there is such a process, but not for us. */
    boolean isForbidden() {
        return code == WinError.ERROR_ACCESS_DENIED;
    }
}
