package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/**
 * Whose code made a socket (iphlpapi.h). The row is the whole row as GetExtendedTcpTable or GetExtendedUdpTable, class
 * OWNER_MODULE, wrote it. Each returns a Windows error code, and with 122 the size that is needed. Any thread.
 */
@SuppressWarnings("MemberName")
public interface OwnerModules extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    OwnerModules INSTANCE = Native.load("iphlpapi", OwnerModules.class, W32APIOptions.DEFAULT_OPTIONS);

    /** {@code TCPIP_OWNER_MODULE_INFO_BASIC}. */
    int INFO_BASIC = 0;

    /** Page "GetOwnerModuleFromTcpEntry function". */
    int GetOwnerModuleFromTcpEntry(Pointer row, int infoClass, Pointer buffer, IntByReference size);

    /** Page "GetOwnerModuleFromTcp6Entry function". */
    int GetOwnerModuleFromTcp6Entry(Pointer row, int infoClass, Pointer buffer, IntByReference size);

    /** Page "GetOwnerModuleFromUdpEntry function". */
    int GetOwnerModuleFromUdpEntry(Pointer row, int infoClass, Pointer buffer, IntByReference size);

    /** Page "GetOwnerModuleFromUdp6Entry function". */
    int GetOwnerModuleFromUdp6Entry(Pointer row, int infoClass, Pointer buffer, IntByReference size);
}
