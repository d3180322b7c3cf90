package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.Degradation;

/** Attempts that nobody had room for are told of for a minute. */
class UnjudgedTest {
    private static final long NOW = TimeUnit.SECONDS.toNanos(1_700_000_000);

    private final Unjudged unjudged = new Unjudged();

    @Test
    void aMinuteAfterTheLastOneAllIsWellAgain() {
        unjudged.count(0, NOW);
        assertThat(unjudged.degradation(NOW)).isEmpty();
        unjudged.count(7, NOW + 1);
        unjudged.count(9, NOW + 2);
        unjudged.count(9, NOW + 3);
        assertThat(unjudged.degradation(NOW + 4)).map(Degradation::since).contains(NOW + 1);
        assertThat(unjudged.degradation(NOW + 4))
                .map(Degradation::message)
                .get()
                .asString()
                .contains("so far: 9");
        assertThat(unjudged.degradation(NOW + 2 + TimeUnit.MINUTES.toNanos(1))).isEmpty();
    }
}
