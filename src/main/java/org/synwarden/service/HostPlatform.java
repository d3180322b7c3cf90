package org.synwarden.service;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.synwarden.capture.LiveCapture;
import org.synwarden.control.Transport;
import org.synwarden.export.LoggedEvent;
import org.synwarden.history.StoredHistory;
import org.synwarden.installation.InstallationException;
import org.synwarden.installation.ServiceControl;
import org.synwarden.observation.ObservationStream;
import org.synwarden.platform.linux.desktop.LinuxDesktop;
import org.synwarden.platform.linux.firewall.NftFirewall;
import org.synwarden.platform.linux.network.LinuxNetwork;
import org.synwarden.platform.linux.process.LinuxProcessCatalog;
import org.synwarden.platform.linux.process.LinuxProcessControl;
import org.synwarden.platform.linux.sockdiag.LinuxSocketTable;
import org.synwarden.platform.linux.systemd.RootsOwn;
import org.synwarden.platform.linux.systemd.SystemdService;
import org.synwarden.platform.linux.tracefs.TracefsKernelEvents;
import org.synwarden.platform.linux.unixsocket.UnixSocketTransport;
import org.synwarden.platform.windows.desktop.WindowsDesktop;
import org.synwarden.platform.windows.etw.EtwKernelEvents;
import org.synwarden.platform.windows.eventlog.ApplicationLog;
import org.synwarden.platform.windows.firewall.NetFwFirewall;
import org.synwarden.platform.windows.iphelper.IpHelperSocketTable;
import org.synwarden.platform.windows.iphelper.WindowsNetwork;
import org.synwarden.platform.windows.pipe.InstalledServiceCheck;
import org.synwarden.platform.windows.pipe.NamedPipeTransport;
import org.synwarden.platform.windows.power.Awakenings;
import org.synwarden.platform.windows.process.WindowsProcessCatalog;
import org.synwarden.platform.windows.process.WindowsProcessControl;
import org.synwarden.platform.windows.scm.AdministratorsOwn;
import org.synwarden.platform.windows.scm.WindowsService;
import org.synwarden.platform.windows.session.SessionMessages;
import org.synwarden.platform.windows.system.SystemFolder;
import org.synwarden.platform.windows.token.FileOwner;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ProcessActions;
import org.synwarden.respond.ProcessControl;
import org.synwarden.sockets.SocketTable;
import org.synwarden.tray.Desktop;
import org.synwarden.watchdog.Approvals;
import org.synwarden.watchdog.HostSource;
import org.synwarden.watchdog.LiveSettings;

/**
 * What this operating system offers, chosen once.
 *
 * @param sockets its socket table
 * @param processes who processes are
 * @param control ends, suspends and resumes processes
 * @param firewall stops traffic
 * @param transport where clients and the service meet
 * @param approvals what the user has approved
 * @param data the folder for what SynWarden keeps; empty where it may not be used
 * @param sources makes what else it can be watched by
 */
public record HostPlatform(
        SocketTable sockets,
        ProcessCatalog processes,
        ProcessControl control,
        Firewall firewall,
        Transport transport,
        Approvals approvals,
        Optional<Path> data,
        Supplier<List<HostSource>> sources) {
    /**
     * The platform this program runs on, for a program that a user has started.
     *
     * @throws IOException when something this program cannot do without is not there; the message says what to do
     */
    public static HostPlatform current() throws IOException {
        return isWindows() ? windows(EtwKernelEvents.ownSession()) : linux();
    }

    /**
     * The same for the service.
     *
     * @throws IOException when something this program cannot do without is not there; the message says what to do
     */
    public static HostPlatform ofService() throws IOException {
        return isWindows()
                ? windows(EtwKernelEvents.SERVICE_SESSION).after(Hardening.ofWindows(DataFolder.ofWindows()))
                : linux().after(Hardening.ofLinux(DataFolder.ofLinux()));
    }

    /**
     * The settings of this user's SynWarden, or of the service: those in the data folder, unless another file is named here
     * or by the environment variable {@code SYNWARDEN_CONFIG}.
     *
     * @throws IOException when the data folder cannot be found
     */
    public static LiveSettings settings(Optional<Path> named) throws IOException {
        Optional<Path> chosen = named.or(() -> Optional.ofNullable(System.getenv("SYNWARDEN_CONFIG"))
                .filter(not(String::isBlank))
                .map(Path::of));
        return isWindows()
                ? new LiveSettings(
                        chosen.orElse(DataFolder.ofWindows().resolve(LiveSettings.NAME)), FileOwner::isAdministrators)
                : new LiveSettings(chosen.orElse(DataFolder.ofLinux().resolve(LiveSettings.NAME)), DataFolder::isOurs);
    }

    /**
     * Makes the data folder safe and puts settings there, where any are given; for an installation.
     *
     * @param from the path of a file that takes the place of the settings; blank to keep them
     * @param natCapacity how much the router's table holds; blank to leave that as it is
     * @return the file of the settings
     * @throws InstallationException when the folder is not safe, or the settings would not be right
     * @throws IOException when the data folder cannot be found
     */
    public static Path configure(String from, String natCapacity) throws InstallationException, IOException {
        LiveSettings settings = settings(Optional.empty());
        if (isWindows()) {
            new SettingsAtInstallation(DataFolder.ofWindows(), new WindowsFolderSecurity(), settings)
                    .put(from, natCapacity);
        } else {
            new SettingsAtInstallation(DataFolder.ofLinux(), new PosixFolderSecurity(), settings)
                    .put(from, natCapacity);
        }
        return settings.path();
    }

    /**
     * Where the log files of a service are to be.
     *
     * @throws IOException when the data folder cannot be found
     */
    public static Path logFolder() throws IOException {
        return (isWindows() ? DataFolder.ofWindows() : DataFolder.ofLinux()).resolve("logs");
    }

    /** The same without a folder that is not safe, telling also what could not be set right. */
    HostPlatform after(Hardening hardening) {
        return new HostPlatform(
                sockets,
                processes,
                control,
                firewall,
                transport,
                hardening.isDataSafe() ? approvals : approvals.believingNobody(),
                data.filter(any -> hardening.isDataSafe()),
                () -> Stream.concat(sources.get().stream(), hardening.left().stream())
                        .toList());
    }

    /** Whoever starts and stops services on this system. */
    public static ServiceControl serviceControl() {
        if (!isWindows()) {
            return new SystemdService();
        }
        Path data = DataFolder.ofWindows();
        return new WindowsService(
                data.resolve("logs"),
                NamedPipeTransport.SERVICE_PIPE,
                () -> Hardening.secureAtInstallation(data, new WindowsFolderSecurity()));
    }

    /** The desktop of the user who runs this program. */
    public static Desktop desktop() {
        return isWindows()
                ? new WindowsDesktop(() -> OwnInstallation.launcher("synwarden.exe", new AdministratorsOwn()))
                : new LinuxDesktop(() -> OwnInstallation.launcher("synwarden", new RootsOwn()));
    }

    /** Where what the tray remembers for its user is kept. */
    public static Path userSettings() {
        return (isWindows() ? UserFolder.ofWindows() : UserFolder.ofLinux()).resolve("tray.properties");
    }

    /** Where trays of one user find each other; empty on Windows, whose launcher sees to it that there is one a session. */
    public static Optional<Path> trayPlace() {
        return isWindows() ? Optional.empty() : Optional.of(UserFolder.runtimeOfLinux());
    }

    /** How the service reaches a user without a program of its own there; on Linux not at all. */
    static Optional<SessionNotice.Messenger> messenger() {
        return isWindows() ? Optional.of(new WindowsMessenger()) : Optional.empty();
    }

    /** The system's own log, where the service tells what administrators should know; Linux' journal has it from the service's own. */
    static Optional<EventReport.SystemLog> systemLog() {
        return isWindows() ? Optional.of(HostPlatform::writeToWindows) : Optional.empty();
    }

    private static void writeToWindows(LoggedEvent event) throws IOException {
        try (ApplicationLog log = ApplicationLog.open()) {
            ApplicationLog.Type type = switch (event.level()) {
                case INFORMATION -> ApplicationLog.Type.INFORMATION;
                case WARNING -> ApplicationLog.Type.WARNING;
                case ERROR -> ApplicationLog.Type.ERROR;
            };
            log.write(event.kind().id(), type, event.strings());
        }
    }

    private static final class WindowsMessenger implements SessionNotice.Messenger {
        @Override
        public OptionalInt sessionOf(OptionalInt pid) {
            return SessionMessages.sessionOf(pid);
        }

        @Override
        public void show(int session, String title, String body) throws IOException {
            SessionMessages.show(session, title, body);
        }
    }

    /** The history of a service that does not run, for a program that a user has started. */
    public StoredHistory storedHistory() {
        StoredHistory stored = new StoredHistory(data.orElse(Path.of("")));
        if (stored.isReadable()) {
            NativeFolder.useFresh();
        }
        return stored;
    }

    /** What can be done to its processes. */
    public ProcessActions actions() {
        return new ProcessActions(processes, control);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static HostPlatform windows(String traceSession) throws IOException {
        LiveCapture.lookForNpcapIn(SystemFolder.path());
        WindowsProcessCatalog processes = new WindowsProcessCatalog();
        return new HostPlatform(
                new IpHelperSocketTable(processes),
                processes,
                new WindowsProcessControl(),
                new NetFwFirewall(),
                new NamedPipeTransport(
                        NamedPipeTransport.SERVICE_PIPE, new InstalledServiceCheck(NamedPipeTransport.SERVICE_PIPE)),
                new Approvals(DataFolder.ofWindows(), FileOwner::isAdministrators),
                Optional.of(DataFolder.ofWindows()),
                () -> windowsSources(clock -> new EtwKernelEvents(traceSession, processes, clock)));
    }

    private static List<HostSource> windowsSources(Function<LongSupplier, ObservationStream> kernelEvents) {
        WindowsNetwork network = WindowsNetwork.open();
        return List.of(
                new NetworkSource(network::look, network::close),
                new NetworkSource(new SleepWatch(System::currentTimeMillis)),
                new AwakeningSource(Awakenings::new),
                new StreamSource(kernelEvents));
    }

    private static HostPlatform linux() throws IOException {
        LinuxProcessCatalog processes = new LinuxProcessCatalog();
        return new HostPlatform(
                new LinuxSocketTable(processes),
                processes,
                new LinuxProcessControl(processes),
                new NftFirewall(),
                UnixSocketTransport.ofThisPc(),
                new Approvals(DataFolder.ofLinux(), DataFolder::isOurs),
                Optional.of(DataFolder.ofLinux()),
                () -> List.of(
                        new NetworkSource(new LinuxNetwork()::look),
                        new NetworkSource(new SleepWatch(System::currentTimeMillis)),
                        new StreamSource(clock -> new TracefsKernelEvents(processes, clock))));
    }
}
