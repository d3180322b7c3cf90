package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
    private final RateLimiter limiter = new RateLimiter(50, 100, clock::get);

    private long admittedOf(int tries) {
        return IntStream.range(0, tries).filter(i -> limiter.tryAcquire()).count();
    }

    @Test
    void aBurstIsAdmittedAndThenTheRateAlsoWhenTheClockWrapsAround() {
        assertThat(admittedOf(1_000)).isEqualTo(100);
        clock.addAndGet(1_000_000_000);
        assertThat(admittedOf(1_000)).isEqualTo(50);
    }

    @Test
    void aLongPauseSavesNoMoreThanABurst() {
        clock.addAndGet(3_600_000_000_000L);
        assertThat(admittedOf(1_000)).isEqualTo(100);
    }
}
