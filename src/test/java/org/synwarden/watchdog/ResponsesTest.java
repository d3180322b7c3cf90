package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.RequestException;
import org.synwarden.process.ProcessKey;

class ResponsesTest {
    private final StubFirewall firewall = new StubFirewall();
    private final List<ProcessKey> killed = new ArrayList<>();
    private final Responses responses = new Responses(firewall, (key, path) -> killed.add(key));

    @AfterEach
    void close() {
        responses.close();
    }

    @Test
    void aBlockIsAnsweredWithTheRuleThatWasStored() throws RequestException {
        RuleObject rule = responses.block(BlockOrder.ofPort(445, "worm"));
        assertThat(rule.remotePort()).contains(445);
        assertThat(responses.rules()).containsExactly(rule);
        responses.unblock(rule.id());
        assertThat(responses.rules()).isEmpty();
    }

    @Test
    void aFirewallThatRefusesIsNeverReportedAsDone() {
        firewall.refuses = true;
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.block(BlockOrder.ofPort(445, "worm")))
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
                .isThrownBy(() -> responses.block(BlockOrder.ofPort(65_536, "")));
        assertThat(firewall.rules).isEmpty();
    }

    @Test
    void aBlockThatWouldHurtThisPcNeverReachesTheFirewall() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.block(BlockOrder.ofPort(53, "worm")))
                .withMessage("not blocked: without port 53 no program on this PC finds a name: block the program,"
                        + " or kill it");
        assertThat(firewall.rules).isEmpty();
    }

    @Test
    void allRulesGoAtOnce() throws RequestException {
        responses.block(BlockOrder.ofPort(445, "worm"));
        responses.block(BlockOrder.ofPort(139, "worm"));
        responses.unblockAll();
        assertThat(responses.rules()).isEmpty();
    }

    @Test
    void aKillNamesTheInstanceAndNotOnlyThePid() throws RequestException {
        responses.kill(4312, "18446744073709", "");
        assertThat(killed).containsExactly(new ProcessKey(4312, 18_446_744_073_709L));
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> responses.kill(4312, "x", ""));
    }
}
