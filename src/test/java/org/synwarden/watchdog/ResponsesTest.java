package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.ProcessOrder.Action;
import org.synwarden.control.RequestException;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ProcessActions;
import org.synwarden.respond.StubProcesses;

class ResponsesTest {
    private final StubFirewall firewall = new StubFirewall();
    private final StubProcesses processes = new StubProcesses();
    private final Responses responses = new Responses(
            firewall,
            new ProcessActions(processes, processes),
            new Approvals(Path.of("/nowhere/synwarden"), folder -> true));

    @AfterEach
    void close() {
        responses.close();
    }

    @Test
    void aBlockIsAnsweredWithTheRuleThatWasStored() throws RequestException {
        RuleObject rule = responses.block(BlockOrder.ofPort(445, true, "worm"));
        assertThat(rule.remotePort()).contains(445);
        assertThat(responses.rules()).containsExactly(rule);
        responses.unblock(rule.id());
        assertThat(responses.rules()).isEmpty();
    }

    @Test
    void aFirewallThatRefusesIsNeverReportedAsDone() {
        firewall.refuses = true;
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.block(BlockOrder.ofPort(445, true, "worm")))
                .withMessage("the firewall is not available; kill the program instead");
    }

    @Test
    void unblockingWhatIsNotBlockedIsSaid() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.unblock("NONE"))
                .withMessageContaining("'synwarden rules' lists what is blocked");
    }

    @Test
    void aBlockOfAnImpossiblePortIsRefused() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.block(BlockOrder.ofPort(65_536, true, "")));
        assertThat(firewall.rules).isEmpty();
    }

    @Test
    void aBlockThatWouldHurtThisPcNeverReachesTheFirewall() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.block(BlockOrder.ofPort(53, true, "worm")))
                .withMessage("not blocked: without port 53 no program on this PC finds a name: block the program,"
                        + " or kill it");
        assertThat(firewall.rules).isEmpty();
    }

    @Test
    void allRulesGoAtOnce() throws RequestException {
        responses.block(BlockOrder.ofPort(445, true, "worm"));
        responses.block(BlockOrder.ofPort(139, true, "worm"));
        responses.unblockAll();
        assertThat(responses.rules()).isEmpty();
    }

    @Test
    void anActionNamesTheInstanceAndNotOnlyThePid() throws RequestException {
        ProcessKey worm = processes.start(4312, 1, 7);
        assertThat(responses.act(order(Action.KILL, 4312, "7", false)))
                .containsExactly(new ActionObject("kill", true, Optional.empty(), object(worm)));
        assertThat(processes.acts).containsExactly("kill 4312");
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.act(order(Action.KILL, 4312, "x", false)))
                .withMessage("a start token is a decimal number, not 'x'");
    }

    @Test
    void aRefusalIsToldInItsWords() {
        processes.start(1, 0, 1);
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.act(order(Action.SUSPEND, 1, "1", true)))
                .withMessage("1 is left alone");
    }

    @Test
    void whoWasLeftOutOfATreeIsTold() throws RequestException {
        ProcessKey worm = processes.start(4312, 1, 7);
        ProcessKey spared = processes.start(13, 4312, 8);
        processes.untouchable.add(13);
        assertThat(responses.act(order(Action.SUSPEND, 4312, "7", true)))
                .containsExactly(
                        new ActionObject("suspend", true, Optional.empty(), object(worm)),
                        new ActionObject("suspend", false, Optional.of("13 is left alone"), object(spared)));
    }

    private static ProcessObject object(ProcessKey key) {
        return new ProcessObject(
                key.pid(),
                Long.toString(key.startToken()),
                "program" + key.pid(),
                Optional.of("/bin/program" + key.pid()),
                Optional.empty());
    }

    private static ProcessOrder order(Action action, int pid, String startToken, boolean tree) {
        return new ProcessOrder(action, pid, startToken, "", tree);
    }
}
