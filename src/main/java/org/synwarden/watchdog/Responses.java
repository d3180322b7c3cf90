package org.synwarden.watchdog;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.RequestException;
import org.synwarden.observation.Observation;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ProcessActions;
import org.synwarden.respond.SelfHarm;

/** What can be done about a culprit: stop its traffic, or end or suspend it. Callable from any thread. */
public final class Responses implements AutoCloseable {
    private final Blocks blocks;
    private final ProcessOrders processes;

    /** Responds through that firewall and those processes. */
    public Responses(Firewall firewall, ProcessActions actions) {
        blocks = new Blocks(firewall, new SelfHarm(ownPrograms()), new HostClock()::now);
        processes = new ProcessOrders(actions);
    }

    private static Set<String> ownPrograms() {
        return Stream.of(ProcessHandle.current())
                .flatMap(self -> self.info().command().stream())
                .collect(Collectors.toSet());
    }

    /** From now on blocks are watched for whether they act. */
    void watchWith(Witness witness) {
        blocks.watchWith(witness);
    }

    /** One fact, on the thread that judges; never waits. */
    void heard(Observation observation) {
        blocks.heard(observation);
    }

    /** Time has passed; never waits. */
    void tick() {
        blocks.tick();
    }

    /** Our rules as the firewall holds them. */
    public List<RuleObject> rules() throws RequestException {
        return blocks.rules();
    }

    /**
     * Stops traffic.
     *
     * @return the rule as it was stored
     */
    public RuleObject block(BlockOrder order) throws RequestException {
        return blocks.block(order);
    }

    /** Removes one of our rules; one that is not there is said so. */
    public void unblock(String ruleId) throws RequestException {
        blocks.unblock(ruleId);
    }

    /** Removes all that is ours. */
    public void unblockAll() throws RequestException {
        blocks.unblockAll();
    }

    /** Acts on a process, or on it and its descendants. */
    public List<ActionObject> act(ProcessOrder order) throws RequestException {
        return processes.carryOut(order);
    }

    @Override
    public void close() {
        blocks.close();
    }
}
