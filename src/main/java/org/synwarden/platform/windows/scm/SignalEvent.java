package org.synwarden.platform.windows.scm;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.util.Locale;
import org.synwarden.platform.windows.bindings.OwnedHandle;
import org.synwarden.platform.windows.token.ObjectSecurity;
import org.synwarden.platform.windows.token.SecurityText;

/**
 * The event by which procrun can be told to write the stacks of all threads down: it makes it open to everybody (prunsrv.c,
 * {@code GetNullACL}), so that any program could flood the log, or change who may do what. Pages "OpenEventW function",
 * "SetSecurityInfo function". Any thread.
 */
public final class SignalEvent {
    static final String ACCESS = "D:P(A;;GA;;;SY)(A;;GA;;;BA)";

    private final String name;

    /** The event of the service of that name, which procrun writes in capitals. */
    public SignalEvent(String service) {
        name = "Global\\" + service.replace(' ', '_').toUpperCase(Locale.ROOT) + "SIGNAL";
    }

    /**
     * Leaves it to SYSTEM and the administrators.
     *
     * @return whether there is such an event; not where procrun does not run this process
     * @throws IOException when Windows refuses
     */
    public boolean tighten() throws IOException {
        HANDLE event = Kernel32.INSTANCE.OpenEvent(WinNT.WRITE_DAC, false, name);
        if (event == null) {
            int code = Native.getLastError();
            if (code == WinError.ERROR_FILE_NOT_FOUND) {
                return false;
            }
            throw new IOException("the event " + name + " cannot be opened: error " + code);
        }
        try (OwnedHandle opened = new OwnedHandle(event)) {
            ObjectSecurity.setAccess(opened.get(), ACCESS);
            return true;
        }
    }

    /** Who may do what with it, for tests. */
    SecurityText rights() throws IOException {
        HANDLE event = Kernel32.INSTANCE.OpenEvent(WinNT.READ_CONTROL, false, name);
        if (event == null) {
            throw new IOException("the event " + name + " cannot be opened: error " + Native.getLastError());
        }
        try (OwnedHandle opened = new OwnedHandle(event)) {
            return ObjectSecurity.ofHandle(opened.get());
        }
    }
}
