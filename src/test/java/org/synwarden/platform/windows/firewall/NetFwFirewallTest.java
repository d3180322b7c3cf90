package org.synwarden.platform.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.Lifetime;
import org.synwarden.respond.ResponseException;
import org.synwarden.respond.SomeBlocks;

class NetFwFirewallTest {
    private static final String ZOE = "S-1-5-21-1-2-3-1001";

    private final FakePolicy policy = new FakePolicy();
    private final NetFwFirewall firewall = new NetFwFirewall(
            policy,
            service -> service.equals("Spooler"),
            () -> new ProgramPath(Map.of("C:", "\\Device\\HarddiskVolume3"), path -> path),
            () -> 5_000);

    @Test
    void listsItsRulesOldestFirstAndNoOthers() throws ResponseException {
        policy.held.add(foreign("Core Networking"));
        BlockRule late = rule("late", 445, 2_000);
        BlockRule early = rule("early", 139, 1_000);
        firewall.block(late);
        firewall.block(early);
        assertThat(firewall.rules()).containsExactly(early, late);
    }

    @Test
    void aBlockUntilTheRestartIsOverOnceThePcHasStartedAgain() throws ResponseException {
        firewall.block(rule("before", 445, 4_000).lasting(Lifetime.UNTIL_RESTART));
        firewall.block(rule("since", 445, 6_000).lasting(Lifetime.UNTIL_RESTART));
        assertThat(firewall.rules())
                .extracting(BlockRule::lifetime)
                .containsExactly(Lifetime.RESTARTED, Lifetime.UNTIL_RESTART);
    }

    @Test
    void aRuleThatSomebodySwitchedOffSaysSo() throws ResponseException {
        firewall.block(rule("off", 445, 4_000));
        policy.held.set(0, changed(policy.held.get(0), policy.held.get(0).remoteAddresses(), false));
        assertThat(firewall.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.flaw()).contains("it is switched off"));
    }

    @Test
    void removesOnlyItsOwnRules() throws ResponseException {
        FirewallRule foreign = foreign("SynWarden a1");
        policy.held.add(foreign);
        firewall.unblock("a1");
        assertThat(policy.held).containsExactly(foreign);
        firewall.block(rule("b2", 445, 1));
        firewall.unblock("b2");
        firewall.unblock("b2");
        assertThat(policy.held).containsExactly(foreign);
    }

    @Test
    void saysSoWhenARuleStays() throws ResponseException {
        firewall.block(rule("a1", 445, 1));
        policy.removes = false;
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> firewall.unblock("a1"))
                .withMessage("Windows Firewall still lists the rule 'SynWarden a1'; remove it in"
                        + " 'Windows Defender Firewall with Advanced Security' (wf.msc)");
    }

    @Test
    void blocksNothingWhileTheFirewallIsOff() {
        policy.on = false;
        assertRefused("Windows Firewall is turned off for the network this PC is in; nothing was blocked."
                + " Turn it on, or end the program instead.");
        assertThat(policy.held).isEmpty();
    }

    @Test
    void doesNotClaimABlockThatTheFirewallDoesNotHold() {
        policy.whenAdding = rule -> foreign("something else");
        assertRefused("Windows Firewall took the rule 'SynWarden a1' but does not list it; nothing was blocked."
                + " A policy of this PC may forbid local rules: ask its administrator.");
    }

    @Test
    void takesARuleBackThatTheFirewallChanged() {
        policy.whenAdding = rule -> changed(rule, rule.remoteAddresses(), false);
        assertRefused("Windows Firewall changed the rule 'SynWarden a1' into another, so it was removed again;"
                + " nothing was blocked. End the program instead.");
        assertThat(policy.held).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            80070005 | Windows lets only administrators change its firewall; nothing was blocked. Start the tray as administrator or ask the service to do it.
            80004001 | Windows Firewall is not available on this PC: this system does not implement its rules (0x80004001); nothing was blocked. End the program instead, or block the port at the router.
            80040154 | Windows Firewall is not available on this PC: this system does not implement its rules (0x80040154); nothing was blocked. End the program instead, or block the port at the router.
            800706D9 | Windows Firewall is not available on this PC: its service (mpssvc) does not run (0x800706D9); nothing was blocked. Start the service 'Windows Defender Firewall', or end the program instead.
            80070422 | Windows Firewall is not available on this PC: its service (mpssvc) does not run (0x80070422); nothing was blocked. Start the service 'Windows Defender Firewall', or end the program instead.
            800401F0 | Windows Firewall was asked before COM was ready on this thread (0x800401F0); nothing was blocked. That is a fault in SynWarden: restart it and report it.
            80004005 | Windows Firewall is not available on this PC: it does not answer as it should (0x80004005); nothing was blocked. End the program instead, or block the port at the router.
            """)
    void saysInOneLineWhyNothingWasBlockedAndWhatToDo(String code, String line) {
        policy.failure = Optional.of(Integer.parseUnsignedInt(code, 16));
        assertRefused(line);
    }

    @Test
    void aPathOfTheKernelIsStoredAsTheFirewallKnowsIt() throws ResponseException {
        BlockRule stored = firewall.block(SomeBlocks.program("a1", "\\Device\\HarddiskVolume3\\Tools\\nc.exe"));
        assertThat(stored.scope().program()).contains("C:\\Tools\\nc.exe");
        assertThat(policy.held.get(0).applicationName()).isEqualTo("C:\\Tools\\nc.exe");
    }

    @Test
    void aServiceIsBlockedWhereTheFirewallCanTellItFromOthers() throws ResponseException {
        firewall.block(SomeBlocks.of("a1", SomeBlocks.service("Spooler"), 1));
        assertThat(policy.held.get(0).serviceName()).isEqualTo("Spooler");
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> firewall.block(SomeBlocks.of("a2", SomeBlocks.service("CDPUserSvc_1bf5729"), 1)))
                .withMessage("the service 'CDPUserSvc_1bf5729' has no security id of its own, so the firewall cannot"
                        + " tell it from others in its process; nothing was blocked. Block the port instead: --port N");
    }

    @Test
    void anAppIsBlockedByItsContainer() throws ResponseException {
        firewall.block(SomeBlocks.of("a1", SomeBlocks.app("Microsoft.MicrosoftEdge_8wekyb3d8bbwe"), 1));
        assertThat(policy.held.get(0).localAppPackageId()).startsWith("S-1-15-2-3624051433-");
    }

    @Test
    void aUsersTrafficIsNotBlockedHere() {
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> firewall.block(SomeBlocks.of("a1", SomeBlocks.user("zoe"), 1)))
                .withMessageEndingWith("Block the program or the port instead.");
    }

    private static BlockRule madeBy(String account) {
        BlockRule block = SomeBlocks.program("a1", "C:\\Tools\\nc.exe");
        return new BlockRule(
                block.id(),
                block.scope(),
                block.destination(),
                block.lifetime(),
                block.createdAt(),
                block.incident(),
                Optional.of(account),
                block.reason());
    }

    @Test
    void aUsersBlockOfAProgramStopsThatUserOnlyAndSaysSo() throws ResponseException {
        BlockRule stored = firewall.block(madeBy(ZOE));
        assertThat(policy.held.get(0).localUserAuthorizedList()).isEqualTo("O:LSD:(A;;CC;;;" + ZOE + ")");
        assertThat(stored.scope().user()).contains(ZOE);
        assertThat(firewall.rules()).containsExactly(stored);
    }

    @Test
    void anAdministratorsBlockIsForEverybody() throws ResponseException {
        firewall.block(SomeBlocks.program("a1", "C:\\Tools\\nc.exe"));
        assertThat(policy.held.get(0).localUserAuthorizedList()).isEmpty();
    }

    @Test
    void aUsersBlockThatReadsBackAsEverybodysOrAnothersIsTakenBack() {
        for (String list : List.of("", "O:LSD:(A;;CC;;;S-1-5-21-1-2-3-1002)", "O:LSD:(A;;CC;;;WD)")) {
            policy.whenAdding = rule -> ofUsers(rule, list);
            assertThatExceptionOfType(ResponseException.class)
                    .isThrownBy(() -> firewall.block(madeBy(ZOE)))
                    .withMessageContaining("into another, so it was removed again; nothing was blocked");
            assertThat(policy.held).isEmpty();
        }
    }

    @Test
    void theSameListWrittenInAnotherWayIsTheSame() throws ResponseException {
        policy.whenAdding = rule -> ofUsers(rule, "D:(A;;0x1;;;" + ZOE + ")");
        assertThat(firewall.block(madeBy(ZOE)).scope().user()).contains(ZOE);
    }

    @Test
    void aMakerWithoutASecurityIdIsRefused() {
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> firewall.block(madeBy("1000")))
                .withMessageEndingWith("nothing was blocked");
        assertThat(policy.held).isEmpty();
    }

    private static FirewallRule ofUsers(FirewallRule rule, String list) {
        return new FirewallRule(
                rule.name(),
                rule.description(),
                rule.grouping(),
                rule.applicationName(),
                rule.serviceName(),
                rule.localAppPackageId(),
                list,
                rule.protocol(),
                rule.remotePorts(),
                rule.remoteAddresses(),
                rule.direction(),
                rule.action(),
                rule.profiles(),
                rule.enabled());
    }

    @Test
    void aRuleThatReachesElsewhereThanWasAskedForIsTakenBack() {
        policy.whenAdding = rule -> changed(rule, "10.0.0.0/255.0.0.0", true);
        assertRefused("Windows Firewall changed the rule 'SynWarden a1' into another, so it was removed again;"
                + " nothing was blocked. End the program instead.");
        assertThat(policy.held).isEmpty();
    }

    @Test
    void allOfOurRulesGoEvenThoseThatWereChangedByHand() throws ResponseException {
        FirewallRule foreign = foreign("SynWarden a1");
        policy.held.add(foreign);
        firewall.block(rule("b2", 445, 1));
        policy.held.add(changed(policy.held.get(1), "10.0.0.0/255.0.0.0", false));
        assertThat(firewall.unblockAll()).isEqualTo(2);
        assertThat(policy.held).containsExactly(foreign);
    }

    @Test
    void saysWhatStandsInTheWayOfItsRules() throws ResponseException {
        assertThat(firewall.obstacle()).isEmpty();
        policy.overridden = true;
        assertThat(firewall.obstacle())
                .contains("a group policy stands above local rules: ask the administrator of this PC");
        policy.others = List.of("Acme Wall");
        assertThat(firewall.obstacle()).contains("another firewall is at work (Acme Wall): block it there");
        policy.on = false;
        assertThat(firewall.obstacle())
                .contains("Windows Firewall is turned off for the network this PC is in: turn it on");
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> firewall.block(rule("a1", 445, 1)))
                .withMessage(message);
    }

    private static BlockRule rule(String id, int port, long createdAt) {
        return SomeBlocks.port(id, port, createdAt);
    }

    private static FirewallRule foreign(String name) {
        return new FirewallRule(
                name, "SynWarden rule a1, made never: x", "Others", "", "", "", "", 6, "80", "*", 2, 0, 1, true);
    }

    private static FirewallRule changed(FirewallRule rule, String remoteAddresses, boolean enabled) {
        return new FirewallRule(
                rule.name(),
                rule.description(),
                rule.grouping(),
                rule.applicationName(),
                rule.serviceName(),
                rule.localAppPackageId(),
                rule.localUserAuthorizedList(),
                rule.protocol(),
                rule.remotePorts(),
                remoteAddresses,
                rule.direction(),
                rule.action(),
                rule.profiles(),
                enabled);
    }

    /** A firewall in memory, which can be told to misbehave. */
    private static final class FakePolicy implements FirewallPolicy {
        private final List<FirewallRule> held = new ArrayList<>();
        private UnaryOperator<FirewallRule> whenAdding = UnaryOperator.identity();
        private Optional<Integer> failure = Optional.empty();
        private boolean on = true;
        private boolean overridden;
        private List<String> others = List.of();
        private boolean removes = true;

        @Override
        public boolean isOn() throws FirewallException {
            failIfTold();
            return on;
        }

        @Override
        public boolean isOverridden() {
            return overridden;
        }

        @Override
        public List<String> otherFirewalls() {
            return others;
        }

        @Override
        public List<FirewallRule> rules(String group) throws FirewallException {
            failIfTold();
            return held.stream().filter(rule -> rule.grouping().equals(group)).toList();
        }

        @Override
        public void add(FirewallRule rule) throws FirewallException {
            failIfTold();
            held.add(whenAdding.apply(rule));
        }

        @Override
        public void remove(String name) throws FirewallException {
            failIfTold();
            held.stream()
                    .filter(rule -> removes && rule.name().equals(name))
                    .findFirst()
                    .ifPresent(held::remove);
        }

        private void failIfTold() throws FirewallException {
            if (failure.isPresent()) {
                throw new FirewallException(failure.get(), null);
            }
        }
    }
}
