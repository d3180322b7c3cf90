package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.detect.DetectionSettings;
import org.synwarden.detect.Kind;
import org.synwarden.net.Subnet;

/** What the user sets is in force from the next fact on. */
class DetectionSettingsTest {
    private static final long SYN_LIFE = TimeUnit.SECONDS.toNanos(120);

    private final Story story = Story.ofHost();

    @Test
    void aSmallerRouterIsFullSooner() {
        story.network("192.168.20.0/24", false);
        story.engine.set(new DetectionSettings(256, SYN_LIFE, Set.of(), List.of()));
        for (int i = 0; i < 70; i++) {
            story.opening(Story.PROGRAM, story.flow("81.1." + i + ".9", 51_413));
        }
        story.after(1);
        assertThat(story.engine.natGauge().capacity()).isEqualTo(256);
        assertThat(story.raised()).contains("RED NAT_PRESSURE");
    }

    @Test
    void anUnansweredEntryLivesAsLongAsTheRouterKeepsIt() {
        story.network("192.168.20.0/24", false);
        story.engine.set(new DetectionSettings(4_096, TimeUnit.SECONDS.toNanos(10), Set.of(), List.of()));
        story.syn("81.1.1.9", 443);
        story.after(9);
        assertThat(story.engine.natGauge().entries()).isEqualTo(1);
        story.after(2);
        assertThat(story.engine.natGauge().entries()).isZero();
    }

    @Test
    void aKindThatIsMutedIsToldWithoutNoiseAlsoWhereItIsOpenAlready() {
        sweep("10.20.1.");
        assertThat(story.onlyIncident().isMuted()).isFalse();
        story.engine.set(new DetectionSettings(4_096, SYN_LIFE, Set.of(Kind.SWEEP), List.of()));
        assertThat(story.onlyIncident().isMuted()).isTrue();
        assertThat(story.onlyIncident().severity()).hasToString("RED");
        story.engine.set(DetectionSettings.defaults());
        assertThat(story.onlyIncident().isMuted()).isFalse();
    }

    @Test
    void aKindThatIsMutedIsMutedFromItsAlarmOn() {
        story.engine.set(new DetectionSettings(4_096, SYN_LIFE, Set.of(Kind.SWEEP), List.of()));
        sweep("10.20.1.");
        assertThat(story.onlyIncident().isMuted()).isTrue();
    }

    @Test
    void toLookOverANetworkOfOnesOwnBehindARouterIsAmberAndTakesNoRoomInTheRouter() {
        story.network("192.168.20.0/24", false);
        story.engine.set(new DetectionSettings(4_096, SYN_LIFE, Set.of(), List.of(Subnet.parse("10.20.0.0/16"))));
        sweep("10.20.1.");
        assertThat(story.raised()).containsExactly("AMBER SWEEP");
        assertThat(story.engine.natGauge().entries()).isZero();
    }

    @Test
    void whatTheNetworkBecomesLaterKeepsTheNetworksOfOnesOwn() {
        story.engine.set(new DetectionSettings(4_096, SYN_LIFE, Set.of(), List.of(Subnet.parse("10.20.0.0/16"))));
        story.network("192.168.20.0/24", false);
        sweep("10.20.1.");
        assertThat(story.raised()).containsExactly("AMBER SWEEP");
    }

    @Test
    void aRoutersTableThatFillsCannotBeMuted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectionSettings(4_096, SYN_LIFE, Set.of(Kind.NAT_PRESSURE), List.of()));
    }

    /** Ten neighbours are asked for something on a port that is no worm's, and none answers. */
    private void sweep(String network) {
        for (int i = 1; i <= 10; i++) {
            story.opening(Story.PROGRAM, story.flow(network + i, 9_100));
        }
        story.after(2);
    }
}
