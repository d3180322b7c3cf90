package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Bounded;
import org.synwarden.contract.CounterObject;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation.EventsLost;
import org.synwarden.observation.Observation.SocketsPolled;

class LossCountersTest {
    @Test
    void theStatusTellsWhoLostHowMuch() {
        LossCounters losses = new LossCounters();
        losses.count(new EventsLost(1, EvidenceSource.KERNEL_EVENTS, 5, 100));
        losses.count(new EventsLost(2, EvidenceSource.KERNEL_EVENTS, 7, 100));
        losses.count(new SocketsPolled(3, EvidenceSource.SOCKET_TABLE));
        assertThat(losses.counted(3, 0, 0))
                .containsExactly(new CounterObject("lost-inbox", 3), new CounterObject("lost-kernel-events", 12));
    }

    @Test
    void theStatusTellsHowManyProcessesAndImagesFoundNoRoomToBeAskedFor() {
        assertThat(new LossCounters().counted(0, 4, 2))
                .containsExactly(
                        new CounterObject("lost-inbox", 0),
                        new CounterObject("lost-introductions", 4),
                        new CounterObject("lost-hashes", 2));
    }

    @Test
    void theStatusTellsWhatHadToMakeRoom() {
        LossCounters losses = new LossCounters();
        losses.bounds(List.of(new Bounded("attempts", 65_536, 65_536, 9), new Bounded("names", 5, 8_192, 0)));
        assertThat(losses.counted(0, 0, 0))
                .containsExactly(new CounterObject("lost-inbox", 0), new CounterObject("evicted-attempts", 9));
    }
}
