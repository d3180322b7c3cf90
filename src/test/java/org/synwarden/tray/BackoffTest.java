package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static List<Long> millis(Backoff backoff, int failures) {
        return Stream.generate(() -> backoff.failed().toMillis())
                .limit(failures)
                .toList();
    }

    @Test
    void twoThatLostTheSameServiceDoNotComeBackAtTheSameMoment() {
        assertThat(millis(new Backoff(() -> 0), 5)).containsExactly(750L, 1_500L, 3_000L, 6_000L, 7_500L);
        assertThat(millis(new Backoff(() -> 1), 5)).containsExactly(1_250L, 2_500L, 5_000L, 10_000L, 12_500L);
    }

    @Test
    void chanceDoesNotAddUp() {
        Backoff backoff = new Backoff(() -> 1);
        millis(backoff, 20);
        assertThat(backoff.failed()).isEqualTo(Duration.ofMillis(12_500));
        assertThat(backoff.broke(Duration.ofSeconds(10))).isEqualTo(Duration.ofMillis(1_250));
    }
}
