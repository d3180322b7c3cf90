package org.synwarden.platform.windows.etw;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.util.OptionalLong;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.platform.windows.time.FileTime;

/**
 * Whether the process that began a session still runs. One that may not be looked at runs: asked for more than
 * {@code PROCESS_QUERY_LIMITED_INFORMATION}, as {@link ProcessHandle} does, a service would seem gone to an administrator.
 * Pages "OpenProcess function", "GetProcessTimes function". Any thread.
 */
final class OwnerCheck {
    private static final int STILL_ACTIVE = 259;

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
        OptionalLong creation = FileTime.creationOf(process);
        return started == 0 || creation.isEmpty() || FileTime.toEpochMillis(creation.getAsLong()) == started;
    }
}
