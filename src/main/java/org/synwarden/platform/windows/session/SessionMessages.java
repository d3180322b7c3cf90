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
 * "ProcessIdToSessionId function", "WTSGetActiveConsoleSessionId function". Any thread.
 */
public final class SessionMessages {
    /** Services live there, and nobody sees it. */
    private static final int SERVICES = 0;

    /** A box that nobody closes goes by itself, so that the next one can come. */
    static final int TIMEOUT_SECONDS = 300;

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
     * Shows it, and returns when the user has closed it, or after {@value #TIMEOUT_SECONDS} s.
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
                TIMEOUT_SECONDS,
                new IntByReference(),
                true)) {
            throw new IOException(
                    "Windows shows no message in session " + session + ": error " + Native.getLastError());
        }
    }
}
