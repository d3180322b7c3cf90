package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation.EventsLost;

class LossesTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Losses losses = new Losses();

    @Test
    void whatSourcesLoseIsCountedAndForgottenAfterAQuietMinute() {
        assertThat(losses.degradation(SECOND)).isEmpty();
        losses.heard(new EventsLost(SECOND, EvidenceSource.PACKET_CAPTURE, 30, 100));
        losses.heard(new EventsLost(2 * SECOND, EvidenceSource.PACKET_CAPTURE, 4, 100));
        losses.heard(new EventsLost(2 * SECOND, EvidenceSource.KERNEL_EVENTS, 5, 100));

        Optional<Degradation> told = losses.degradation(3 * SECOND);
        assertThat(told).map(Degradation::since).contains(SECOND);
        assertThat(told.orElseThrow().message()).endsWith("5 of kernel-events, 34 of packet-capture");
        assertThat(losses.degradation(61 * SECOND)).isPresent();
        assertThat(losses.degradation(62 * SECOND)).isEmpty();
    }

    @Test
    void aLossAfterAQuietMinuteIsANewOne() {
        losses.heard(new EventsLost(SECOND, EvidenceSource.PACKET_CAPTURE, 30, 100));
        losses.heard(new EventsLost(100 * SECOND, EvidenceSource.PACKET_CAPTURE, 1, 100));
        assertThat(losses.degradation(100 * SECOND))
                .hasValueSatisfying(told -> assertThat(told.message()).endsWith(": 1 of packet-capture"));
    }
}
