package org.synwarden.control;

import java.util.List;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.RuleObject;

/** Answers what is asked about incidents and sockets itself, and leaves what is to be done to somebody else. Any thread. */
public abstract class ForwardedResponses implements Requests {
    private final ResponseRequests responses;

    /** Leaves it to that one. */
    protected ForwardedResponses(ResponseRequests responses) {
        this.responses = responses;
    }

    @Override
    public final List<RuleObject> rules() throws RequestException {
        return responses.rules();
    }

    @Override
    public final RuleObject block(BlockOrder order) throws RequestException {
        return responses.block(order);
    }

    @Override
    public final void unblock(String ruleId) throws RequestException {
        responses.unblock(ruleId);
    }

    @Override
    public final void unblockAll() throws RequestException {
        responses.unblockAll();
    }

    @Override
    public final List<ApprovalObject> approvals() throws RequestException {
        return responses.approvals();
    }

    @Override
    public final ApprovalObject approve(ApprovalOrder order) throws RequestException {
        return responses.approve(order);
    }

    @Override
    public final void disapprove(String approvalId) throws RequestException {
        responses.disapprove(approvalId);
    }

    @Override
    public List<ActionObject> act(ProcessOrder order) throws RequestException {
        return responses.act(order);
    }
}
