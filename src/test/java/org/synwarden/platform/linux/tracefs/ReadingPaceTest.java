package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingPaceTest {
    private static final long MILLI = 1_000_000;

    private final ReadingPace pace = new ReadingPace();
    private long now = 1_000 * MILLI;

    private int after(int millis, int events, int looks) {
        now += millis * MILLI;
        return pace.restMillis(now, events, looks);
    }

    private void flood() {
        for (int i = 0; i < 200; i++) {
            after(1, 1, 0);
        }
    }

    @Test
    void aSingleConnectAfterSilenceIsFollowedByNoRest() {
        assertThat(after(5_000, 1, 1)).isZero();
        assertThat(after(5_000, 1, 0)).isZero();
    }

    @Test
    void aFloodOfOneKnownProgramIsReadInBatches() {
        flood();
        assertThat(after(1, 1, 0)).isEqualTo(ReadingPace.REST_MILLIS);
    }

    @Test
    void aCallerThatIsNewInTheFloodIsFollowedByNoRest() {
        flood();
        assertThat(after(1, 1, 1)).isZero();
    }

    @Test
    void aFewConnectsASecondAreNoFlood() {
        for (int i = 0; i < 100; i++) {
            assertThat(after(20, 1, 0)).isZero();
        }
    }

    @Test
    void afterTheFloodTheNextConnectIsReadAtOnce() {
        flood();
        assertThat(after(1_000, 1, 0)).isZero();
    }
}
