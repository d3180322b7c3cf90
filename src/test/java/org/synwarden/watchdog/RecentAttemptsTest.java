package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.TallyObject;
import org.synwarden.process.ProcessKey;

class RecentAttemptsTest {
    private static final ProcessKey WORM = new ProcessKey(4_312, 77);

    private long second = 1_000;
    private final RecentAttempts recent = new RecentAttempts(() -> TimeUnit.SECONDS.toNanos(second));

    @Test
    void whatHappenedTenSecondsAgoIsForgottenSecondBySecond() {
        for (int i = 0; i < 10; i++, second++) {
            recent.count(WORM, true);
            recent.count(WORM, false);
        }
        second--;
        assertThat(recent.of(WORM)).isEqualTo(new TallyObject(20, 10));

        second += 3;
        assertThat(recent.of(WORM)).isEqualTo(new TallyObject(14, 7));

        second += 1_000;
        assertThat(recent.of(WORM)).isEqualTo(new TallyObject(0, 0));
    }

    @Test
    void aClockThatIsAskedOutOfOrderLosesNothing() {
        recent.count(WORM, true);
        second--;
        recent.count(WORM, true);

        assertThat(recent.of(WORM)).isEqualTo(new TallyObject(2, 2));
    }

    @Test
    void theProcessUnusedForLongestMakesRoom() {
        recent.count(WORM, true);
        for (int pid = 1; pid <= RecentAttempts.BOUND; pid++) {
            recent.count(new ProcessKey(pid, 1), true);
        }

        assertThat(recent.of(WORM)).isEqualTo(new TallyObject(0, 0));
        assertThat(recent.of(new ProcessKey(1, 1))).isEqualTo(new TallyObject(1, 1));
    }
}
