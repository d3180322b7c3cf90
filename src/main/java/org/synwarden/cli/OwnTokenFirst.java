package org.synwarden.cli;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.Dossier;
import org.synwarden.control.Evidence;
import org.synwarden.control.ForwardedResponses;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.control.SnoozeOrder;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.respond.ProcessActions;
import org.synwarden.respond.ProcessControl;
import org.synwarden.watchdog.ProcessOrders;

/**
 * Acts on processes with the user's own rights, so that nobody needs to be an administrator to end their own programs; what
 * those rights do not reach, process by process, and everything else, is asked of the service.
 */
final class OwnTokenFirst extends ForwardedResponses {
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
        ProcessControl whoeverMay = new OwnThenService(own, service);
        return new ProcessOrders(new ProcessActions(catalog, whoeverMay)).carryOut(order);
    }

    @Override
    public StatusObject status() throws RequestException {
        return service.status();
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
