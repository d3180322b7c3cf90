package org.synwarden.platform.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.WinNT.HRESULT;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Destination;
import org.synwarden.respond.Lifetime;
import org.synwarden.respond.ResponseException;
import org.synwarden.respond.SomeBlocks;

/** The firewall of the PC that runs the test; on real Windows it needs an administrator and leaves nothing behind. */
@EnabledOnOs(OS.WINDOWS)
class NetFwFirewallWindowsTest {
    private static final long MADE = 1_767_225_600_000_000_000L;

    /** A port of the discard protocol, which nothing on a test machine needs. */
    private static final BlockRule RULE = new BlockRule(
            "selftest",
            BlockScope.ofPort(Protocol.TCP, 9).withProgram(image()),
            Destination.INTERNET,
            Lifetime.until(MADE + 3_600_000_000_000L),
            MADE,
            Optional.of("7"),
            "self-test");

    private static final BlockRule ROUTER_RULE = new BlockRule(
            "selftest2",
            BlockScope.ofPort(Protocol.UDP, 9),
            Destination.EVERYWHERE,
            Lifetime.FOR_GOOD,
            MADE + 1,
            Optional.empty(),
            "self-test");

    /** An app that nobody has. */
    private static final BlockRule APP_RULE = new BlockRule(
            "selftest3",
            SomeBlocks.app("S-1-15-2-1-2-3-4-5-6-7"),
            Destination.INTERNET,
            Lifetime.UNTIL_RESTART,
            MADE + 2,
            Optional.empty(),
            "self-test");

    /** Of a user that no PC has. */
    private static final BlockRule USER_RULE = new BlockRule(
            "selftest4",
            RULE.scope().withUser("S-1-5-21-1-2-3-1001"),
            Destination.INTERNET,
            Lifetime.until(MADE + 3_600_000_000_000L),
            MADE + 3,
            Optional.of("7"),
            Optional.of("S-1-5-21-1-2-3-1001"),
            "self-test");

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
        for (BlockRule rule : List.of(RULE, ROUTER_RULE, APP_RULE)) {
            assertThat(firewall.block(rule)).isEqualTo(rule);
        }
        assertThat(firewall.block(USER_RULE.of(RULE.scope()))).isEqualTo(USER_RULE);
        assertThat(firewall.rules())
                .contains(RULE, ROUTER_RULE, APP_RULE.lasting(Lifetime.RESTARTED), USER_RULE)
                .containsAll(before);
        firewall.unblock(USER_RULE.id());
        firewall.unblock(RULE.id());
        assertThat(firewall.rules()).contains(ROUTER_RULE).doesNotContain(RULE);
        firewall.unblock(ROUTER_RULE.id());
        firewall.unblock(APP_RULE.id());
        assertThat(firewall.rules()).isEqualTo(before);
    }

    @Test
    @DisabledIf("org.synwarden.platform.windows.Wine#isWithoutFirewall")
    void storesExactlyThePropertiesOfTheDesign() throws ResponseException, FirewallException {
        firewall.block(RULE);
        assertThat(new ComFirewallPolicy().rules("SynWarden"))
                .filteredOn(rule -> rule.name().equals("SynWarden selftest"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.description())
                            .isEqualTo("SynWarden rule selftest, made 2026-01-01T00:00:00Z,"
                                    + " until 2026-01-01T01:00:00Z, incident 7: self-test");
                    assertThat(rule.grouping()).isEqualTo("SynWarden");
                    assertThat(rule.applicationName()).isEqualToIgnoringCase(image());
                    assertThat(rule.protocol()).isEqualTo(6);
                    assertThat(rule.remotePorts()).isEqualTo("9");
                    assertThat(RemoteAddresses.destination(rule.remoteAddresses()))
                            .contains(Destination.INTERNET);
                    assertThat(rule.direction()).isEqualTo(FirewallRule.OUT);
                    assertThat(rule.action()).isEqualTo(FirewallRule.BLOCK);
                    assertThat(rule.profiles()).isEqualTo(FirewallRule.ALL_PROFILES);
                    assertThat(rule.enabled()).isTrue();
                });
    }

    @Test
    @DisabledIf("org.synwarden.platform.windows.Wine#isWithoutFirewall")
    void saysWhetherSomethingStandsInItsWay(TestReporter reporter) throws ResponseException {
        reporter.publishEntry("obstacle", firewall.obstacle().orElse("none"));
        assertThat(NetFwFirewall.restartedAt())
                .isBetween(1L, TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasStandInFirewall")
    void hearsOfAnotherFirewallThatHasRegisteredItself() throws FirewallException {
        assertThat(new ComFirewallPolicy().otherFirewalls()).containsExactly("Stand-in Wall");
        assertThat(new ComFirewallPolicy().isOverridden()).isFalse();
    }

    @Test
    @EnabledIf("org.synwarden.platform.windows.Wine#hasStandInFirewall")
    void aRuleThatReadsBackOtherThanWrittenIsAnErrorAndGone() throws ResponseException {
        BlockRule rule = SomeBlocks.port("rewritten", 9, MADE);
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> firewall.block(rule))
                .withMessage("Windows Firewall changed the rule 'SynWarden rewritten' into another, so it was removed"
                        + " again; nothing was blocked. End the program instead.");
        assertThat(firewall.rules()).extracting(BlockRule::id).doesNotContain("rewritten");
    }

    @Test
    void withoutComItIsSaid() {
        COMException unprepared = new COMException("CoCreateInstance", new HRESULT(0x8004_01F0));
        assertThat(new FirewallException(ComObject.code(unprepared), unprepared).explain("nothing was blocked"))
                .startsWith("Windows Firewall was asked before COM was ready on this thread");
    }

    @AfterEach
    void leaveNothingBehind() throws ResponseException {
        if (!Wine.isWithoutFirewall()) {
            firewall.unblock(RULE.id());
            firewall.unblock(ROUTER_RULE.id());
            firewall.unblock(APP_RULE.id());
            firewall.unblock(USER_RULE.id());
        }
    }

    private static String image() {
        return ProcessHandle.current().info().command().orElse("C:\\Windows\\System32\\where.exe");
    }
}
