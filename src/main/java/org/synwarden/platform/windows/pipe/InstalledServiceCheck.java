package org.synwarden.platform.windows.pipe;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.util.OptionalInt;
import org.synwarden.platform.windows.bindings.OwnedServiceHandle;

/**
 * Compares the pipe's server with the process that the service control manager runs as the service: any program can
 * make a pipe of our name while the service is stopped. Where the service is not installed or not running, whoever
 * serves the pipe is accepted. Page "QueryServiceStatusEx function".
 */
public final class InstalledServiceCheck implements ServerCheck {
    private static final int SC_STATUS_PROCESS_INFO = 0;

    private final String service;

    /** Looks for the service of that name. */
    public InstalledServiceCheck(String service) {
        this.service = service;
    }

    @Override
    public void check(int pid) throws IOException {
        OptionalInt expected = runningPid();
        if (expected.isPresent() && expected.getAsInt() != pid) {
            throw new IOException("pid " + pid + " answers in the place of the " + service + " service (pid "
                    + expected.getAsInt() + "): it may be an impostor; nothing was sent to it. Look that process up,"
                    + " and restart the service");
        }
    }

    /** The service's process; empty when it is not installed or has none now. */
    private OptionalInt runningPid() throws IOException {
        SC_HANDLE manager = Advapi32.INSTANCE.OpenSCManager(null, null, Winsvc.SC_MANAGER_CONNECT);
        if (manager == null) {
            throw cannotTell();
        }
        try (OwnedServiceHandle connected = new OwnedServiceHandle(manager)) {
            SC_HANDLE opened = Advapi32.INSTANCE.OpenService(connected.get(), service, Winsvc.SERVICE_QUERY_STATUS);
            if (opened == null && Native.getLastError() == WinError.ERROR_SERVICE_DOES_NOT_EXIST) {
                return OptionalInt.empty();
            }
            if (opened == null) {
                throw cannotTell();
            }
            try (OwnedServiceHandle found = new OwnedServiceHandle(opened)) {
                return pid(found.get());
            }
        }
    }

    private OptionalInt pid(SC_HANDLE opened) throws IOException {
        SERVICE_STATUS_PROCESS status = new SERVICE_STATUS_PROCESS();
        if (!Advapi32.INSTANCE.QueryServiceStatusEx(
                opened, SC_STATUS_PROCESS_INFO, status, status.size(), new IntByReference())) {
            throw cannotTell();
        }
        return status.dwProcessId == 0 ? OptionalInt.empty() : OptionalInt.of(status.dwProcessId);
    }

    private IOException cannotTell() {
        return new IOException("Windows does not say which process the " + service + " service is (error "
                + Native.getLastError() + "), so the one that answers is not trusted; try again as administrator");
    }
}
