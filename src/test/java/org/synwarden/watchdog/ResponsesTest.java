package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.RequestException;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ResponseException;

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
        RuleObject rule = responses.block(Optional.empty(), OptionalInt.of(445), "worm");
        assertThat(rule.remotePort()).contains(445);
        assertThat(responses.rules()).containsExactly(rule);
        responses.unblock(rule.id());
        assertThat(responses.rules()).isEmpty();
    }

    @Test
    void aFirewallThatRefusesIsNeverReportedAsDone() {
        firewall.refuses = true;
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.block(Optional.empty(), OptionalInt.of(445), "worm"))
                .withMessage("the firewall is not available; kill the program instead");
    }

    @Test
    void unblockingWhatIsNotBlockedIsSaid() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.unblock("NONE"))
                .withMessageContaining("'synwarden rules' lists what is blocked");
    }

    @Test
    void aBlockOfEverythingOrOfAnImpossiblePortIsRefused() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.block(Optional.empty(), OptionalInt.empty(), ""));
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> responses.block(Optional.empty(), OptionalInt.of(65_536), ""));
        assertThat(firewall.rules).isEmpty();
    }

    @Test
    void aKillNamesTheInstanceAndNotOnlyThePid() throws RequestException {
        responses.kill(4312, "18446744073709", "");
        assertThat(killed).containsExactly(new ProcessKey(4312, 18_446_744_073_709L));
        assertThatExceptionOfType(RequestException.class).isThrownBy(() -> responses.kill(4312, "x", ""));
    }

    private static final class StubFirewall implements Firewall {
        private final List<BlockRule> rules = new ArrayList<>();
        private boolean refuses;

        @Override
        public void block(BlockRule rule) throws ResponseException {
            if (refuses) {
                throw new ResponseException("the firewall is not available; kill the program instead");
            }
            rules.add(rule);
        }

        @Override
        public void unblock(String id) {
            rules.removeIf(rule -> rule.id().equals(id));
        }

        @Override
        public List<BlockRule> rules() {
            return List.copyOf(rules);
        }
    }
}
