package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** The performance counter of kernel32.dll (profileapi.h). Any thread. */
@SuppressWarnings("MemberName")
public interface KernelTime extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    KernelTime INSTANCE = Native.load("kernel32", KernelTime.class, W32APIOptions.DEFAULT_OPTIONS);

    /** Page "QueryPerformanceCounter function". */
    boolean QueryPerformanceCounter(LongByReference ticks);

    /** Page "QueryPerformanceFrequency function": ticks a second. */
    boolean QueryPerformanceFrequency(LongByReference frequency);
}
