package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Loss is not evidence. */
class LossTest {
    private final Story story = Story.ofCapture();

    @Test
    void silenceWhileASourceLosesEventsIsHeldAgainstNobody() {
        for (int i = 0; i < 60; i++) {
            story.syn("66." + i + ".1.9", 445);
            story.lost(30, 1_000);
            story.after(0.5);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void twoInAHundredLostEventsAreNoExcuse() {
        for (int i = 0; i < 60; i++) {
            story.syn("66." + i + ".1.9", 445);
            story.lost(20, 980);
            story.after(0.5);
        }
        story.after(2);
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void aRefusalIsEvidenceEvenWhileEventsAreLost() {
        for (int i = 0; i < 10; i++) {
            story.refused(story.syn("66." + i + ".1.9", 445));
            story.lost(500, 500);
            story.after(0.5);
        }
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void silentDatagramsWhileASourceLosesEventsAreHeldAgainstNobody() {
        for (int i = 0; i < 120; i++) {
            story.datagram("203.0.113." + i, 6_892);
            story.lost(30, 1_000);
            story.after(0.05);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
    }
}
