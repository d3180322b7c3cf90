package org.synwarden.platform.windows.bindings;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLE;

/** A handle that is closed exactly once, by whoever made it. Page "CloseHandle function". */
public final class OwnedHandle implements AutoCloseable {
    private final HANDLE handle;

    /** Takes over an open handle. */
    public OwnedHandle(HANDLE handle) {
        this.handle = handle;
    }

    /** The handle, for calls made before {@link #close}. */
    public HANDLE get() {
        return handle;
    }

    @Override
    public void close() {
        Kernel32.INSTANCE.CloseHandle(handle);
    }
}
