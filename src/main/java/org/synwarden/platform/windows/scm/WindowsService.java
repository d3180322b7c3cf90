package org.synwarden.platform.windows.scm;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.installation.InstallationException;
import org.synwarden.installation.ProgramFolder;
import org.synwarden.installation.ServiceControl;
import org.synwarden.installation.ServiceState;
import org.synwarden.platform.windows.bindings.OwnedHandle;

/**
 * The service {@value #NAME} of Windows, without the package: procrun beside the program, as LocalSystem, started with
 * Windows and again when it fails. What the package has installed is left to the package.
 */
public final class WindowsService implements ServiceControl {
    /** The name of the service, and what it is called. */
    public static final String NAME = "SynWarden";

    static final String DESCRIPTION =
            "Watches which program opens connections to many computers, and stops it when asked.";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 100;

    private final Path logs;
    private final String pipe;
    private final Preparation preparation;

    /** Makes a folder safe, or says why it is not. */
    @FunctionalInterface
    public interface Preparation {
        /** Returns when it is safe. */
        void run() throws InstallationException;
    }

    /**
     * The service of this PC.
     *
     * @param logs where it and its host write their logs
     * @param pipe the name of the pipe by which it is seen that it watches
     * @param preparation makes the folder safe that the logs will be in, before the service's host writes there
     */
    public WindowsService(Path logs, String pipe, Preparation preparation) {
        this.logs = logs;
        this.preparation = preparation;
        this.pipe = "\\\\.\\pipe\\" + pipe;
    }

    @Override
    public void install(Path home, boolean anyFolder) throws InstallationException {
        ProgramFolder program = ProgramFolder.of(home);
        ServiceFolder folder = new ServiceFolder(program.home());
        leaveThePackageAlone();
        Optional<String> missing = folder.missing();
        if (missing.isPresent()) {
            throw new InstallationException("there is no " + missing.get() + " in " + folder.home()
                    + "; a service needs all that the Windows package installs in one folder");
        }
        Charset codePage = ServiceRegistry.codePage();
        if (!folder.isWritableIn(codePage)) {
            throw new InstallationException(
                    "the name of the folder " + folder.home() + " has letters that the code page of" + " this Windows ("
                            + codePage.name() + ") lacks, and no service can run there; move it into another");
        }
        if (!anyFolder) {
            program.refuseWhereOthersCanChange(new AdministratorsOwn(), "C:\\Program Files\\SynWarden");
        }
        try {
            install(folder);
        } catch (ScmException e) {
            throw told(e);
        }
    }

    private void install(ServiceFolder folder) throws ScmException, InstallationException {
        Optional<OpenedService> before = OpenedService.open(Winsvc.SERVICE_ALL_ACCESS);
        try (OpenedService service = before.isPresent() ? before.get() : OpenedService.create(folder.commandLine())) {
            try {
                preparation.run();
                ServiceRegistry.write(ProcrunParameters.of(folder.home() + "\\", logs + "\\"));
                ServiceRegistry.write(EventSource.of(folder.home() + "\\"));
                service.change(folder.commandLine());
                service.describe(DESCRIPTION);
                service.recoverBy(RecoveryActions.WANTED);
                service.keepPrivileges(RequiredPrivilege.values());
            } catch (ScmException | InstallationException e) {
                if (before.isEmpty()) {
                    service.delete();
                    ServiceRegistry.remove();
                }
                throw e;
            }
        }
    }

    @Override
    public void uninstall() throws InstallationException {
        leaveThePackageAlone();
        try {
            Optional<OpenedService> found = OpenedService.open(Winsvc.SERVICE_ALL_ACCESS);
            if (found.isPresent()) {
                try (OpenedService service = found.get()) {
                    stop(service);
                    service.delete();
                }
            }
            ServiceRegistry.remove();
        } catch (ScmException e) {
            throw told(e);
        }
    }

    private static void leaveThePackageAlone() throws InstallationException {
        if (ServiceRegistry.isThePackages()) {
            throw new InstallationException(
                    "the service was installed by the Windows package, which removes it, too: in"
                            + " 'Settings > Apps', or by 'msiexec /x'");
        }
    }

    @Override
    public void start() throws InstallationException {
        try (OpenedService service = installed(Winsvc.SERVICE_START | Winsvc.SERVICE_QUERY_STATUS)) {
            try {
                service.start();
            } catch (ScmException e) {
                if (e.code() != WinError.ERROR_SERVICE_ALREADY_RUNNING) {
                    throw e;
                }
            }
            awaitWatching(service);
        } catch (ScmException e) {
            throw told(e);
        }
    }

    private void awaitWatching(OpenedService service) throws ScmException, InstallationException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (Kernel32.INSTANCE.WaitNamedPipe(pipe, (int) POLL_MILLIS)) {
                return;
            }
            if (service.status().dwProcessId == 0) {
                break;
            }
            pause();
        }
        throw new InstallationException("the service has not begun to watch; the newest log in " + logs + " says why");
    }

    @Override
    public void stop() throws InstallationException {
        try (OpenedService service = installed(Winsvc.SERVICE_STOP | Winsvc.SERVICE_QUERY_STATUS)) {
            stop(service);
        } catch (ScmException e) {
            throw told(e);
        }
    }

    /** Returns when its process has ended: only then its files can be replaced or removed. */
    private static void stop(OpenedService service) throws ScmException, InstallationException {
        int pid = service.status().dwProcessId;
        if (pid == 0) {
            return;
        }
        HANDLE process = Kernel32.INSTANCE.OpenProcess(WinNT.SYNCHRONIZE, false, pid);
        try {
            service.stop();
        } catch (ScmException e) {
            boolean ends = e.code() == WinError.ERROR_SERVICE_NOT_ACTIVE
                    || e.code() == WinError.ERROR_SERVICE_CANNOT_ACCEPT_CTRL;
            if (!ends) {
                throw e;
            }
        }
        if (process == null) {
            return;
        }
        try (OwnedHandle opened = new OwnedHandle(process)) {
            if (Kernel32.INSTANCE.WaitForSingleObject(opened.get(), (int) LIMIT.toMillis()) != 0) {
                throw new InstallationException("the service has not ended within " + LIMIT.toSeconds()
                        + " s; end the process " + pid + " with the Task Manager");
            }
        }
    }

    @Override
    public ServiceState state() throws InstallationException {
        try {
            Optional<OpenedService> found = OpenedService.open(Winsvc.SERVICE_QUERY_STATUS);
            if (found.isEmpty()) {
                return ServiceState.NOT_INSTALLED;
            }
            try (OpenedService service = found.get()) {
                return state(service.status());
            }
        } catch (ScmException e) {
            throw told(e);
        }
    }

    /** A service without a process is stopped, whatever else is said of it. */
    static ServiceState state(SERVICE_STATUS_PROCESS status) {
        if (status.dwProcessId == 0) {
            return status.dwWin32ExitCode == WinError.ERROR_SUCCESS
                            || status.dwWin32ExitCode == WinError.ERROR_SERVICE_NEVER_STARTED
                    ? ServiceState.STOPPED
                    : ServiceState.FAILED;
        }
        return switch (status.dwCurrentState) {
            case Winsvc.SERVICE_START_PENDING -> ServiceState.STARTING;
            case Winsvc.SERVICE_STOP_PENDING -> ServiceState.STOPPING;
            case Winsvc.SERVICE_STOPPED -> ServiceState.STOPPED;
            default -> ServiceState.RUNNING;
        };
    }

    private static OpenedService installed(int rights) throws ScmException {
        return OpenedService.open(rights).orElseThrow(() -> new ScmException(WinError.ERROR_SERVICE_DOES_NOT_EXIST));
    }

    private static InstallationException told(ScmException refusal) {
        return new InstallationException(refusal.getMessage(), refusal);
    }

    private static void pause() throws InstallationException {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstallationException("interrupted while the service was starting", e);
        }
    }
}
