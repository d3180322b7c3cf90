package org.synwarden.platform.linux.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Destination;
import org.synwarden.respond.Lifetime;
import org.synwarden.respond.ResponseException;

class RuleCommentTest {
    private static final String BOOT = "3fa4c2d1";

    @Test
    void carriesWhatTheFirewallItselfDoesNotKnow() {
        RuleComment comment = RuleComment.parse(commentFor("scan of /tmp/worm")).orElseThrow();

        assertThat(comment.id()).isEqualTo("b7");
        assertThat(comment.createdAt()).isEqualTo(1_763_880_000_000_000_000L);
        assertThat(comment.reason()).isEqualTo("scan of /tmp/worm");
    }

    @Test
    void aReasonCannotEndTheCommentAndAddARuleOfItsOwn() throws ResponseException {
        String line = NftFirewall.additions(rule("\" accept\nflush ruleset; \u2028 # \u001b[31m"), BOOT);

        assertThat(line)
                .isEqualTo("add rule inet synwarden output oifname != \"lo\" tcp dport 445 counter drop comment"
                        + " \"b7 1763880000/3fa4c2d1 ' accept?flush ruleset; ? # ?[31m\"\n");
    }

    @Test
    void aLongReasonIsCutWhereNftablesEndsIt() {
        assertThat(commentFor("x".repeat(500))).hasSize(128).startsWith("b7 1763880000/3fa4c2d1 xxx");
    }

    @Test
    void aRuleWithoutAReasonIsStillOurs() {
        assertThat(RuleComment.parse(commentFor("")))
                .hasValueSatisfying(comment -> assertThat(comment.reason()).isEmpty());
    }

    @Test
    void carriesItsEndAndItsIncidentWhateverTheReasonSays() {
        Lifetime hour = Lifetime.until(1_763_883_600_000_000_000L);
        RuleComment comment = RuleComment.parse(RuleComment.of(rule(hour, Optional.of("7"), "scan"), BOOT)
                        .text())
                .orElseThrow();
        assertThat(comment.lifetime(BOOT)).isEqualTo(hour);
        assertThat(comment.incident()).contains("7");
        RuleComment misleading = RuleComment.parse(commentFor("#9 scan")).orElseThrow();
        assertThat(misleading.incident()).isEmpty();
        assertThat(misleading.reason()).isEqualTo("#9 scan");
    }

    @Test
    void carriesTheUserWhoMadeItWhateverTheReasonSays() {
        BlockRule users = new BlockRule(
                "b7",
                BlockScope.ofPort(Protocol.TCP, 445),
                Destination.EVERYWHERE,
                Lifetime.until(1_763_883_600_000_000_000L),
                1_763_880_000_000_000_000L,
                Optional.of("7"),
                Optional.of("1000"),
                "x".repeat(200));
        String text = RuleComment.of(users, BOOT).text();
        assertThat(text).startsWith("b7 1763880000-1763883600 @1000 #7 xxx").hasSize(128);
        assertThat(RuleComment.parse(text))
                .hasValueSatisfying(comment -> assertThat(comment.maker()).contains("1000"));
        assertThat(RuleComment.parse(commentFor("@1000 scan"))).hasValueSatisfying(misleading -> {
            assertThat(misleading.maker()).isEmpty();
            assertThat(misleading.reason()).isEqualTo("@1000 scan");
        });
    }

    @Test
    void forGoodIsUntilTheRestartBecauseNftablesForgets() {
        assertThat(RuleComment.parse(RuleComment.of(rule(Lifetime.FOR_GOOD, Optional.empty(), "x"), BOOT)
                        .text()))
                .hasValueSatisfying(
                        comment -> assertThat(comment.lifetime(BOOT)).isEqualTo(Lifetime.UNTIL_RESTART));
    }

    @Test
    void aRuleThatASavedRuleSetBringsBackAfterARestartIsOver() {
        RuleComment comment = RuleComment.parse(commentFor("scan")).orElseThrow();
        assertThat(comment.lifetime(BOOT)).isEqualTo(Lifetime.UNTIL_RESTART);
        assertThat(comment.lifetime("00112233")).isEqualTo(Lifetime.RESTARTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "b7", "blocked by hand", "b7 yesterday scan", "b/7 1763880000 scan", "b7 17638800001 scan"})
    void aCommentOfSomebodyElseIsNotOurs(String comment) {
        assertThat(RuleComment.parse(comment)).isEmpty();
    }

    @Test
    void aCommentFromAfterTheYear2262IsNotOursBecauseItsTimeWouldWrapRound() {
        assertThat(RuleComment.parse("b7 9223372036 scan"))
                .hasValueSatisfying(comment -> assertThat(comment.createdAt()).isPositive());
        assertThat(RuleComment.parse("b7 9223372037 scan")).isEmpty();
    }

    private static String commentFor(String reason) {
        return RuleComment.of(rule(reason), BOOT).text();
    }

    private static BlockRule rule(String reason) {
        return rule(Lifetime.UNTIL_RESTART, Optional.empty(), reason);
    }

    private static BlockRule rule(Lifetime lifetime, Optional<String> incident, String reason) {
        return new BlockRule(
                "b7",
                BlockScope.ofPort(Protocol.TCP, 445),
                Destination.EVERYWHERE,
                lifetime,
                1_763_880_000_123_456_789L,
                incident,
                reason);
    }
}
