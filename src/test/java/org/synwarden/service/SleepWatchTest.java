package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

class SleepWatchTest {
    private long wallMillis = 1_700_000_000_000L;
    private long now = 5;
    private final SleepWatch watch = new SleepWatch(() -> wallMillis);

    @Test
    void aHostThatStaysAwakeIsNotSaidToHaveSlept() {
        look();
        for (int i = 0; i < 100; i++) {
            pass(2_000, 2_001); // the wall clock is a little quick
            look();
        }
    }

    @Test
    void aMonotonicClockThatStoodStillMeansSleep() {
        look();
        pass(2_000, 30_000);
        assertThat(watch.look(now)).containsExactly(new Observation.HostResumed(now, EvidenceSource.SOCKET_TABLE));
        pass(2_000, 2_000);
        look();
    }

    @Test
    void aMonotonicClockThatWentOnMeansSleepToo() {
        look();
        pass(30_000, 30_000);
        assertThat(watch.look(now)).hasSize(1);
    }

    private void look() {
        assertThat(watch.look(now)).isEmpty();
    }

    private void pass(long monotonicMillis, long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(monotonicMillis);
        wallMillis += millis;
    }
}
