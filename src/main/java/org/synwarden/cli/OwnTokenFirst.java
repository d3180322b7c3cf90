package org.synwarden.cli;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.ForwardedResponses;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.ProcessReport;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.control.SnoozeOrder;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.respond.ProcessActions;
import org.synwarden.respond.ProcessControl;
import org.synwarden.watchdog.ProcessOrders;

/**
 * Acts on processes with the user's own rights, so that nobody needs to be an administrator to end their own programs; what
 * those rights do not reach, process by process, and everything else, is asked of the service. What was done with the
 * user's own rights is reported to it, so that it is remembered.
 */
final class OwnTokenFirst extends ForwardedResponses {
    private static final Logger LOG = LoggerFactory.getLogger(OwnTokenFirst.class);

    private final Requests service;
    private final ProcessCatalog catalog;
    private final ProcessControl own;

    /** The user's own rights are those of {@code own}. */
    OwnTokenFirst(Requests service, ProcessCatalog catalog, ProcessControl own) {
        super(service);
        this.service = service;
        this.catalog = catalog;
        this.own = own;
    }

    @Override
    public List<ActionObject> act(ProcessOrder order) throws RequestException {
        Set<String> without = new HashSet<>();
        ProcessControl whoeverMay = new OwnThenService(own, service, (action, key) -> {
            if (action == order.action()) {
                without.add(instance(key.pid(), Long.toString(key.startToken())));
            }
        });
        List<ActionObject> results = new ProcessOrders(new ProcessActions(catalog, whoeverMay)).carryOut(order);
        results.stream()
                .filter(ActionObject::done)
                .map(ActionObject::process)
                .filter(process -> without.contains(instance(process.pid(), process.startToken())))
                .forEach(process -> report(order.action(), process));
        return results;
    }

    private static String instance(int pid, String startToken) {
        return pid + " " + startToken;
    }

    /** Once all is done, so that a tree never waits for it. The deed stands, whatever the service makes of the report. */
    private void report(ProcessOrder.Action action, ProcessObject process) {
        try {
            service.report(ProcessReport.of(new ProcessOrder(
                    action, process.pid(), process.startToken(), process.path().orElse(""), false)));
        } catch (RequestException unheard) {
            LOG.debug("the service takes no note of it: {}", unheard.getMessage());
        }
    }

    @Override
    public ActionObject report(ProcessReport report) throws RequestException {
        return service.report(report);
    }

    @Override
    public StatusObject status() throws RequestException {
        return service.status();
    }

    @Override
    public List<RateObject> rates() throws RequestException {
        return service.rates();
    }

    @Override
    public List<SocketObject> sockets() throws RequestException {
        return service.sockets();
    }

    @Override
    public List<PacketObject> packets(OptionalLong after, int most) throws RequestException {
        return service.packets(after, most);
    }

    @Override
    public List<LogLineObject> log() throws RequestException {
        return service.log();
    }

    @Override
    public List<IncidentObject> incidents() throws RequestException {
        return service.incidents();
    }

    @Override
    public SnoozeObject snooze(SnoozeOrder order) throws RequestException {
        return service.snooze(order);
    }

    @Override
    public List<SnoozeObject> snoozes() throws RequestException {
        return service.snoozes();
    }

    @Override
    public void endSnooze(String snoozeId) throws RequestException {
        service.endSnooze(snoozeId);
    }

    @Override
    public IncidentObject testAlert() throws RequestException {
        return service.testAlert();
    }

    @Override
    public List<IncidentObject> incidents(Instant since) throws RequestException {
        return service.incidents(since);
    }

    @Override
    public List<MeasureObject> measures(Instant since) throws RequestException {
        return service.measures(since);
    }

    @Override
    public Dossier incident(String id) throws RequestException {
        return service.incident(id);
    }

    @Override
    public Evidence evidence(String incidentId) throws RequestException {
        return service.evidence(incidentId);
    }

    @Override
    public AnswerObject who(QuestionObject question) throws RequestException {
        return service.who(question);
    }
}
