package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Messages to sessions: wtsapi32.dll (wtsapi32.h). Any thread. */
@SuppressWarnings("MemberName")
public interface Sessions extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    Sessions INSTANCE = Native.load("wtsapi32", Sessions.class, W32APIOptions.UNICODE_OPTIONS);

    /** {@code MB_OK | MB_ICONWARNING}. */
    int WARNING = 0x30;

    /** What {@link Console#WTSGetActiveConsoleSessionId} answers with while nobody is attached. */
    int NONE = -1;

    /** Page "WTSSendMessageW function". Lengths are in bytes, without a final NUL. Needs the right to send messages. */
    boolean WTSSendMessage(
            Pointer server,
            int session,
            char[] title,
            int titleBytes,
            char[] message,
            int messageBytes,
            int style,
            int timeoutSeconds,
            IntByReference response,
            boolean waits);

    /** Of kernel32.dll (winbase.h). */
    interface Console extends StdCallLibrary {
        /** The library. */
        Console INSTANCE = Native.load("kernel32", Console.class, W32APIOptions.DEFAULT_OPTIONS);

        /** Page "WTSGetActiveConsoleSessionId function". */
        int WTSGetActiveConsoleSessionId();
    }
}
