package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Process functions of kernel32.dll (processthreadsapi.h, sysinfoapi.h). Any thread. */
@SuppressWarnings("MemberName")
public interface KernelProcess extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    KernelProcess INSTANCE = Native.load("kernel32", KernelProcess.class, W32APIOptions.DEFAULT_OPTIONS);

    /** {@code PROCESS_INFORMATION_CLASS}: PROCESS_PROTECTION_LEVEL_INFORMATION, one DWORD. */
    int PROCESS_PROTECTION_LEVEL_INFO = 7;

    /** What PROCESS_PROTECTION_LEVEL_INFORMATION says of a process that anyone with the rights may end. */
    int PROTECTION_LEVEL_NONE = 0xFFFFFFFE;

    /** Page "IsProcessCritical function". Needs PROCESS_QUERY_LIMITED_INFORMATION. */
    boolean IsProcessCritical(HANDLE process, IntByReference critical);

    /** Page "GetProcessInformation function". Needs PROCESS_QUERY_LIMITED_INFORMATION. */
    boolean GetProcessInformation(HANDLE process, int informationClass, Pointer information, int size);

    /** Page "GetPackageFullName function". Returns a Win32 error; the length counts the final NUL. */
    int GetPackageFullName(HANDLE process, IntByReference length, char[] name);

    /** Page "GetSystemDirectoryW function". Returns the length without the final NUL, 0 on failure. */
    int GetSystemDirectory(char[] buffer, int size);

    /** Page "ResumeThread function". Needs THREAD_SUSPEND_RESUME; how often it was suspended before, -1 on failure. */
    int ResumeThread(HANDLE thread);

    /** Page "GetProcessIdOfThread function". Needs THREAD_QUERY_LIMITED_INFORMATION; 0 on failure. */
    int GetProcessIdOfThread(HANDLE thread);
}
