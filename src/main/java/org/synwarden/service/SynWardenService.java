package org.synwarden.service;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.control.ControlServer;
import org.synwarden.watchdog.Responses;
import org.synwarden.watchdog.WatchListener;
import org.synwarden.watchdog.Watchdog;

/** The watchdog with its control server: runs from {@link #start} to {@link #close}. */
public final class SynWardenService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SynWardenService.class);

    private final Watchdog watchdog;
    private final ControlServer server;

    private SynWardenService(Watchdog watchdog, ControlServer server) {
        this.watchdog = watchdog;
        this.server = server;
    }

    /**
     * Begins to watch and to answer clients.
     *
     * @throws IOException when clients could not reach it: another service runs, or no rights; the message says what to do
     */
    public static SynWardenService start(HostPlatform platform) throws IOException {
        String version = Product.version();
        Announcer announcer = new Announcer();
        Responses responses = new Responses(platform.firewall(), platform.actions(), platform.approvals());
        Watchdog watchdog = new Watchdog(
                version,
                platform.sockets(),
                platform.processes(),
                platform.sources().get(),
                responses,
                announcer);
        ControlServer server = new ControlServer(platform.transport(), watchdog, new DisplayFilters(), version);
        announcer.tell(server);
        watchdog.start();
        try {
            server.start();
        } catch (IOException e) {
            watchdog.close();
            throw e;
        }
        return new SynWardenService(watchdog, server);
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
        LOG.info("SynWarden has stopped");
    }

    /** Sends incidents to the clients the moment they change, and to the log when they open and close. */
    private static final class Announcer implements WatchListener {
        private volatile Runnable changed = () -> {};

        void tell(ControlServer server) {
            changed = server::incidentsChanged;
        }

        @Override
        public void attempt(AttemptObject attempt) {
            // clients read attempts as rows of the socket table
        }

        @Override
        public void incidentOpened(IncidentObject incident) {
            changed.run();
            if (incident.test()) {
                LOG.warn("Incident {} is a test: nothing has happened", incident.id());
                return;
            }
            LOG.warn("Incident {} ({}): {}", incident.id(), culprit(incident), inALog(incident.explanation()));
        }

        @Override
        public void incidentGrew(IncidentObject incident) {
            // counts travel with the next message of each subscription
        }

        @Override
        public void incidentClosed(IncidentObject incident) {
            changed.run();
            LOG.info("Incident {} is over: {} attempts in all", incident.id(), incident.totalAttempts());
        }

        private static String culprit(IncidentObject incident) {
            return inALog(incident.image()
                    .or(() -> incident.process().map(process -> process.name() + ", pid " + process.pid()))
                    .orElse(incident.host()));
        }

        /** Names of programs are foreign text, and must not forge lines. */
        private static String inALog(String text) {
            return text.replaceAll("\\p{Cntrl}", "?");
        }
    }
}
