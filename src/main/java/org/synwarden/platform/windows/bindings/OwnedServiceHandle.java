package org.synwarden.platform.windows.bindings;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;

/** A handle of the service manager that is closed exactly once, by whoever made it. Page "CloseServiceHandle function". */
public final class OwnedServiceHandle implements AutoCloseable {
    private final SC_HANDLE handle;

    /** Takes over an open handle. */
    public OwnedServiceHandle(SC_HANDLE handle) {
        this.handle = handle;
    }

    /** The handle, for calls made before {@link #close}. */
    public SC_HANDLE get() {
        return handle;
    }

    @Override
    public void close() {
        Advapi32.INSTANCE.CloseServiceHandle(handle);
    }
}
