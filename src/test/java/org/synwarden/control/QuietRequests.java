package org.synwarden.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;

/**
 * A stand-in for a watchdog on whose PC nothing happens, for tests: there is nothing to list, and whatever else is asked was
 * not expected by the test.
 */
public class QuietRequests implements Requests {
    @Override
    public StatusObject status() throws RequestException {
        return new StatusObject("0.1.0", Instant.EPOCH, List.of(), List.of(), 0, 0, Optional.empty(), List.of());
    }

    @Override
    public List<RateObject> rates() {
        return List.of();
    }

    @Override
    public List<SocketObject> sockets() {
        return List.of();
    }

    @Override
    public List<IncidentObject> incidents(Instant since) throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MeasureObject> measures(Instant since) throws RequestException {
        return List.of();
    }

    @Override
    public Dossier incident(String id) throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Evidence evidence(String incidentId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AnswerObject who(QuestionObject question) throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<IncidentObject> incidents() {
        return List.of();
    }

    @Override
    public List<PacketObject> packets(OptionalLong after, int most) {
        return List.of();
    }

    @Override
    public List<LogLineObject> log() {
        return List.of();
    }

    @Override
    public List<RuleObject> rules() {
        return List.of();
    }

    @Override
    public RuleObject block(BlockOrder order) throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public SnoozeObject snooze(SnoozeOrder order) throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SnoozeObject> snoozes() throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void endSnooze(String snoozeId) throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public IncidentObject testAlert() throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public ActionObject report(ProcessReport report) throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unblockAll() throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ApprovalObject> approvals() throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public ApprovalObject approve(ApprovalOrder order) throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void disapprove(String approvalId) throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unblock(String ruleId) throws RequestException {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ActionObject> act(ProcessOrder order) throws RequestException {
        throw new UnsupportedOperationException();
    }
}
