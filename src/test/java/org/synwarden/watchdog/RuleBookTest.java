package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Destination;
import org.synwarden.respond.Lifetime;

/** What is known of rules. Time is the test's: the clock that only goes forward begins at 0. */
class RuleBookTest {
    private static final long NOON = 1_767_268_800_000_000_000L;

    private final RuleBook book = new RuleBook();

    @Test
    void looksAtTheStartEveryMinuteAndWhenARuleIsOver() {
        assertThat(book.isDue(seconds(0))).isTrue();
        book.compare(List.of(rule("a", Lifetime.until(NOON + seconds(90)))), seconds(0), NOON);
        assertThat(book.isDue(seconds(59))).isFalse();
        assertThat(book.isDue(seconds(60))).isTrue();
        assertThat(book.isDue(seconds(89))).isFalse();
        assertThat(book.isDue(seconds(90))).isTrue();
        assertThat(book.isDue(seconds(91)))
                .as("the firewall refused: not at every tick")
                .isFalse();
    }

    @Test
    void looksEveryFiveMinutesWhereNoRuleIsKnown() {
        assertThat(book.isDue(seconds(0))).isTrue();
        assertThat(book.isDue(seconds(299))).isFalse();
        assertThat(book.isDue(seconds(300))).isTrue();
    }

    @Test
    void anEndFarAwayDoesNotWrapRound() {
        BlockRule rule = rule("a", Lifetime.until(Long.MAX_VALUE));
        assertThat(book.compare(List.of(rule), Long.MAX_VALUE / 2, 0).over()).isEmpty();
        BlockRule past = rule("b", Lifetime.until(Long.MIN_VALUE));
        assertThat(book.compare(List.of(past), 0, NOON).over()).containsExactly(past);
    }

    @Test
    void aRuleThatIsThereTwiceIsNotChangedAtEveryLook() {
        BlockRule one = rule("a", Lifetime.FOR_GOOD);
        BlockRule copy = one.of(BlockScope.ofPort(Protocol.TCP, 446));
        book.compare(List.of(one, copy), 0, NOON);
        assertThat(book.compare(List.of(one, copy), 1, NOON).changed()).isEmpty();
    }

    @Test
    void aRuleThatIsBackIsNotNewAndEndsWhenItShould() {
        BlockRule rule = rule("a", Lifetime.until(NOON + seconds(90)));
        book.made(rule, Optional.of(seconds(90)), 0);
        assertThat(book.compare(List.of(), seconds(10), NOON).gone()).containsExactly(rule);
        long dayBefore = NOON - TimeUnit.DAYS.toNanos(1);
        assertThat(book.compare(List.of(rule), seconds(20), dayBefore).back()).containsExactly(rule);
        assertThat(book.compare(List.of(rule), seconds(90), dayBefore).over()).containsExactly(rule);
    }

    @Test
    void keepsToItsBounds() {
        List<BlockRule> many = IntStream.range(0, RuleBook.BOUND + 10)
                .mapToObj(i -> rule("r" + i, Lifetime.FOR_GOOD))
                .toList();
        assertThat(book.compare(many, 0, NOON).gone()).isEmpty();
        assertThat(book.compare(List.of(), 1, NOON).gone()).hasSize(RuleBook.BOUND);
        assertThat(book.gone(1)).hasSize(RuleBook.GONE);
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private static BlockRule rule(String id, Lifetime lifetime) {
        return new BlockRule(
                id,
                BlockScope.ofPort(Protocol.TCP, 445),
                Destination.EVERYWHERE,
                lifetime,
                NOON,
                Optional.empty(),
                "worm");
    }
}
