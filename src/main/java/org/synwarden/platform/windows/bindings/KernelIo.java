package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/**
 * Overlapped input and output of kernel32.dll. jna-platform's ReadFile and WriteFile take a {@code byte[]}, which JNA
 * copies and frees when the call returns, while the system still uses the memory of a pending operation: here buffers
 * and OVERLAPPED are memory that the caller keeps until the operation has ended.
 */
@SuppressWarnings("MemberName")
public interface KernelIo extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    KernelIo INSTANCE = Native.load("kernel32", KernelIo.class, W32APIOptions.DEFAULT_OPTIONS);

    /** Size of OVERLAPPED on 64-bit Windows: Internal 0, InternalHigh 8, Offset 16, OffsetHigh 20, hEvent 24. */
    int OVERLAPPED_SIZE = 32;

    /** Where {@code hEvent} stands in OVERLAPPED. */
    int OVERLAPPED_EVENT = 24;

    /** Page "ReadFile function". */
    boolean ReadFile(HANDLE file, Pointer buffer, int length, Pointer transferred, Pointer overlapped);

    /** Page "WriteFile function". */
    boolean WriteFile(HANDLE file, Pointer buffer, int length, Pointer transferred, Pointer overlapped);

    /** Page "ConnectNamedPipe function". */
    boolean ConnectNamedPipe(HANDLE pipe, Pointer overlapped);

    /** Page "GetOverlappedResult function". */
    boolean GetOverlappedResult(HANDLE file, Pointer overlapped, IntByReference transferred, boolean wait);

    /** Page "CancelIoEx function". */
    boolean CancelIoEx(HANDLE file, Pointer overlapped);
}
