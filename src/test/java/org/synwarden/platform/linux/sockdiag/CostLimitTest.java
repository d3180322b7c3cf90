package org.synwarden.platform.linux.sockdiag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CostLimitTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private long now = -5 * SECOND;
    private final CostLimit limit = new CostLimit(() -> now, () -> now);

    @Test
    void aDearWalkIsFollowedByTwentyTimesItsOwnLengthOfRest() {
        assertThat(limit.tryTo(() -> now += 600 * MILLI)).isTrue();

        now += 1_300 * MILLI;
        assertThat(limit.tryTo(() -> {})).isFalse();
        now += 200 * MILLI;
        assertThat(limit.tryTo(() -> {})).isTrue();
    }

    @Test
    void cheapWalksAtEveryLookAreNeverRefused() {
        for (int look = 0; look < 1_000; look++) {
            now += 500 * MILLI;
            assertThat(limit.tryTo(() -> now += 20 * MILLI)).isTrue();
        }
    }

    @Test
    void overTimeTheWorkIsAtMostATwentiethOfTheTime() {
        Random random = new Random(3);
        long began = now;
        long[] worked = {0};
        for (int look = 0; look < 20_000; look++) {
            long cost = random.nextInt(300) * MILLI;
            now += 500 * MILLI;
            limit.tryTo(() -> {
                now += cost;
                worked[0] += cost;
            });
        }
        assertThat(worked[0]).isBetween((now - began) / 22, (now - began) / 20 + SECOND);
    }

    @Test
    void waitingForABusyProcessorIsNoWork() {
        long[] used = {0};
        CostLimit ofProcessorTime = new CostLimit(() -> now, () -> used[0]);
        for (int look = 0; look < 1_000; look++) {
            now += 500 * MILLI;
            assertThat(ofProcessorTime.tryTo(() -> {
                        now += 400 * MILLI;
                        used[0] += 20 * MILLI;
                    }))
                    .isTrue();
        }
    }

    @Test
    void anIdleNightDoesNotSaveUpForAnHourOfWork() {
        now += 36_000 * SECOND;

        assertThat(limit.tryTo(() -> now += 600 * MILLI)).isTrue();
        assertThat(limit.tryTo(() -> {})).isFalse();
    }
}
