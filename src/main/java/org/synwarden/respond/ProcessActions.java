package org.synwarden.respond;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.process.ProcessTree;

/**
 * Acts on one process, or on it and its descendants. A tree that is to be ended is suspended first, from the root down,
 * until no new process appears in it, at most {@value #ROUNDS} times: so nobody in it starts others while they are ended.
 * Then it is ended from the leaves up. Any thread.
 */
public final class ProcessActions {
    static final int ROUNDS = 8;

    private final ProcessCatalog catalog;
    private final ProcessControl control;

    /** Acts through that control on the processes of that catalog. */
    public ProcessActions(ProcessCatalog catalog, ProcessControl control) {
        this.catalog = catalog;
        this.control = control;
    }

    /**
     * Acts on that process only.
     *
     * @param path the image path that the user saw, or empty when none was known
     * @throws ResponseException when it was not done
     */
    public ActionResult carryOut(ProcessAction action, ProcessKey key, String path) throws ResponseException {
        ProcessInstance process = described(key);
        action.carryOut(control, key, path);
        return new ActionResult(process, Optional.empty());
    }

    /**
     * Acts on that process and on what descends from it. Descendants that may not be touched are left out, which the
     * result says; those of them that end by themselves meanwhile are not told of.
     *
     * @throws ResponseException when the first process itself was refused; nothing was done then
     */
    public List<ActionResult> carryOutOnTree(ProcessAction action, ProcessKey root, String path)
            throws ResponseException {
        ProcessAction first = action == ProcessAction.KILL ? ProcessAction.SUSPEND : action;
        Set<ProcessKey> listed = new LinkedHashSet<>(ProcessTree.below(root, catalog.list()));
        Map<ProcessKey, ActionResult> tree = new LinkedHashMap<>();
        tree.put(root, carryOut(first, root, path));
        if (first == ProcessAction.SUSPEND) {
            listed.addAll(newIn(tree, root)); // what it started until it stood still
        }
        for (int round = 0; round < ROUNDS && !listed.isEmpty(); round++) {
            listed.forEach(key -> tree.computeIfAbsent(key, met -> attempt(first, described(met))));
            listed = first == ProcessAction.SUSPEND ? newIn(tree, root) : Set.of();
        }
        if (action == ProcessAction.KILL) {
            end(tree);
        }
        return tree.values().stream()
                .filter(result -> result.isDone()
                        || result.process().key().equals(root)
                        || isThere(result.process().key()))
                .toList();
    }

    private Set<ProcessKey> newIn(Map<ProcessKey, ActionResult> tree, ProcessKey root) {
        return ProcessTree.below(root, catalog.list()).stream()
                .filter(key -> !tree.containsKey(key))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void end(Map<ProcessKey, ActionResult> tree) {
        List<ProcessKey> leavesFirst = new ArrayList<>(tree.keySet());
        Collections.reverse(leavesFirst);
        for (ProcessKey key : leavesFirst) {
            tree.computeIfPresent(key, (same, result) -> result.isDone() ? end(result.process()) : result);
        }
    }

    private ActionResult end(ProcessInstance process) {
        ActionResult result = attempt(ProcessAction.KILL, process);
        return result.isDone() || !isThere(process.key()) ? result : goingOn(result);
    }

    /** What could not be ended shall not stay suspended either. */
    private ActionResult goingOn(ActionResult refused) {
        attempt(ProcessAction.RESUME, refused.process());
        return refused;
    }

    private ActionResult attempt(ProcessAction action, ProcessInstance process) {
        try {
            action.carryOut(control, process.key(), process.path().orElse(""));
            return new ActionResult(process, Optional.empty());
        } catch (ResponseException refused) {
            return new ActionResult(process, Optional.of(String.valueOf(refused.getMessage())));
        }
    }

    private boolean isThere(ProcessKey key) {
        return catalog.find(key.pid()).filter(key::equals).isPresent();
    }

    private ProcessInstance described(ProcessKey key) {
        return catalog.describe(key).orElseGet(() -> ProcessInstance.unknown(key));
    }
}
