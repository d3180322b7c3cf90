package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.synwarden.detect.Incident;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessKey;

/** How long an entry of the router is counted, and who answers for a router that overflows. */
class NatPressureTest {
    private static final ProcessKey BROWSER = new ProcessKey(10, 1);
    private static final ProcessKey SHELL = new ProcessKey(20, 1);

    private final Story story = Story.ofHost();

    @BeforeEach
    void home() {
        story.network("192.168.20.0/24", false);
    }

    @Test
    void aConnectionThatLastsLongerThanItsAttemptIsRememberedStopsCountingWhenItEnds() {
        Deque<Flow> open = new ArrayDeque<>();
        for (int i = 0; i < 1_500; i++) { // never more than 20 at a time, each open for 70 s
            Flow flow = story.flow("81." + i % 250 + "." + i / 250 + ".9", 443);
            story.connected(BROWSER, flow);
            open.add(flow);
            story.after(3.5);
            if (open.size() > 20) {
                story.gone(open.remove());
            }
        }
        assertThat(story.engine.natGauge().entries()).isLessThan(80);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void aFlowThatIsSeenToCloseFromTheOtherEndIsTheSameFlow() {
        Flow flow = story.flow("81.1.1.9", 443);
        story.connected(BROWSER, flow);
        story.after(60);
        story.gone(flow.reversed());
        story.after(121);
        assertThat(story.engine.natGauge().entries()).isZero();
    }

    @Test
    void portsThatAreUsedAgainAreOneEntryAndOpenUntilTheLaterConnectionEnds() {
        Flow flow = story.flow("81.1.1.9", 443);
        story.connected(BROWSER, flow);
        story.after(60);
        story.connected(BROWSER, flow);
        story.after(200);
        assertThat(story.engine.natGauge().entries()).isEqualTo(1);
        story.gone(flow);
        story.after(122);
        assertThat(story.engine.natGauge().entries()).isZero();
    }

    @Test
    void whoeverTurnsOutToHoldAnOpenConnectionHoldsItUntilItEnds() {
        Flow flow = story.syn("81.1.1.9", 443);
        story.answered(flow);
        story.after(1);
        story.connected(BROWSER, flow);
        story.after(300);
        assertThat(story.engine.natGauge().entries()).isEqualTo(1);
        story.gone(flow);
        story.after(122);
        assertThat(story.engine.natGauge().entries()).isZero();
    }

    @Test
    void aRefusedAttemptIsForgottenSoonWhoeverItTurnsOutToBelongTo() {
        Flow flow = story.syn("81.1.1.9", 443);
        story.refused(flow);
        story.after(1);
        story.opening(BROWSER, flow);
        story.after(11);
        assertThat(story.engine.natGauge().entries()).isZero();
    }

    @Test
    void aLoopOfOneProcessForEachAddressThatOverflowsTheRouterIsNamed() {
        for (int i = 0; i < 4_800; i++) {
            ProcessKey process = new ProcessKey(1_000 + i, 1);
            story.described(process, "/usr/bin/nc", Optional.of(SHELL));
            story.connected(process, story.flow("81." + i % 250 + "." + i / 250 + ".9", 443));
            story.after(0.025);
        }
        story.after(2);
        assertThat(story.raised()).contains("RED NAT_PRESSURE");
        assertThat(natPressure().image())
                .hasValueSatisfying(image -> assertThat(image.path()).isEqualTo("/usr/bin/nc"));
    }

    @Test
    void theRouterIsSeenToOverflowWhenItsHoldersAreLongForgotten() {
        for (int i = 0; i < 3_000; i++) { // of processes of which nothing else is known
            ProcessKey process = new ProcessKey(1_000 + i, 1);
            story.connected(process, story.flow("81." + i % 250 + "." + i / 250 + ".9", 443));
            story.after(i < 2_900 ? 0 : 0.02);
        }
        assertThat(story.raised()).contains("RED NAT_PRESSURE");
    }

    private Incident natPressure() {
        return story.opened.stream()
                .filter(incident -> incident.kind().text().equals("nat-pressure"))
                .reduce((first, later) -> later)
                .orElseThrow();
    }
}
