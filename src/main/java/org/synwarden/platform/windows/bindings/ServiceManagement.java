package org.synwarden.platform.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Services of advapi32.dll that jna-platform does not have, or cannot be told in memory of its own (winsvc.h). Any thread. */
@SuppressWarnings("MemberName")
public interface ServiceManagement extends StdCallLibrary {
    /** The library; touching it on another system is an {@link UnsatisfiedLinkError}. */
    ServiceManagement INSTANCE = Native.load("advapi32", ServiceManagement.class, W32APIOptions.UNICODE_OPTIONS);

    /** {@code SERVICE_NO_CHANGE}. */
    int NO_CHANGE = -1;

    /** Page "ChangeServiceConfigW function". */
    boolean ChangeServiceConfig(
            SC_HANDLE service,
            int type,
            int startType,
            int errorControl,
            String binaryPath,
            String loadOrderGroup,
            Pointer tag,
            String dependencies,
            String account,
            String password,
            String displayName);

    /** Page "ChangeServiceConfig2W function". */
    boolean ChangeServiceConfig2(SC_HANDLE service, int level, Pointer information);
}
