package org.synwarden.cli;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.ControlClient;
import org.synwarden.control.ForwardedResponses;
import org.synwarden.control.ProcessReport;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.control.Requests;
import org.synwarden.control.SnoozeOrder;
import org.synwarden.history.StoredHistory;
import org.synwarden.service.HostPlatform;
import org.synwarden.service.Product;
import org.synwarden.watchdog.PastRequests;
import org.synwarden.watchdog.Responses;

/** Asks the service, or, where none runs, does in this process what this process may do. */
final class ServiceAccess implements AutoCloseable {
    private final Requests requests;
    private final AutoCloseable connection;

    private ServiceAccess(Requests requests, AutoCloseable connection) {
        this.requests = requests;
        this.connection = connection;
    }

    /** Whoever can answer. */
    static ServiceAccess open(HostPlatform platform) {
        try {
            ControlClient client = ControlClient.connect(platform.transport(), Product.version(), reason -> {});
            return new ServiceAccess(new OwnTokenFirst(client, platform.processes(), platform.control()), client);
        } catch (RequestException absent) {
            WithoutService alone = new WithoutService(platform, String.valueOf(absent.getMessage()));
            return new ServiceAccess(alone, alone);
        }
    }

    Requests requests() {
        return requests;
    }

    @Override
    public void close() throws CommandException {
        try {
            connection.close();
        } catch (Exception e) {
            throw new CommandException("the connection to the service did not close: " + e.getMessage(), e);
        }
    }

    /** What can be done without a service: respond, and look at the socket table. */
    private static final class WithoutService extends ForwardedResponses implements AutoCloseable {
        private final Responses responses;
        private final StoredHistory history;
        private final String absent;

        WithoutService(HostPlatform platform, String absent) {
            this(
                    new Responses(platform.firewall(), platform.actions(), platform.approvals()),
                    platform.storedHistory(),
                    absent);
        }

        private WithoutService(Responses responses, StoredHistory history, String absent) {
            super(responses);
            this.responses = responses;
            this.history = history;
            this.absent = absent;
        }

        @Override
        public StatusObject status() throws RequestException {
            throw absent();
        }

        @Override
        public List<RateObject> rates() throws RequestException {
            throw absent();
        }

        @Override
        public List<SocketObject> sockets() throws RequestException {
            throw absent();
        }

        @Override
        public List<PacketObject> packets(OptionalLong after, int most) throws RequestException {
            throw absent();
        }

        @Override
        public List<LogLineObject> log() throws RequestException {
            throw absent();
        }

        @Override
        public List<IncidentObject> incidents() throws RequestException {
            throw absent();
        }

        @Override
        public SnoozeObject snooze(SnoozeOrder order) throws RequestException {
            throw absent();
        }

        @Override
        public List<SnoozeObject> snoozes() throws RequestException {
            throw absent();
        }

        @Override
        public void endSnooze(String snoozeId) throws RequestException {
            throw absent();
        }

        @Override
        public IncidentObject testAlert() throws RequestException {
            throw absent();
        }

        @Override
        public ActionObject report(ProcessReport report) throws RequestException {
            throw absent();
        }

        @Override
        public List<IncidentObject> incidents(Instant since) throws RequestException {
            return past().incidents(since);
        }

        @Override
        public List<MeasureObject> measures(Instant since) throws RequestException {
            return past().measures(since);
        }

        @Override
        public Dossier incident(String id) throws RequestException {
            return past().incident(id)
                    .orElseThrow(() -> new RequestException(Code.NOT_FOUND, "no incident " + id + " was recorded"));
        }

        @Override
        public Evidence evidence(String incidentId) throws RequestException {
            throw absent();
        }

        @Override
        public AnswerObject who(QuestionObject question) throws RequestException {
            return past().who(question).noting("the service is not running; this is what it had recorded");
        }

        /** What a service has recorded, for those who may read it. */
        private PastRequests past() throws RequestException {
            if (!history.isReadable()) {
                throw new RequestException(
                        Code.DISCONNECTED,
                        absent + "; without it, only what was recorded in " + history.path()
                                + " can be asked, by administrators (on Linux root), and there is nothing that may be read");
            }
            return new PastRequests(history);
        }

        private RequestException absent() {
            return new RequestException(Code.DISCONNECTED, absent);
        }

        @Override
        public void close() {
            responses.close();
        }
    }
}
