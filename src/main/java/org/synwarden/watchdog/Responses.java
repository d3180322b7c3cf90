package org.synwarden.watchdog;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ProcessControl;
import org.synwarden.respond.ResponseException;
import org.synwarden.respond.SelfHarm;

/** What can be done about a culprit: stop its traffic, or end it. Callable from any thread. */
public final class Responses implements AutoCloseable {
    private final Blocks blocks;
    private final ProcessControl processes;

    /** Responds through that firewall and those processes. */
    public Responses(Firewall firewall, ProcessControl processes) {
        blocks = new Blocks(firewall, new SelfHarm(ownPrograms()), new HostClock()::now);
        this.processes = processes;
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

    /** Ends exactly that process instance. */
    public void kill(int pid, String startToken, String path) throws RequestException {
        long token;
        try {
            token = Long.parseLong(startToken);
        } catch (NumberFormatException e) {
            throw new RequestException(
                    Code.MALFORMED, "a start token is a decimal number, not '" + startToken + "'", e);
        }
        try {
            processes.kill(new ProcessKey(pid, token), path);
        } catch (ResponseException e) {
            throw new RequestException(Code.FAILED, e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        blocks.close();
    }
}
