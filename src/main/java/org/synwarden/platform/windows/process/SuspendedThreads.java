package org.synwarden.platform.windows.process;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Tlhelp32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import org.synwarden.platform.windows.bindings.KernelProcess;
import org.synwarden.platform.windows.bindings.OwnedHandle;

/**
 * The threads of a process whose suspensions Windows counts, at most {@value #MOST_SUSPENSIONS} each. Pages "SuspendThread
 * function", "ResumeThread function", "Thread32First function".
 */
final class SuspendedThreads {
    private static final int MOST_SUSPENSIONS = 127;
    private static final int RIGHTS = WinNT.THREAD_SUSPEND_RESUME | WinNT.THREAD_QUERY_LIMITED_INFORMATION;

    private SuspendedThreads() {}

    /**
     * Lets every thread of that process run, however often it was suspended, by whomever.
     *
     * @param pid of a process that the caller holds open, so that it stays that process
     * @return whether none stays suspended
     */
    static boolean letRun(int pid) {
        HANDLE opened = Kernel32.INSTANCE.CreateToolhelp32Snapshot(Tlhelp32.TH32CS_SNAPTHREAD, new DWORD(0));
        if (opened == null || WinBase.INVALID_HANDLE_VALUE.equals(opened)) {
            return false;
        }
        boolean run = true;
        try (OwnedHandle snapshot = new OwnedHandle(opened)) {
            Tlhelp32.THREADENTRY32 entry = new Tlhelp32.THREADENTRY32.ByReference();
            for (boolean more = Kernel32.INSTANCE.Thread32First(snapshot.get(), entry);
                    more;
                    more = Kernel32.INSTANCE.Thread32Next(snapshot.get(), entry)) {
                run &= entry.th32OwnerProcessID != pid || letRun(pid, entry.th32ThreadID);
            }
        }
        return run;
    }

    private static boolean letRun(int pid, int threadId) {
        HANDLE opened = Kernel32.INSTANCE.OpenThread(RIGHTS, false, threadId);
        if (opened == null) {
            return Native.getLastError() == WinError.ERROR_INVALID_PARAMETER; // it has ended meanwhile
        }
        try (OwnedHandle thread = new OwnedHandle(opened)) {
            if (KernelProcess.INSTANCE.GetProcessIdOfThread(thread.get()) != pid) {
                return true; // its number is another's now
            }
            int before = MOST_SUSPENSIONS;
            for (int i = 0; i < MOST_SUSPENSIONS && before > 1; i++) {
                before = KernelProcess.INSTANCE.ResumeThread(thread.get());
            }
            return before == 0 || before == 1;
        }
    }
}
