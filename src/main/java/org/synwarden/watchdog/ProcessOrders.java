package org.synwarden.watchdog;

import java.util.List;
import java.util.Optional;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ActionResult;
import org.synwarden.respond.ProcessAction;
import org.synwarden.respond.ProcessActions;
import org.synwarden.respond.ResponseException;

/** Carries out what is asked to be done to processes. Any thread. */
public final class ProcessOrders {
    private final ProcessActions actions;

    /** Carries it out by those actions. */
    public ProcessOrders(ProcessActions actions) {
        this.actions = actions;
    }

    /** What came of it, the process itself first; an exception when the process itself was refused. */
    public List<ActionObject> carryOut(ProcessOrder order) throws RequestException {
        ProcessKey key = key(order);
        ProcessAction action = action(order.action());
        try {
            List<ActionResult> results = order.tree()
                    ? actions.carryOutOnTree(action, key, order.path())
                    : List.of(actions.carryOut(action, key, order.path()));
            return results.stream()
                    .map(result -> object(order.action(), result))
                    .toList();
        } catch (ResponseException e) {
            throw new RequestException(Code.FAILED, e.getMessage(), e);
        }
    }

    static ProcessKey key(ProcessOrder order) throws RequestException {
        return new ProcessKey(order.pid(), token(order.startToken()));
    }

    private static ProcessAction action(ProcessOrder.Action action) {
        return switch (action) {
            case KILL -> ProcessAction.KILL;
            case SUSPEND -> ProcessAction.SUSPEND;
            case RESUME -> ProcessAction.RESUME;
        };
    }

    private static long token(String text) throws RequestException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new RequestException(Code.MALFORMED, "a start token is a decimal number, not '" + text + "'", e);
        }
    }

    private static ActionObject object(ProcessOrder.Action action, ActionResult result) {
        ProcessObject process = ProcessBook.shown(result.process(), List.of());
        Optional<String> refusal = result.refusal();
        return new ActionObject(action.word(), refusal.isEmpty(), refusal, process);
    }
}
