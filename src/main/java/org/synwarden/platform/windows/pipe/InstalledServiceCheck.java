package org.synwarden.platform.windows.pipe;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.synwarden.platform.windows.bindings.OwnedServiceHandle;
import org.synwarden.platform.windows.token.SecurityText;
import org.synwarden.platform.windows.token.TokenFacts;
import org.synwarden.platform.windows.token.TokenReader;

/**
 * Compares the pipe's server with the process that the service control manager runs as the service: any program can
 * make a pipe of our name while the service is stopped. So an installed service without a process has no server that is
 * believed; where none is installed, a server of the own account or of an administrator's is. Page "QueryServiceStatusEx
 * function".
 */
public final class InstalledServiceCheck implements ServerCheck {
    private static final int SC_STATUS_PROCESS_INFO = 0;

    private final String service;

    /** Looks for the service of that name. */
    public InstalledServiceCheck(String service) {
        this.service = service;
    }

    @Override
    public void check(PipeServer server) throws IOException {
        OptionalInt expected = servicePid();
        Optional<String> doubt = expected.isPresent()
                ? doubtBesideTheService(expected.getAsInt(), server.pid())
                : doubtWithoutService(server, TokenReader.ofThisProcess());
        if (doubt.isPresent()) {
            throw new IOException(doubt.get());
        }
    }

    /** What speaks against a server while the service is installed and has that pid, 0 for none. */
    Optional<String> doubtBesideTheService(int expected, int pid) {
        if (expected == 0) {
            return Optional.of(
                    "the " + service + " service does not run, but pid " + pid + " answers in its place: it may"
                            + " be an impostor; nothing was sent to it. Look that process up, and start the service");
        }
        return expected == pid
                ? Optional.empty()
                : Optional.of("pid " + pid + " answers in the place of the " + service + " service (pid " + expected
                        + "): it may be an impostor; nothing was sent to it. Look that process up, and restart the"
                        + " service");
    }

    /** What speaks against a server where the service is not installed, in the eyes of a client with that token. */
    static Optional<String> doubtWithoutService(PipeServer server, Optional<TokenFacts> own) {
        boolean administrators =
                server.owner().filter(SecurityText.ADMINISTRATORS::contains).isPresent()
                        || server.token().filter(TokenFacts::isAdministrator).isPresent();
        boolean ours = server.token()
                .filter(token -> !token.isSandboxed())
                .filter(token -> own.map(TokenFacts::userSid)
                        .filter(token.userSid()::equals)
                        .isPresent())
                .isPresent();
        return administrators || ours
                ? Optional.empty()
                : Optional.of(
                        "pid " + server.pid() + " answers in the place of SynWarden, and is neither this account's"
                                + " nor an administrator's: it may be an impostor; nothing was sent to it. Look that process up");
    }

    /** The service's process, 0 when it has none now; empty when it is not installed. */
    private OptionalInt servicePid() throws IOException {
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
        return OptionalInt.of(status.dwProcessId);
    }

    private IOException cannotTell() {
        return new IOException("Windows does not say which process the " + service + " service is (error "
                + Native.getLastError() + "), so the one that answers is not trusted; try again as administrator");
    }
}
