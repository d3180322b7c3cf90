package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** File names of kernel32.dll that jna-platform does not have (fileapi.h). Any thread. */
@SuppressWarnings("MemberName")
public interface KernelFiles extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    KernelFiles INSTANCE = Native.load("kernel32", KernelFiles.class, W32APIOptions.DEFAULT_OPTIONS);

    /** Page "GetLongPathNameW function". Returns the length without the final NUL, 0 on failure. */
    int GetLongPathName(String shortPath, char[] buffer, int size);
}
