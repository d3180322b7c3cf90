package org.synwarden.cli;

import java.util.List;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.ApprovalOrder;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.respond.ProcessActions;
import org.synwarden.respond.ProcessControl;
import org.synwarden.watchdog.ProcessOrders;

/**
 * Acts on processes with the user's own rights, so that nobody needs to be an administrator to end their own programs; what
 * those rights do not reach, process by process, and everything else, is asked of the service.
 */
record OwnTokenFirst(Requests service, ProcessCatalog catalog, ProcessControl own) implements Requests {
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
    public List<IncidentObject> incidents() throws RequestException {
        return service.incidents();
    }

    @Override
    public List<RuleObject> rules() throws RequestException {
        return service.rules();
    }

    @Override
    public RuleObject block(BlockOrder order) throws RequestException {
        return service.block(order);
    }

    @Override
    public void unblock(String ruleId) throws RequestException {
        service.unblock(ruleId);
    }

    @Override
    public void unblockAll() throws RequestException {
        service.unblockAll();
    }

    @Override
    public List<ApprovalObject> approvals() throws RequestException {
        return service.approvals();
    }

    @Override
    public ApprovalObject approve(ApprovalOrder order) throws RequestException {
        return service.approve(order);
    }

    @Override
    public void disapprove(String approvalId) throws RequestException {
        service.disapprove(approvalId);
    }
}
