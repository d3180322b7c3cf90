package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SomeRules;
import org.synwarden.net.Protocol;

/** The cells of the table in {@code docs/security.md} that tell what a user may block and undo. */
class UserBlocksTest {
    private static final Caller ZOE = MemoryTransport.USER;
    private static final Caller MALLORY = MemoryTransport.user("mallory", "1001");
    private static final IncidentObject OPEN = FakeWatchdog.incident("7", 31);
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<Duration> AN_HOUR = Optional.of(Duration.ofHours(1));

    private static BlockOrder order(
            Optional<String> program,
            Optional<String> user,
            int port,
            Optional<Duration> time,
            Optional<String> incident) {
        return new BlockOrder(
                program,
                NONE,
                NONE,
                user,
                Optional.of(Protocol.TCP),
                Optional.of(port),
                false,
                time,
                false,
                incident,
                "r");
    }

    private static BlockOrder ofAccount(String user) {
        return order(NONE, Optional.of(user), 445, AN_HOUR, Optional.of("7"));
    }

    private static BlockOrder ofProgram(String path) {
        return order(Optional.of(path), NONE, 445, AN_HOUR, Optional.of("7"));
    }

    private static Optional<String> refusal(Caller caller, BlockOrder order) {
        return UserBlocks.refusal(caller, order, List.of(OPEN), List.of());
    }

    private static void assertRefused(Optional<String> refusal, String why) {
        assertThat(refusal)
                .hasValueSatisfying(text -> assertThat(text).contains(why).contains("ask an administrator"));
    }

    @Test
    void aUserBlocksThePortOfItsOwnOpenIncidentForItsAccount() {
        assertThat(refusal(ZOE, ofAccount("zoe"))).isEmpty();
        assertThat(refusal(ZOE, ofAccount("1000"))).isEmpty();
    }

    @Test
    void aUserBlocksThePortOfItsOwnOpenIncidentForItsProgram() {
        assertThat(refusal(ZOE, ofProgram("/tmp/worm"))).isEmpty();
    }

    @Test
    void ofManyShortLivedProcessesItIsTheirProgramThatIsBlockedAndNotTheirParent() {
        IncidentObject siblings = FakeWatchdog.incidentOf("/tmp/nc");
        BlockOrder parent = ofProgram("/tmp/worm");
        assertRefused(
                UserBlocks.refusal(ZOE, parent, List.of(siblings), List.of()),
                "the program of the incident or the own");
        assertThat(UserBlocks.refusal(ZOE, ofProgram("/tmp/nc"), List.of(siblings), List.of()))
                .isEmpty();
    }

    @Test
    void withoutAnIncidentAUserBlocksNothing() {
        assertRefused(refusal(ZOE, order(NONE, Optional.of("zoe"), 445, AN_HOUR, NONE)), "name it (--incident ID)");
        assertRefused(
                refusal(ZOE, order(NONE, Optional.of("zoe"), 445, AN_HOUR, Optional.of("8"))),
                "name it (--incident ID)");
    }

    @Test
    void anIncidentThatIsOverGivesNoRight() {
        IncidentObject closed = OPEN.inState("closed");
        assertRefused(UserBlocks.refusal(ZOE, ofAccount("zoe"), List.of(closed), List.of()), "is over");
    }

    @Test
    void anothersIncidentAndOneOfNobodyGiveNoRight() {
        assertRefused(refusal(MALLORY, ofAccount("mallory")), "is not known to run as you");
        IncidentObject ownerless = OPEN.withProcess(Optional.empty());
        assertRefused(
                UserBlocks.refusal(ZOE, ofAccount("zoe"), List.of(ownerless), List.of()), "is not known to run as you");
    }

    @Test
    void aPortThatTheIncidentDoesNotNameStaysOpen() {
        BlockOrder https = order(NONE, Optional.of("zoe"), 443, AN_HOUR, Optional.of("7"));
        assertRefused(refusal(ZOE, https), "[445]");
    }

    @Test
    void thePortOfAnotherProtocolStaysOpen() {
        BlockOrder udp = new BlockOrder(
                NONE,
                NONE,
                NONE,
                Optional.of("zoe"),
                Optional.of(Protocol.UDP),
                Optional.of(445),
                false,
                AN_HOUR,
                false,
                Optional.of("7"),
                "r");
        assertRefused(refusal(ZOE, udp), "TCP [445]");
    }

    @Test
    void aUsersBlockLastsAnHourAtMost() {
        BlockOrder longer =
                order(NONE, Optional.of("zoe"), 445, Optional.of(Duration.ofSeconds(3_601)), Optional.of("7"));
        BlockOrder forGood = order(NONE, Optional.of("zoe"), 445, Optional.empty(), Optional.of("7"));
        assertRefused(refusal(ZOE, longer), "--for 1h");
        assertRefused(refusal(ZOE, forGood), "--for 1h");
    }

    @Test
    void anothersAccountOrProgramAndEverybodysPortAreNotBlocked() {
        assertRefused(refusal(ZOE, ofAccount("mallory")), "the program of the incident or the own account");
        assertRefused(refusal(ZOE, ofProgram("/usr/bin/firefox")), "the program of the incident or the own account");
        assertRefused(
                refusal(ZOE, order(NONE, NONE, 445, AN_HOUR, Optional.of("7"))),
                "for everybody unless it is said for whom");
        BlockOrder both = order(Optional.of("/usr/bin/firefox"), Optional.of("zoe"), 445, AN_HOUR, Optional.of("7"));
        assertRefused(refusal(ZOE, both), "no other");
    }

    @Test
    void aServiceIsNotAUsersToBlock() {
        BlockOrder spooler = new BlockOrder(
                NONE,
                Optional.of("Spooler"),
                NONE,
                Optional.of("zoe"),
                Optional.of(Protocol.TCP),
                Optional.of(445),
                false,
                AN_HOUR,
                false,
                Optional.of("7"),
                "r");
        assertRefused(refusal(ZOE, spooler), "no service and no app");
    }

    @Test
    void nobodyFillsTheFirewall() {
        List<RuleObject> sixteen = IntStream.range(0, UserBlocks.MOST)
                .mapToObj(i -> SomeRules.byUser("a" + i, "1000", 1_000 + i, FakeWatchdog.START))
                .toList();
        assertRefused(UserBlocks.refusal(ZOE, ofAccount("zoe"), List.of(OPEN), sixteen), "you have 16 rules already");
        assertThat(UserBlocks.refusal(ZOE, ofAccount("zoe"), List.of(OPEN), sixteen.subList(0, 15)))
                .isEmpty();
    }

    @Test
    void aUserUndoesWhatItMadeAndNothingElse() {
        RuleObject zoes = SomeRules.byUser("a1", "1000", 445, FakeWatchdog.START);
        RuleObject administrators =
                SomeRules.rule("b2", Optional.of("/tmp/worm"), Optional.empty(), FakeWatchdog.START, "by hand");
        List<RuleObject> rules = List.of(zoes, administrators);
        assertThat(UserBlocks.refusalToUndo(ZOE, rules, "a1")).isEmpty();
        assertRefused(UserBlocks.refusalToUndo(MALLORY, rules, "a1"), "you have made no rule a1");
        assertRefused(UserBlocks.refusalToUndo(ZOE, rules, "b2"), "you have made no rule b2");
        assertRefused(UserBlocks.refusalToUndo(ZOE, rules, "c3"), "you have made no rule c3");
        assertRefused(Optional.of(UserBlocks.refusalToUndoAll().orElseThrow()), "name a rule that you made");
    }
}
