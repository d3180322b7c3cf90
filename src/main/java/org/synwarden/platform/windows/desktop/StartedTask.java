package org.synwarden.platform.windows.desktop;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.time.Duration;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.tray.DesktopException;
import org.synwarden.tray.DesktopException.Reason;

/** A command line that was started with the rights of an administrator. Pages "WaitForSingleObject", "GetExitCodeProcess". */
final class StartedTask {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private StartedTask() {}

    /**
     * Waits for its end, and closes the handle.
     *
     * @throws DesktopException when it ends with another status than 0, or not in time
     */
    static void await(HANDLE process) throws DesktopException {
        if (process == null) {
            throw new DesktopException(Reason.FAILED, "Windows does not say what became of it");
        }
        try (OwnedHandle owned = new OwnedHandle(process)) {
            int waited = Kernel32.INSTANCE.WaitForSingleObject(owned.get(), (int) LONGEST.toMillis());
            if (waited == WinError.WAIT_TIMEOUT) {
                throw new DesktopException(Reason.FAILED, "not ended after " + LONGEST.toMinutes() + " min");
            }
            if (waited != WinBase.WAIT_OBJECT_0) {
                throw new DesktopException(Reason.FAILED, "Windows error " + Native.getLastError());
            }
            IntByReference status = new IntByReference();
            if (!Kernel32.INSTANCE.GetExitCodeProcess(owned.get(), status)) {
                throw new DesktopException(Reason.FAILED, "Windows error " + Native.getLastError());
            }
            if (status.getValue() != 0) {
                throw new DesktopException(Reason.FAILED, "exit status " + status.getValue());
            }
        }
    }
}
