package org.synwarden.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.control.ControlServer;
import org.synwarden.control.Deed;
import org.synwarden.control.ServerSettings;
import org.synwarden.export.LoggedEvent;
import org.synwarden.history.History;
import org.synwarden.history.HistorySettings;
import org.synwarden.tray.BalloonPolicy;
import org.synwarden.watchdog.LiveSettings;
import org.synwarden.watchdog.Responses;
import org.synwarden.watchdog.Settings;
import org.synwarden.watchdog.WatchListener;
import org.synwarden.watchdog.Watchdog;

/** The watchdog with its control server: runs from {@link #start} to {@link #close}. */
public final class SynWardenService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SynWardenService.class);

    private final Watchdog watchdog;
    private final ControlServer server;
    private final Optional<SessionNotice> notice;
    private final Optional<EventReport> report;

    private SynWardenService(
            Watchdog watchdog, ControlServer server, Optional<SessionNotice> notice, Optional<EventReport> report) {
        this.watchdog = watchdog;
        this.server = server;
        this.notice = notice;
        this.report = report;
    }

    /**
     * Begins to watch and to answer clients. From then on a fault that this service cannot do without ends this process
     * ({@link FatalErrors}). Where the data folder may not be used, no file is read or written: settings are the defaults,
     * nothing is approved, and history and log stay in memory.
     *
     * @param named the settings, unless the data folder may not be used
     * @param logs the folder for log files; empty where standard error is enough
     * @throws IOException when clients could not reach it: another service runs, or no rights; the message says what to do
     */
    public static SynWardenService start(HostPlatform platform, LiveSettings named, Optional<Path> logs)
            throws IOException {
        String version = Product.version();
        LiveSettings settings = settings(platform, named);
        Settings chosen = settings.start();
        ServiceLog log = ServiceLog.start(platform.data().flatMap(safe -> logs), chosen.log());
        settings.tell(now -> log.set(now.log()));
        Optional<EventReport> report = HostPlatform.systemLog().map(EventReport::new);
        Announcer announcer = new Announcer(event -> report.ifPresent(one -> one.tell(event)));
        Responses responses = new Responses(platform.firewall(), platform.actions(), platform.approvals());
        History history = history(platform.data(), chosen.history());
        Watchdog watchdog = new Watchdog(
                version,
                platform.sockets(),
                platform.processes(),
                platform.sources().get(),
                chosen.sources(),
                settings,
                responses,
                history,
                announcer);
        ControlServer server = new ControlServer(
                platform.transport(),
                watchdog,
                new DisplayFilters(),
                deed -> {
                    watchdog.record(deed);
                    announcer.acted(deed);
                },
                new ServerSettings(version, chosen.administratorsOnly()));
        Optional<SessionNotice> notice = HostPlatform.messenger()
                .map(messenger -> new SessionNotice(
                        incident -> !settings.now().sessionNotices() || server.isFollowed(incident),
                        messenger,
                        () -> BalloonPolicy.in(Locale.getDefault())));
        announcer.tell(server, notice);
        notice.ifPresent(SessionNotice::start);
        report.ifPresent(EventReport::start);
        watchdog.keepsLog(log::latest);
        Thread.setDefaultUncaughtExceptionHandler(new FatalErrors(server::close, ProcessEnding.THIS));
        watchdog.start();
        try {
            server.start();
        } catch (IOException e) {
            watchdog.close();
            notice.ifPresent(SessionNotice::close);
            report.ifPresent(EventReport::close);
            throw e;
        }
        report.ifPresent(one -> one.tell(LoggedEvent.started(version)));
        return new SynWardenService(watchdog, server, notice, report);
    }

    private static LiveSettings settings(HostPlatform platform, LiveSettings named) {
        if (platform.data().isEmpty()) {
            LOG.error(
                    "The data folder is not safe: no file is read or written until the next start, the settings are the"
                            + " defaults");
            return named.believingNobody();
        }
        named.writeIfAbsent();
        return named;
    }

    private static History history(Optional<Path> data, HistorySettings settings) {
        if (data.isEmpty()) {
            return History.none();
        }
        NativeFolder.use(data.get());
        return new History(data.get(), settings);
    }

    /** Whether the service still judges what it sees, so that it is worth to be left running. */
    public boolean isJudging() {
        return watchdog.isJudging();
    }

    /** The version that runs. */
    public String version() {
        return Product.version();
    }

    /** Stops within a few seconds; clients are told by the end of their connection. */
    @Override
    public void close() {
        server.close();
        watchdog.close();
        notice.ifPresent(SessionNotice::close);
        report.ifPresent(one -> {
            one.tell(LoggedEvent.stopped(version()));
            one.close();
        });
        LOG.info("SynWarden has stopped");
    }

    /** Sends incidents to the clients the moment they change, to the logs when they open and close, and to the user where no tray does. */
    private static final class Announcer implements WatchListener {
        private final Consumer<LoggedEvent> systemLog;
        private volatile Runnable changed = () -> {};
        private volatile Consumer<IncidentObject> withoutTray = incident -> {};

        Announcer(Consumer<LoggedEvent> systemLog) {
            this.systemLog = systemLog;
        }

        void acted(Deed deed) {
            OptionalInt pid =
                    deed.process().map(one -> OptionalInt.of(one.pid())).orElse(OptionalInt.empty());
            String caller = deed.caller().toString();
            systemLog.accept(
                    deed.done()
                            ? LoggedEvent.done(deed.verb(), deed.target(), pid, caller, deed.incident(), deed.rule())
                            : LoggedEvent.refused(
                                    deed.verb(), deed.target(), pid, caller, deed.incident(), deed.result()));
        }

        void tell(ControlServer server, Optional<SessionNotice> notice) {
            changed = server::incidentsChanged;
            notice.ifPresent(one -> withoutTray = one::heard);
        }

        @Override
        public void attempt(Supplier<AttemptObject> attempt) {
            // clients read attempts as rows of the socket table
        }

        @Override
        public void incidentOpened(IncidentObject incident) {
            changed.run();
            withoutTray.accept(incident);
            systemLog.accept(LoggedEvent.raised(incident));
            if (incident.test()) {
                LOG.warn("Incident {} is a test: nothing has happened", incident.id());
                return;
            }
            LOG.warn("Incident {} ({}): {}", incident.id(), culprit(incident), incident.explanation());
        }

        @Override
        public void incidentGrew(IncidentObject incident) {
            // counts travel with the next message of each subscription
            withoutTray.accept(incident);
        }

        @Override
        public void incidentClosed(IncidentObject incident) {
            changed.run();
            systemLog.accept(LoggedEvent.over(incident));
            LOG.info("Incident {} is over: {} attempts in all", incident.id(), incident.totalAttempts());
        }

        private static String culprit(IncidentObject incident) {
            return incident.image()
                    .or(() -> incident.process().map(process -> process.name() + ", pid " + process.pid()))
                    .orElse(incident.host());
        }
    }
}
