package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessKey;

/** Whose an attempt is, or that it is another one, may be known only when its outcome is: nothing counts twice, or for nobody. */
class LateKnowledgeTest {
    private static final ProcessKey WORM = new ProcessKey(4312, 998_877);
    private static final ProcessKey SHELL = new ProcessKey(77, 1);
    private static final ProcessKey[] BROWSERS = {
        new ProcessKey(10, 1), new ProcessKey(20, 1), new ProcessKey(30, 1), new ProcessKey(40, 1),
    };

    /** A browser opens several connections to a site at once. */
    private static final int CONNECTIONS = 2;

    private final Story story = Story.ofHost();
    private final Map<Flow, Long> handles = new HashMap<>();

    @Test
    void aWormThatIsNamedAfterItsAttemptsWereRefusedIsJudgedAllTheSame() {
        for (int i = 0; i < 6; i++) {
            Flow flow = story.syn("66." + i + ".1.1", 445);
            story.refused(flow);
            story.after(0.4).connectCalled(WORM, "66." + i + ".1.1", 445, i);
            story.connectLinked(flow, i);
        }
        assertThat(story.onlyIncident().initiator().process()).contains(WORM);
        assertThat(story.onlyIncident().attempts()).isEqualTo(6);
    }

    @Test
    void theAddressIsNotBlamedForWhatItsProgramsAreNamedFor() {
        for (int i = 0; i < 12; i++) {
            Flow flow = story.syn("66." + i + ".1.1", 445);
            story.refused(flow);
            ProcessKey program = new ProcessKey(100 + i / 4, 1);
            story.after(0.4).connectCalled(program, "66." + i + ".1.1", 445, i);
            story.connectLinked(flow, i);
        }
        story.after(3);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void oneProgramThatIsNamedLateIsNotTakenForTwoThatScanTogether() {
        for (int i = 0; i < 21; i++) {
            Flow flow = story.syn("66." + i + ".1.1", 445);
            story.refused(flow);
            story.after(0.4).connectCalled(WORM, "66." + i + ".1.1", 445, i);
            story.connectLinked(flow, i);
        }
        assertThat(story.raised()).containsExactly("RED SCAN");
    }

    @Test
    void anAnswerThatCameBeforeTheNameIsTheProgramsToo() {
        for (int i = 0; i < 40; i++) {
            Flow flow = story.syn("66." + i + ".1.1", 443);
            if (i % 2 == 0) {
                story.answered(flow);
            } else {
                story.refused(flow);
            }
            story.after(0.4).connectCalled(WORM, "66." + i + ".1.1", 443, i);
            story.connectLinked(flow, i);
        }
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void aWormThatAsksEveryTargetTwiceAtOnceIsJudgedByTheAttemptsThatRemain() {
        for (int i = 0; i < 6; i++) {
            knockTwice("66." + i + ".1.1");
        }
        story.after(2);
        assertThat(story.onlyIncident().initiator().process()).contains(WORM);
        assertThat(story.onlyIncident().failedDestinations()).isEqualTo(6);
        assertThat(story.onlyIncident().totalAttempts()).isEqualTo(12);
    }

    @Test
    void aTwinOfAnAttemptThatWasNamedByItsSocketMakesWayForIt() {
        for (int i = 0; i < 6; i++) {
            List<Flow> flows = connect(WORM, "66." + i + ".1.1", 445, 2);
            story.after(0.2);
            flows.forEach(flow -> story.opening(WORM, flow));
            link(flows);
            flows.forEach(story::refused);
        }
        assertThat(story.onlyIncident().failedDestinations()).isEqualTo(6);
        assertThat(story.onlyIncident().initiator().process()).contains(WORM);
    }

    @Test
    void aTwinThatHasFailedGivesItsFailureBack() {
        for (int i = 0; i < 4; i++) {
            List<Flow> flows = connect(WORM, "66." + i + ".1.1", 445, 2);
            story.after(3); // twins and attempts without a program have failed
            link(flows);
        }
        assertThat(story.raised()).isEmpty();
        for (int i = 4; i < 6; i++) {
            knockTwice("66." + i + ".1.1");
        }
        story.after(2);
        assertThat(story.onlyIncident().failedDestinations()).isEqualTo(6);
        assertThat(story.onlyIncident().totalAttempts()).isEqualTo(12);
    }

    @Test
    void aTwinLeavesNoEntryInTheRoutersTable() {
        for (int i = 0; i < 8; i++) {
            knockTwice("66." + i + ".1.1");
        }
        assertThat(story.engine.natGauge().entries()).isEqualTo(16);
    }

    @Test
    void aTwinTakesNoShareOfWhatSiblingsCountTogether() {
        for (int i = 0; i < 6; i++) {
            ProcessKey child = new ProcessKey(100 + i, 1);
            story.described(child, "/usr/bin/knock", Optional.of(SHELL));
            List<Flow> flows = connect(child, "66." + i + ".1.1", 445, 2);
            story.after(0.2);
            link(flows);
            story.after(2);
        }
        assertThat(story.onlyIncident().image()).isPresent();
        assertThat(story.onlyIncident().failedDestinations()).isEqualTo(6);
    }

    @Test
    void browsersBehindACaptivePortalAreNotBlamedHoweverLateTheyAreNamed() {
        Deque<List<Flow>> unnamed = new ArrayDeque<>();
        for (int visit = 0; visit < 40; visit++) {
            for (int browser = 0; browser < BROWSERS.length; browser++) {
                String site = "81." + visit + "." + browser + ".9";
                story.resolved("www" + visit + ".site" + browser + ".example", site);
                List<Flow> flows = connect(BROWSERS[browser], site, 443, CONNECTIONS);
                if (visit % 3 == 0) {
                    flows.forEach(story::refused);
                }
                unnamed.add(flows);
            }
            story.after(0.25);
            int late = visit % 2 == 0 ? 4 : 9; // within the answer limit, and only after it
            while (unnamed.size() > late * BROWSERS.length) {
                link(unnamed.remove());
            }
        }
        unnamed.forEach(this::link);
        story.after(3);
        assertThat(story.raised()).allMatch(raised -> raised.startsWith("AMBER"));
        assertThat(story.upstream).first().isEqualTo("failed, likely cause unknown");
    }

    private void knockTwice(String target) {
        List<Flow> flows = connect(WORM, target, 445, 2);
        story.after(0.2);
        link(flows);
    }

    /** Connections at once, of which the kernel does not say at first which packets are theirs. */
    private List<Flow> connect(ProcessKey program, String target, int port, int times) {
        long first = handles.size();
        for (int i = 0; i < times; i++) {
            story.connectCalled(program, target, port, first + i);
        }
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Flow flow = story.syn(target, port);
            handles.put(flow, first + i);
            flows.add(flow);
        }
        return flows;
    }

    /** Now the kernel says it. */
    private void link(List<Flow> flows) {
        flows.forEach(flow -> story.connectLinked(flow, handles.get(flow)));
    }
}
