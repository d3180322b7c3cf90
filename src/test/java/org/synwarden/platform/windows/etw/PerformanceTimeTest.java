package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceTimeTest {
    private static final long FREQUENCY = 10_000_000;

    @Test
    void theOffsetIsThatOfTheQuickestQuestion() {
        Iterator<Long> clock = List.of(
                        1_000L, 9_000L, 20_000L, 20_200L, 30_000L, 39_000L, 40_000L, 49_000L, 50_000L, 59_000L)
                .iterator();
        PerformanceTime time = PerformanceTime.measure(FREQUENCY, () -> 7, clock::next);
        assertThat(time.toEpoch(7)).isEqualTo(20_100);
        assertThat(time.toEpoch(17)).isEqualTo(21_100);
    }

    @Test
    void yearsOfUptimeDoNotOverflow() {
        long tenYears = 10L * 365 * 86_400;
        PerformanceTime time = new PerformanceTime(3_579_545_000L, 5);
        assertThat(time.toEpoch(tenYears * 3_579_545)).isEqualTo(tenYears * 1_000_000 + 5);
        assertThat(new PerformanceTime(FREQUENCY, 0).toEpoch(tenYears * FREQUENCY + 1))
                .isEqualTo(tenYears * 1_000_000_000 + 100);
    }
}
