package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.SnoozeOrder;
import org.synwarden.detect.Exemptions;
import org.synwarden.detect.Snooze;

class SnoozesTest {
    private static final long START = 1_767_225_600_000_000_000L;
    private static final long A_MINUTE = 60_000_000_000L;

    private long now = START;
    private final Snoozes snoozes = new Snoozes(() -> now);

    private static SnoozeOrder aMinuteOf(String path) {
        return new SnoozeOrder(path, Duration.ofMinutes(1));
    }

    @Test
    void theJudgeIsToldWhatIsQuietAndOnceMoreWhenThatIsOver() throws Exception {
        assertThat(snoozes.haveChanged()).isFalse();
        snoozes.add(aMinuteOf("/tmp/worm"));
        assertThat(snoozes.haveChanged()).isTrue();
        assertThat(snoozes.current()).containsExactly(new Snooze("/tmp/worm", START + A_MINUTE));
        assertThat(snoozes.haveChanged()).isFalse();
        now += A_MINUTE;
        assertThat(snoozes.haveChanged()).isTrue();
        assertThat(snoozes.current()).isEmpty();
    }

    @Test
    void oneIsListedForEverybodyUntilItIsEnded() throws Exception {
        SnoozeObject snooze = snoozes.add(aMinuteOf("/tmp/worm"));
        assertThat(snooze.everybody()).isTrue();
        assertThat(snoozes.all()).containsExactly(snooze);
        snoozes.end(snooze.id());
        assertThat(snoozes.all()).isEmpty();
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> snoozes.end(snooze.id()))
                .withMessageContaining("there is no snooze " + snooze.id());
    }

    @Test
    void moreThanTheJudgeKeepsAreRefused() throws Exception {
        for (int i = 0; i < Exemptions.BOUND; i++) {
            snoozes.add(aMinuteOf("/tmp/worm" + i));
        }
        snoozes.add(aMinuteOf("/tmp/worm7"));
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> snoozes.add(aMinuteOf("/tmp/one-more")))
                .withMessageContaining("end one first");
    }
}
