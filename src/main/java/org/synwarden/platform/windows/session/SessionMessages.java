package org.synwarden.platform.windows.session;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.util.OptionalInt;
import org.synwarden.platform.windows.bindings.Sessions;

/**
 * Shows a message box in a user's session, without a program of ours there. Pages "WTSSendMessageW function",
 * "ProcessIdToSessionId function", "WTSGetActiveConsoleSessionId function". Any thread; does not wait for the user.
 */
public final class SessionMessages {
    /** Services live there, and nobody sees it. */
    private static final int SERVICES = 0;

    private static final int NO_TIMEOUT = 0;

    private SessionMessages() {}

    /** The session in which that process runs, or else the one whose user sits at this PC; empty where nobody does. */
    public static OptionalInt sessionOf(OptionalInt pid) {
        IntByReference session = new IntByReference();
        if (pid.isPresent()
                && Kernel32.INSTANCE.ProcessIdToSessionId(pid.getAsInt(), session)
                && session.getValue() != SERVICES) {
            return OptionalInt.of(session.getValue());
        }
        int console = Sessions.Console.INSTANCE.WTSGetActiveConsoleSessionId();
        return console == Sessions.NONE || console == SERVICES ? OptionalInt.empty() : OptionalInt.of(console);
    }

    /**
     * Shows it, until the user closes it.
     *
     * @throws IOException when Windows refuses
     */
    public static void show(int session, String title, String message) throws IOException {
        char[] heading = title.toCharArray();
        char[] body = message.toCharArray();
        if (!Sessions.INSTANCE.WTSSendMessage(
                Pointer.NULL,
                session,
                heading,
                heading.length * Character.BYTES,
                body,
                body.length * Character.BYTES,
                Sessions.WARNING,
                NO_TIMEOUT,
                new IntByReference(),
                false)) {
            throw new IOException(
                    "Windows shows no message in session " + session + ": error " + Native.getLastError());
        }
    }
}
