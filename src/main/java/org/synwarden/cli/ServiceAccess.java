package org.synwarden.cli;

import java.util.List;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.ControlClient;
import org.synwarden.control.ForwardedResponses;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.control.Requests;
import org.synwarden.control.SnoozeOrder;
import org.synwarden.service.HostPlatform;
import org.synwarden.service.Product;
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
        private final String absent;

        WithoutService(HostPlatform platform, String absent) {
            this(new Responses(platform.firewall(), platform.actions(), platform.approvals()), absent);
        }

        private WithoutService(Responses responses, String absent) {
            super(responses);
            this.responses = responses;
            this.absent = absent;
        }

        @Override
        public StatusObject status() throws RequestException {
            throw absent();
        }

        @Override
        public List<SocketObject> sockets() throws RequestException {
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

        private RequestException absent() {
            return new RequestException(Code.DISCONNECTED, absent);
        }

        @Override
        public void close() {
            responses.close();
        }
    }
}
