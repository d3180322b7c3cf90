package org.synwarden.platform.windows.pipe;

import com.sun.jna.platform.win32.WinError;
import java.io.IOException;

/** An operation on a pipe that Windows ended with an error. */
final class PipeException extends IOException {
    private static final long serialVersionUID = 1;

    private final int code;

    /** Takes what GetLastError said. */
    PipeException(int code) {
        super("the connection to the other end failed: Windows error " + code);
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Whether the other end has closed, which ends a stream in the ordinary way. */
    boolean isEndOfStream() {
        return code == WinError.ERROR_BROKEN_PIPE
                || code == WinError.ERROR_PIPE_NOT_CONNECTED
                || code == WinError.ERROR_NO_DATA
                || code == WinError.ERROR_HANDLE_EOF;
    }
}
