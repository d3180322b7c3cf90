package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

class LossCountTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LossCount losses = new LossCount();

    @Test
    void whatWasLostIsToldOnceWithWhatWasSeenBesides() {
        losses.seen();
        losses.seen();
        assertThat(losses.tell(SECOND, new SessionLosses(3, 0), 0)).contains(lost(SECOND, 3, 2));
        assertThat(losses.tell(2 * SECOND, new SessionLosses(3, 0), 0)).isEmpty();
    }

    @Test
    void itIsToldAtMostOnceASecond() {
        losses.tell(SECOND, new SessionLosses(0, 0), 0);
        assertThat(losses.tell(SECOND + SECOND / 5, new SessionLosses(7, 0), 0)).isEmpty();
        assertThat(losses.tell(2 * SECOND, new SessionLosses(9, 0), 0)).contains(lost(2 * SECOND, 9, 0));
    }

    @Test
    void aLostBufferIsAsManyEventsAsItHolds() {
        assertThat(losses.tell(SECOND, new SessionLosses(0, 2), 0)).contains(lost(SECOND, 640, 0));
    }

    @Test
    void whatCannotBeReadIsLost() {
        losses.seen();
        assertThat(losses.tell(SECOND, new SessionLosses(0, 0), 1)).contains(lost(SECOND, 1, 1));
    }

    private static Observation lost(long at, long lost, long seen) {
        return new Observation.EventsLost(at, EvidenceSource.KERNEL_EVENTS, lost, seen);
    }
}
