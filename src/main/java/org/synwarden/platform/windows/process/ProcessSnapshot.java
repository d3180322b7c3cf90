package org.synwarden.platform.windows.process;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Tlhelp32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.util.LinkedHashMap;
import java.util.Map;
import org.synwarden.platform.windows.bindings.OwnedHandle;

/** The processes there are, and who started them. Pages "CreateToolhelp32Snapshot function", "Process32Next function". */
final class ProcessSnapshot {
    private ProcessSnapshot() {}

    /** Parent by pid; none when Windows makes no snapshot. */
    static Map<Integer, Integer> parents() {
        HANDLE opened = Kernel32.INSTANCE.CreateToolhelp32Snapshot(Tlhelp32.TH32CS_SNAPPROCESS, new DWORD(0));
        if (opened == null || WinBase.INVALID_HANDLE_VALUE.equals(opened)) {
            return Map.of();
        }
        Map<Integer, Integer> parents = new LinkedHashMap<>();
        try (OwnedHandle snapshot = new OwnedHandle(opened)) {
            Tlhelp32.PROCESSENTRY32 entry = new Tlhelp32.PROCESSENTRY32.ByReference();
            for (boolean more = Kernel32.INSTANCE.Process32First(snapshot.get(), entry);
                    more;
                    more = Kernel32.INSTANCE.Process32Next(snapshot.get(), entry)) {
                parents.put(entry.th32ProcessID.intValue(), entry.th32ParentProcessID.intValue());
            }
        }
        return parents;
    }
}
