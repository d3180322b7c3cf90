package org.synwarden.control;

import java.util.List;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.RuleObject;

/** What can be asked to be done about a culprit. Any thread; calls may block until the answer is there. */
public interface ResponseRequests {
    /** Our rules as the firewall holds them. */
    List<RuleObject> rules() throws RequestException;

    /**
     * Stops traffic. Whether the block acts is watched for 10 s from then on, and told in {@link #rules}.
     *
     * @return the rule as the firewall holds it
     */
    RuleObject block(BlockOrder order) throws RequestException;

    /** Removes one of our rules. */
    void unblock(String ruleId) throws RequestException;

    /** Removes all of our rules, those that somebody changed by hand included. */
    void unblockAll() throws RequestException;

    /** What is approved, in the order of approval. */
    List<ApprovalObject> approvals() throws RequestException;

    /**
     * Approves an image: its red incidents become amber and mute.
     *
     * @return the approval as it was stored
     */
    ApprovalObject approve(ApprovalOrder order) throws RequestException;

    /** Takes an approval back. */
    void disapprove(String approvalId) throws RequestException;

    /**
     * Acts on exactly that process instance, or on it and its descendants.
     *
     * @return what came of it, the process itself first; of a tree also who was left out and why
     * @throws RequestException when the process itself was refused
     */
    List<ActionObject> act(ProcessOrder order) throws RequestException;

    /**
     * Ends exactly that process instance.
     *
     * @param startToken as the contract writes it, decimal text
     * @param path the image path the asker saw, empty when none was known
     */
    default void kill(int pid, String startToken, String path) throws RequestException {
        act(new ProcessOrder(ProcessOrder.Action.KILL, pid, startToken, path, false));
    }
}
