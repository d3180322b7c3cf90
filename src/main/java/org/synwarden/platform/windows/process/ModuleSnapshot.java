package org.synwarden.platform.windows.process;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Tlhelp32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.process.ModuleFile;

/**
 * Which files a process has loaded, 32-bit ones of a 32-bit process, too. Pages "CreateToolhelp32Snapshot function",
 * "Module32FirstW function", "Module32NextW function".
 */
final class ModuleSnapshot {
    /** The list may change while it is read; then Windows wants to be asked again. */
    private static final int TRIES = 10;

    private ModuleSnapshot() {}

    /**
     * Those of the process that has this pid now.
     *
     * @throws IOException when Windows does not say: it has ended, or is protected
     */
    static ModuleFile.Listing of(int pid) throws IOException {
        DWORD what = new DWORD(Tlhelp32.TH32CS_SNAPMODULE.intValue() | Tlhelp32.TH32CS_SNAPMODULE32.intValue());
        int error = WinError.ERROR_BAD_LENGTH;
        for (int tries = 0; tries < TRIES && error == WinError.ERROR_BAD_LENGTH; tries++) {
            HANDLE opened = Kernel32.INSTANCE.CreateToolhelp32Snapshot(what, new DWORD(pid));
            if (opened != null && !WinBase.INVALID_HANDLE_VALUE.equals(opened)) {
                return listing(opened);
            }
            error = Native.getLastError();
        }
        throw new IOException("Windows does not tell what the process has loaded (error " + error + ")");
    }

    private static ModuleFile.Listing listing(HANDLE opened) {
        List<ModuleFile> files = new ArrayList<>();
        try (OwnedHandle snapshot = new OwnedHandle(opened)) {
            Tlhelp32.MODULEENTRY32W entry = new Tlhelp32.MODULEENTRY32W.ByReference();
            for (boolean more = Kernel32.INSTANCE.Module32FirstW(snapshot.get(), entry);
                    more && files.size() <= ModuleFile.MOST;
                    more = Kernel32.INSTANCE.Module32NextW(snapshot.get(), entry)) {
                files.add(new ModuleFile(entry.szExePath(), ""));
            }
        }
        return ModuleFile.Listing.of(files);
    }
}
