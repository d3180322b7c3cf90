package org.synwarden.platform.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;

class RuleTranslationTest {
    private static final long MADE = 1_767_225_600_123_456_789L;
    private static final BlockRule ROUTER_RULE = new BlockRule(
            "a1b2", Optional.empty(), Protocol.TCP, OptionalInt.of(445), MADE, "SYN flood to 400 addresses");
    private static final BlockRule PROGRAM_RULE = new BlockRule(
            "c3d4", Optional.of("C:\\Users\\Jörg\\worm.exe"), Protocol.UDP, OptionalInt.empty(), MADE, "");

    @Test
    void writesARuleThatBlocksAPortForEveryProgramOnEveryNetwork() {
        assertThat(RuleTranslation.toFirewall(ROUTER_RULE))
                .isEqualTo(new FirewallRule(
                        "SynWarden a1b2",
                        "SynWarden rule a1b2, made 2026-01-01T00:00:00.123456789Z: SYN flood to 400 addresses",
                        "SynWarden",
                        "",
                        6,
                        "445",
                        2,
                        0,
                        0x7FFFFFFF,
                        true));
    }

    @Test
    void readsBackEveryRuleItWrites() {
        assertThat(RuleTranslation.toBlock(RuleTranslation.toFirewall(ROUTER_RULE)))
                .contains(ROUTER_RULE);
        assertThat(RuleTranslation.toBlock(RuleTranslation.toFirewall(PROGRAM_RULE)))
                .contains(PROGRAM_RULE);
    }

    @Test
    void writesNothingIntoTheDescriptionThatTheFirewallRefuses() {
        BlockRule rule = withReason("a|b\r\nc\u0000d\u001B[31m");
        assertThat(RuleTranslation.toFirewall(rule).description()).endsWith(": a/b c d [31m");
    }

    @Test
    void shortensAReasonWithoutEnd() {
        String description =
                RuleTranslation.toFirewall(withReason("x".repeat(10_000))).description();
        assertThat(description).hasSizeLessThan(500).endsWith("x…");
    }

    @Test
    void understandsTheFirewallsWordForEveryPort() {
        assertThat(RuleTranslation.toBlock(changed(PROGRAM_RULE, 17, "*"))).contains(PROGRAM_RULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"445,139", "440-450", "RPC", "99999999999"})
    void listsNoRuleWhosePortsWereChangedByHand(String ports) {
        assertThat(RuleTranslation.toBlock(changed(ROUTER_RULE, 6, ports))).isEmpty();
    }

    @Test
    void listsNoRuleThatWouldStopEverything() {
        assertThat(RuleTranslation.toBlock(changed(ROUTER_RULE, 6, ""))).isEmpty();
        assertThat(RuleTranslation.toBlock(changed(ROUTER_RULE, 256, "445"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "made by hand",
                "SynWarden rule a1b2, made yesterday: x",
                "SynWarden rule a-b, made 2026-01-01T00:00:00Z: x",
                "SynWarden rule a1b2, made +1000000000-12-31T23:59:59Z: x"
            })
    void listsNoRuleWithADescriptionThatIsNotOurs(String description) {
        FirewallRule rule = RuleTranslation.toFirewall(ROUTER_RULE);
        FirewallRule changed = new FirewallRule(
                rule.name(),
                description,
                rule.grouping(),
                rule.applicationName(),
                rule.protocol(),
                rule.remotePorts(),
                rule.direction(),
                rule.action(),
                rule.profiles(),
                rule.enabled());
        assertThat(RuleTranslation.toBlock(changed)).isEmpty();
    }

    private static BlockRule withReason(String reason) {
        return new BlockRule("a1b2", Optional.empty(), Protocol.TCP, OptionalInt.of(445), MADE, reason);
    }

    private static FirewallRule changed(BlockRule block, int protocol, String ports) {
        FirewallRule rule = RuleTranslation.toFirewall(block);
        return new FirewallRule(
                rule.name(),
                rule.description(),
                rule.grouping(),
                rule.applicationName(),
                protocol,
                ports,
                rule.direction(),
                rule.action(),
                rule.profiles(),
                rule.enabled());
    }
}
