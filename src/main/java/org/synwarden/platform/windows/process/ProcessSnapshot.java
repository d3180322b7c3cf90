package org.synwarden.platform.windows.process;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Tlhelp32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.util.ArrayList;
import java.util.List;
import org.synwarden.platform.windows.bindings.OwnedHandle;

/** Which processes there are. Pages "CreateToolhelp32Snapshot function", "Process32Next function". */
final class ProcessSnapshot {
    private ProcessSnapshot() {}

    /** Their pids; none when Windows makes no snapshot. */
    static List<Integer> pids() {
        HANDLE opened = Kernel32.INSTANCE.CreateToolhelp32Snapshot(Tlhelp32.TH32CS_SNAPPROCESS, new DWORD(0));
        if (opened == null || WinBase.INVALID_HANDLE_VALUE.equals(opened)) {
            return List.of();
        }
        List<Integer> pids = new ArrayList<>();
        try (OwnedHandle snapshot = new OwnedHandle(opened)) {
            Tlhelp32.PROCESSENTRY32 entry = new Tlhelp32.PROCESSENTRY32.ByReference();
            for (boolean more = Kernel32.INSTANCE.Process32First(snapshot.get(), entry);
                    more;
                    more = Kernel32.INSTANCE.Process32Next(snapshot.get(), entry)) {
                pids.add(entry.th32ProcessID.intValue());
            }
        }
        return pids;
    }
}
