package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;

/** Process functions of ntdll.dll (winternl.h). They return an NTSTATUS; 0 is success. Any thread. */
@SuppressWarnings("MemberName")
public interface NtProcess extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    NtProcess INSTANCE = Native.load("ntdll", NtProcess.class);

    /** STATUS_SUCCESS. */
    int SUCCESS = 0;

    /** {@code PROCESSINFOCLASS}: PROCESS_BASIC_INFORMATION. */
    int PROCESS_BASIC_INFORMATION = 0;

    /** {@code PROCESSINFOCLASS}: a UNICODE_STRING with its text behind it; since Windows 8.1. */
    int PROCESS_COMMAND_LINE_INFORMATION = 60;

    /** Size of PROCESS_BASIC_INFORMATION on 64-bit Windows. */
    int BASIC_INFORMATION_SIZE = 48;

    /** Where {@code InheritedFromUniqueProcessId}, the pid of the parent, stands in PROCESS_BASIC_INFORMATION. */
    int BASIC_INFORMATION_PARENT = 40;

    /** Page "NtQueryInformationProcess function". Needs PROCESS_QUERY_LIMITED_INFORMATION for the classes here. */
    int NtQueryInformationProcess(
            HANDLE process, int informationClass, Pointer information, int size, IntByReference needed);

    /** Stops all threads, adding one to the suspend count of each. Needs PROCESS_SUSPEND_RESUME. */
    int NtSuspendProcess(HANDLE process);

    /** Takes one from the suspend count of each thread. Needs PROCESS_SUSPEND_RESUME. */
    int NtResumeProcess(HANDLE process);
}
