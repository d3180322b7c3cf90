package org.synwarden.watchdog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.ApprovalOrder;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.ResponseRequests;
import org.synwarden.detect.Exemptions;
import org.synwarden.observation.Observation;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ProcessActions;
import org.synwarden.respond.SelfHarm;

/** What can be done about a culprit: stop its traffic, end or suspend it, or approve it. Callable from any thread. */
public final class Responses implements ResponseRequests, AutoCloseable {
    private final Blocks blocks;
    private final ProcessOrders processes;
    private final Approvals approvals;
    private final Snoozes snoozes = new Snoozes(new HostClock()::now);
    private volatile Optional<Returns> returns = Optional.empty();
    private volatile Exemptions approved = Exemptions.NONE;
    private final AtomicReference<Optional<Exemptions>> exempt = new AtomicReference<>(Optional.empty());

    /** Responds through that firewall and those processes, and keeps what is approved. */
    public Responses(Firewall firewall, ProcessActions actions, Approvals approvals) {
        this.approvals = approvals;
        blocks = new Blocks(firewall, new SelfHarm(ownPrograms()), new HostClock()::now, Responses::wallClock);
        processes = new ProcessOrders(actions);
    }

    private static long wallClock() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
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

    /** From now on that hears what became of blocks without anybody asking for it; must not wait. */
    void tellFates(BiConsumer<BlockRule, RuleFate> listener) {
        blocks.tellFates(listener);
    }

    /** From now on that hears of what answers an incident. */
    void tellAnswers(Returns listener) {
        returns = Optional.of(listener);
    }

    /** One fact, on the thread that judges; never waits. */
    void heard(Observation observation) {
        blocks.heard(observation);
    }

    /** Time has passed; never waits for the firewall. */
    void tick() {
        blocks.tick();
        lookAtExemptions();
    }

    /** Reads the approvals if they have changed since the last look; so, too, for what is snoozed. On one thread. */
    void lookAtExemptions() {
        Optional<Exemptions> read = approvals.changed();
        read.ifPresent(now -> approved = now);
        if (snoozes.haveChanged() || read.isPresent()) {
            exempt.set(Optional.of(new Exemptions(approved.approvals(), snoozes.current())));
        }
    }

    /** What is quiet for everybody. */
    Snoozes snoozes() {
        return snoozes;
    }

    /** What is exempt from now on; empty when that has not changed since it was last asked. */
    Optional<Exemptions> newlyExempt() {
        return exempt.getAndSet(Optional.empty());
    }

    /** Why nothing is approved, where that has a reason. */
    Optional<String> approvalsFault() {
        return approvals.fault();
    }

    @Override
    public List<ApprovalObject> approvals() throws RequestException {
        return approvals.all();
    }

    @Override
    public ApprovalObject approve(ApprovalOrder order) throws RequestException {
        return approvals.approve(order);
    }

    @Override
    public void disapprove(String approvalId) throws RequestException {
        approvals.disapprove(approvalId);
    }

    @Override
    public List<RuleObject> rules() throws RequestException {
        return blocks.rules();
    }

    @Override
    public RuleObject block(BlockOrder order) throws RequestException {
        RuleObject made = blocks.block(order);
        returns.ifPresent(one -> one.blocked(order));
        return made;
    }

    @Override
    public void unblock(String ruleId) throws RequestException {
        blocks.unblock(ruleId);
    }

    @Override
    public void unblockAll() throws RequestException {
        blocks.unblockAll();
    }

    @Override
    public List<ActionObject> act(ProcessOrder order) throws RequestException {
        List<ActionObject> done = processes.carryOut(order);
        if (order.action() == ProcessOrder.Action.KILL) {
            returns.ifPresent(one -> done.stream()
                    .filter(ActionObject::done)
                    .map(ActionObject::process)
                    .forEach(one::killed));
        }
        return done;
    }

    /** A client has ended that process without this. */
    void endedByOthers(ProcessObject process) {
        returns.ifPresent(one -> one.killed(process));
    }

    @Override
    public void close() {
        blocks.close();
    }
}
