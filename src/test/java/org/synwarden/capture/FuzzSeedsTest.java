package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.EvidenceSource;

/** A fuzz of frames that say nothing would find nothing: what it begins with is understood. */
class FuzzSeedsTest {
    @Test
    void theFramesThatTheFuzzChangesMakeManyObservations() {
        AtomicInteger observations = new AtomicInteger();
        FrameDecoder decoder = new FrameDecoder(EvidenceSource.CAPTURE_FILE, seen -> observations.incrementAndGet());

        FrameSeeds.all().forEach(pack -> FramePack.frames(pack).forEach(decoder::decode));

        assertThat(observations.get()).isGreaterThan(FrameSeeds.all().size() / 2);
    }
}
