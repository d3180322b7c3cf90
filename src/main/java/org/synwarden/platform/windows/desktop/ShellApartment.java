package org.synwarden.platform.windows.desktop;

import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.WinNT.HRESULT;
import org.synwarden.tray.DesktopException;

/** COM for the calling thread while the shell works, as its extensions need it. Page "CoInitializeEx function". */
final class ShellApartment {
    private static final int COINIT_DISABLE_OLE1DDE = 0x4;

    /** Something that the shell does. */
    @FunctionalInterface
    interface Work {
        void run() throws DesktopException;
    }

    private ShellApartment() {}

    /** Does the work with COM initialised, and leaves COM as it was. A thread that has COM in the other way keeps that. */
    static void with(Work work) throws DesktopException {
        HRESULT entered = Ole32.INSTANCE.CoInitializeEx(null, Ole32.COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE);
        try {
            work.run();
        } finally {
            if (COMUtils.SUCCEEDED(entered)) {
                Ole32.INSTANCE.CoUninitialize();
            }
        }
    }
}
