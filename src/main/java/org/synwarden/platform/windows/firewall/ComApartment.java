package org.synwarden.platform.windows.firewall;

import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.WinNT.HRESULT;
import java.util.function.Supplier;

/** COM for the calling thread while some work is done. Page "CoInitializeEx function". */
final class ComApartment {
    /** The thread is in an apartment of the other kind already, in which everything here works too. */
    private static final int RPC_E_CHANGED_MODE = 0x8001_0106;

    private ComApartment() {}

    /** Does the work with COM initialised, and leaves COM as it was. */
    static <T> T with(Supplier<T> work) {
        HRESULT entered = Ole32.INSTANCE.CoInitializeEx(null, Ole32.COINIT_MULTITHREADED);
        if (COMUtils.FAILED(entered) && entered.intValue() != RPC_E_CHANGED_MODE) {
            throw new COMException("CoInitializeEx", entered);
        }
        try {
            return work.get();
        } finally {
            if (COMUtils.SUCCEEDED(entered)) {
                Ole32.INSTANCE.CoUninitialize();
            }
        }
    }
}
