package org.synwarden.platform.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Destination;
import org.synwarden.respond.Lifetime;
import org.synwarden.respond.SomeBlocks;

class RuleTranslationTest {
    private static final long MADE = 1_767_225_600_123_456_789L;
    private static final BlockRule ROUTER_RULE = new BlockRule(
            "a1b2",
            BlockScope.ofPort(Protocol.TCP, 445),
            Destination.EVERYWHERE,
            Lifetime.FOR_GOOD,
            MADE,
            Optional.empty(),
            "SYN flood to 400 addresses");
    private static final BlockRule PROGRAM_RULE = new BlockRule(
            "c3d4",
            BlockScope.ofProgram("C:\\Users\\Jörg\\worm.exe"),
            Destination.INTERNET,
            Lifetime.until(MADE + 3_600_000_000_000L),
            MADE,
            Optional.of("7"),
            "");

    @Test
    void writesARuleThatBlocksAPortForEveryProgramOnEveryNetwork() {
        assertThat(RuleTranslation.toFirewall(ROUTER_RULE))
                .isEqualTo(new FirewallRule(
                        "SynWarden a1b2",
                        "SynWarden rule a1b2, made 2026-01-01T00:00:00.123456789Z: SYN flood to 400 addresses",
                        "SynWarden",
                        "",
                        "",
                        "",
                        "",
                        6,
                        "445",
                        "*",
                        2,
                        0,
                        0x7FFFFFFF,
                        true));
    }

    @Test
    void writesARuleThatBlocksWhatAProgramSendsToTheInternetForAnHour() {
        FirewallRule rule = RuleTranslation.toFirewall(PROGRAM_RULE);
        assertThat(rule.description())
                .isEqualTo("SynWarden rule c3d4, made 2026-01-01T00:00:00.123456789Z,"
                        + " until 2026-01-01T01:00:00.123456789Z, incident 7: ");
        assertThat(rule.applicationName()).isEqualTo("C:\\Users\\Jörg\\worm.exe");
        assertThat(rule.protocol()).isEqualTo(256);
        assertThat(rule.remotePorts()).isEmpty();
        assertThat(rule.remoteAddresses())
                .startsWith("1.0.0.0-9.255.255.255,11.0.0.0-")
                .doesNotContain("*");
    }

    @Test
    void carriesHowLongItStandsAndWhy() {
        for (Lifetime lifetime : List.of(Lifetime.FOR_GOOD, Lifetime.UNTIL_RESTART, Lifetime.until(MADE))) {
            BlockRule rule = ROUTER_RULE.lasting(lifetime);
            assertThat(RuleTranslation.toBlock(RuleTranslation.toFirewall(rule)))
                    .contains(rule);
        }
        BlockRule users = new BlockRule(
                "e5",
                BlockScope.ofProgram("C:\\Users\\zoe\\worm.exe"),
                Destination.INTERNET,
                Lifetime.until(MADE),
                MADE,
                Optional.of("7"),
                Optional.of("S-1-5-21-1-2-3-1001"),
                "scan");
        assertThat(RuleTranslation.toBlock(RuleTranslation.toFirewall(users))).contains(users);
        BlockRule forged = withReason(", by S-1-5-21-1-2-3-1001: x");
        assertThat(RuleTranslation.toBlock(RuleTranslation.toFirewall(forged)))
                .hasValueSatisfying(read -> assertThat(read.maker()).isEmpty());
        BlockRule misleading = withReason(", until restart, incident 9: x");
        assertThat(RuleTranslation.toBlock(RuleTranslation.toFirewall(misleading)))
                .hasValueSatisfying(read -> assertThat(read.lifetime()).isEqualTo(Lifetime.FOR_GOOD));
    }

    @Test
    void readsBackServicesAndApps() {
        for (BlockScope scope : List.of(SomeBlocks.service("Spooler"), SomeBlocks.app("S-1-15-2-1-2-3-4-5-6-7"))) {
            BlockRule rule = SomeBlocks.of("a1", scope, MADE);
            assertThat(RuleTranslation.toBlock(RuleTranslation.toFirewall(rule)))
                    .contains(rule);
        }
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
        assertThat(RuleTranslation.toBlock(changed(PROGRAM_RULE, 256, "*"))).contains(PROGRAM_RULE);
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
                "SynWarden rule a1b2, made 2026-01-01T00:00:00Z, until dawn: x",
                "SynWarden rule a-b, made 2026-01-01T00:00:00Z: x",
                "SynWarden rule a1b2, made +1000000000-12-31T23:59:59Z: x"
            })
    void listsNoRuleWithADescriptionThatIsNotOurs(String description) {
        FirewallRule rule = RuleTranslation.toFirewall(ROUTER_RULE);
        FirewallRule changed = changed(rule, description, rule.protocol(), rule.remotePorts());
        assertThat(RuleTranslation.toBlock(changed)).isEmpty();
    }

    private static BlockRule withReason(String reason) {
        return new BlockRule(
                "a1b2",
                BlockScope.ofPort(Protocol.TCP, 445),
                Destination.EVERYWHERE,
                Lifetime.FOR_GOOD,
                MADE,
                Optional.empty(),
                reason);
    }

    private static FirewallRule changed(BlockRule block, int protocol, String ports) {
        FirewallRule rule = RuleTranslation.toFirewall(block);
        return changed(rule, rule.description(), protocol, ports);
    }

    private static FirewallRule changed(FirewallRule rule, String description, int protocol, String ports) {
        return new FirewallRule(
                rule.name(),
                description,
                rule.grouping(),
                rule.applicationName(),
                rule.serviceName(),
                rule.localAppPackageId(),
                rule.localUserAuthorizedList(),
                protocol,
                ports,
                rule.remoteAddresses(),
                rule.direction(),
                rule.action(),
                rule.profiles(),
                rule.enabled());
    }
}
