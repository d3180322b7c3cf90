package org.synwarden.platform.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.net.Protocol;
import org.synwarden.platform.windows.Wine;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.ResponseException;

/** The firewall of the PC that runs the test; on real Windows it needs an administrator and leaves nothing behind. */
@EnabledOnOs(OS.WINDOWS)
class NetFwFirewallWindowsTest {
    /** A port of the discard protocol, which nothing on a test machine needs. */
    private static final BlockRule RULE = new BlockRule(
            "selftest", Optional.of(image()), Protocol.TCP, OptionalInt.of(9), 1_767_225_600_000_000_000L, "self-test");

    private static final BlockRule ROUTER_RULE = new BlockRule(
            "selftest2", Optional.empty(), Protocol.UDP, OptionalInt.of(9), 1_767_225_600_000_000_001L, "self-test");

    private final NetFwFirewall firewall = new NetFwFirewall();

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#isWithoutFirewall")
    void saysUnderWineThatThereIsNoFirewall(TestReporter reporter) {
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> firewall.block(RULE))
                .withMessageMatching("Windows Firewall is not available on this PC: this system does not implement its"
                        + " rules \\(0x[0-9A-F]{8}\\); nothing was blocked\\. End the program instead, or block the"
                        + " port at the router\\.")
                .satisfies(failure -> reporter.publishEntry("message", failure.getMessage()));
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(firewall::rules)
                .withMessageContaining("the rules cannot be listed");
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> firewall.unblock("selftest"))
                .withMessageContaining("the rule selftest was not removed");
    }

    @Test
    @DisabledIf("org.synwarden.platform.windows.Wine#isWithoutFirewall")
    void blocksListsAndUnblocks() throws ResponseException {
        List<BlockRule> before = firewall.rules();
        firewall.block(RULE);
        firewall.block(ROUTER_RULE);
        assertThat(firewall.rules()).contains(RULE, ROUTER_RULE).containsAll(before);
        firewall.unblock(RULE.id());
        assertThat(firewall.rules()).contains(ROUTER_RULE).doesNotContain(RULE);
        firewall.unblock(ROUTER_RULE.id());
        assertThat(firewall.rules()).isEqualTo(before);
    }

    @AfterEach
    void leaveNothingBehind() throws ResponseException {
        if (!Wine.isWithoutFirewall()) {
            firewall.unblock(RULE.id());
            firewall.unblock(ROUTER_RULE.id());
        }
    }

    private static String image() {
        return ProcessHandle.current().info().command().orElse("C:\\Windows\\System32\\where.exe");
    }
}
