package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.RateObject;

class RateWordsTest {
    private static RateObject second(int number, CounterObject... outcomes) {
        return new RateObject(Instant.EPOCH.plusSeconds(number), List.of(outcomes), List.of());
    }

    @Test
    void saysOfTheLastMinuteHowManyThereWereAndWhatTheyCameTo() {
        List<RateObject> seconds = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            seconds.add(second(number, new CounterObject("answered", 1), new CounterObject("no-route", 20)));
        }

        assertThat(RateWords.lastMinute(seconds)).isEqualTo("last minute: 1,260 attempts: 1,200 no route, 60 answered");
        assertThat(RateWords.lastMinute(List.of(second(0)))).isEqualTo("last minute: 0 attempts");
        assertThat(RateWords.lastMinute(List.of())).isEqualTo("last minute: 0 attempts");
    }

    @Test
    void listsTheSecondsInWhichSomethingWasTriedUnderTheOutcomesThatThereWere() {
        List<String> lines = RateWords.lines(List.of(
                second(0, new CounterObject("answered", 3)),
                second(1),
                second(2, new CounterObject("answered", 1), new CounterObject("unanswered", 30))));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).endsWith("ATTEMPTS  ANSWERED  UNANSWERED");
        assertThat(lines.get(1)).endsWith("         3         3           0");
        assertThat(lines.get(2)).endsWith("        31         1          30");
        assertThat(RateWords.lines(List.of(second(0)))).isEmpty();
    }

    @Test
    void anOutcomeThatAServiceMadeUpMovesNoCursor() {
        assertThat(RateWords.lastMinute(List.of(second(0, new CounterObject("\u001b[2J", 1)))))
                .doesNotContain("\u001b");
    }
}
