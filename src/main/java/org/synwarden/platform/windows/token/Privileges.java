package org.synwarden.platform.windows.token;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.platform.win32.WinNT.LUID;
import com.sun.jna.platform.win32.WinNT.LUID_AND_ATTRIBUTES;
import com.sun.jna.platform.win32.WinNT.TOKEN_PRIVILEGES;
import com.sun.jna.ptr.IntByReference;
import org.synwarden.platform.windows.bindings.OwnedHandle;

/** This process's privileges. Page "AdjustTokenPrivileges function". Any thread. */
public final class Privileges {
    private Privileges() {}

    /** Enables a privilege that this process has ("SeRestorePrivilege"); false where it has it not. */
    public static boolean enable(String name) {
        HANDLEByReference token = new HANDLEByReference();
        if (!Advapi32.INSTANCE.OpenProcessToken(
                Kernel32.INSTANCE.GetCurrentProcess(), WinNT.TOKEN_ADJUST_PRIVILEGES | WinNT.TOKEN_QUERY, token)) {
            return false;
        }
        try (OwnedHandle opened = new OwnedHandle(token.getValue())) {
            LUID luid = new LUID();
            if (!Advapi32.INSTANCE.LookupPrivilegeValue(null, name, luid)) {
                return false;
            }
            TOKEN_PRIVILEGES wanted = new TOKEN_PRIVILEGES(1);
            wanted.Privileges[0] = new LUID_AND_ATTRIBUTES(luid, new DWORD(WinNT.SE_PRIVILEGE_ENABLED));
            return Advapi32.INSTANCE.AdjustTokenPrivileges(opened.get(), false, wanted, 0, null, new IntByReference())
                    && Native.getLastError() == WinError.ERROR_SUCCESS;
        }
    }
}
