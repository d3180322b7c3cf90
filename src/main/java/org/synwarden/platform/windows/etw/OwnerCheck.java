package org.synwarden.platform.windows.etw;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase.FILETIME;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.util.concurrent.TimeUnit;
import org.synwarden.platform.windows.bindings.OwnedHandle;

/**
 * Whether the process that began a session still runs. One that may not be looked at runs: asked for more than
 * {@code PROCESS_QUERY_LIMITED_INFORMATION}, as {@link ProcessHandle} does, a service would seem gone to an administrator.
 * Pages "OpenProcess function", "GetProcessTimes function". Any thread.
 */
final class OwnerCheck {
    private static final int STILL_ACTIVE = 259;
    private static final long TO_UNIX_EPOCH_MILLIS = 11_644_473_600_000L;
    private static final long TICKS_A_MILLI = TimeUnit.MILLISECONDS.toNanos(1) / 100;

    private OwnerCheck() {}

    /** Another process with its pid is not it. */
    static boolean isAlive(SessionOwner owner) {
        HANDLE opened = Kernel32.INSTANCE.OpenProcess(WinNT.PROCESS_QUERY_LIMITED_INFORMATION, false, owner.pid());
        if (opened == null) {
            return Native.getLastError() != WinError.ERROR_INVALID_PARAMETER;
        }
        try (OwnedHandle handle = new OwnedHandle(opened)) {
            IntByReference code = new IntByReference();
            boolean runs = !Kernel32.INSTANCE.GetExitCodeProcess(handle.get(), code) || code.getValue() == STILL_ACTIVE;
            return runs && startedThen(handle.get(), owner.started());
        }
    }

    private static boolean startedThen(HANDLE process, long started) {
        FILETIME creation = new FILETIME();
        FILETIME ignored = new FILETIME();
        if (started == 0 || !Kernel32.INSTANCE.GetProcessTimes(process, creation, ignored, ignored, ignored)) {
            return true;
        }
        long ticks = (long) creation.dwHighDateTime << 32 | Integer.toUnsignedLong(creation.dwLowDateTime);
        return ticks / TICKS_A_MILLI - TO_UNIX_EPOCH_MILLIS == started;
    }
}
