package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessKey;

/** What a program is not blamed for, and what the router has to bear. */
class GuardsTest {
    private static final ProcessKey MESSENGER = new ProcessKey(10, 1);
    private static final ProcessKey[] OTHERS = {
        new ProcessKey(20, 1), new ProcessKey(30, 1), new ProcessKey(40, 1),
    };

    private final Story story = Story.ofHost();

    @Test
    void aProgramIsNotBlamedWhileEverybodyElseFailsToo() {
        for (int i = 0; i < 18; i++) {
            everybodyElse(i, false);
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 443));
            story.after(0.4);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void theSameProgramIsBlamedWhereOthersSucceed() {
        for (int i = 0; i < 18; i++) {
            everybodyElse(i, true);
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 443));
            story.after(0.4);
        }
        story.after(2);
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void aWormIsBlamedEvenWhenItHasFilledTheRouterForEverybody() {
        for (int i = 0; i < 18; i++) {
            everybodyElse(i, false);
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 445));
            story.after(0.4);
        }
        story.after(2);
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void aBrowserBehindACaptivePortalIsNotBlamedForItsManyTabs() {
        for (int i = 0; i < 40; i++) {
            if (i % 4 == 0) {
                everybodyElse(i, false);
            }
            story.resolved("tab" + i + ".example.com", "81." + i + ".1.9");
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 443));
            story.after(1);
        }
        story.after(2);
        assertThat(story.raised()).allMatch(raised -> raised.startsWith("AMBER"));
    }

    @Test
    void whoFailsAtTwentyAddressesThatNobodyLookedUpIsBlamedAllTheSame() {
        for (int i = 0; i < 24; i++) {
            everybodyElse(i, false);
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 443));
            story.after(0.4);
        }
        story.after(2);
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void aNetworkThatFailsEverybodyIsToldOnceAndAlsoThatItWorksAgain() {
        for (int i = 0; i < 12; i++) {
            everybodyElse(i, false);
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 443));
            story.after(1);
        }
        assertThat(story.upstream).containsExactly("failed, likely cause unknown");
        story.after(31);
        for (int i = 20; i < 26; i++) {
            everybodyElse(i, true);
            story.after(1);
        }
        assertThat(story.upstream).containsExactly("failed, likely cause unknown", "recovered");
    }

    @Test
    void aNetworkThatNobodyAsksAnyMoreIsNotCalledDownForEver() {
        for (int i = 0; i < 12; i++) {
            everybodyElse(i, false);
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 443));
            story.after(1);
        }
        story.after(31).after(31).after(31);
        assertThat(story.upstream).endsWith("recovered");
    }

    @Test
    void oneProgramThatFailsIsNoNetworkThatIsDown() {
        for (int i = 0; i < 12; i++) {
            everybodyElse(i, true);
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 40_000));
            story.after(1);
        }
        story.after(2);
        assertThat(story.upstream).isEmpty();
    }

    @Test
    void whoMadeHalfOfTheAttemptsThatNobodyAnsweredIsNamedAsTheLikelyCause() {
        for (int i = 0; i < 200; i++) {
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 40_000));
            if (i % 20 == 0) {
                everybodyElse(i / 20, false);
            }
            story.after(0.1);
            if (i % 10 == 9) {
                story.polled();
            }
        }
        story.after(2);
        assertThat(story.upstream).endsWith("failed, likely cause pid 10");
    }

    @Test
    void afterTheWayOutHasChangedAProgramIsNotBlamedForAMinute() {
        changeNetwork();
        for (int i = 0; i < 18; i++) {
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 443));
            story.after(0.4);
        }
        story.after(6);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void theFirstAnswerEndsTheGrace() {
        changeNetwork();
        story.asks(MESSENGER, "91.1.1.9", 443);
        for (int i = 0; i < 19; i++) {
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 443));
            story.after(0.4);
        }
        story.after(2);
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void anAnswerOfThisHostItselfDoesNotEndTheGrace() {
        changeNetwork();
        story.asks(MESSENGER, "127.0.0.1", 8_080);
        story.asks(MESSENGER, Story.PC.toString(), 8_080);
        for (int i = 0; i < 19; i++) {
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 443));
            story.after(0.4);
        }
        story.after(6);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void theGraceEndsAfterAMinute() {
        changeNetwork();
        story.after(61);
        for (int i = 0; i < 18; i++) {
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 443));
            story.after(0.4);
        }
        story.after(2);
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void afterSleepAnAnswerMayTakeFiveSeconds() {
        story.resumed();
        story.syn("81.1.1.9", 443);
        story.after(4.9);
        assertThat(story.outcomes).isEmpty();
        story.after(0.2);
        assertThat(story.outcomes).containsExactly("PENDING -> UNANSWERED");
    }

    @Test
    void aWormIsBlamedEvenRightAfterTheWayOutHasChanged() {
        changeNetwork();
        for (int i = 0; i < 8; i++) {
            story.opening(MESSENGER, story.flow("81." + i + ".1.9", 445));
            story.after(0.4);
        }
        story.after(6);
        assertThat(story.raised()).contains("RED SCAN");
    }

    private void changeNetwork() {
        story.network("192.168.20.0/24", false);
        story.network("192.168.20.0/22", false);
    }

    @Test
    void theRoutersTableIsAQuarterFullBeforeItIsHalfFull() {
        story.network("192.168.20.0/24", false);
        fill(1_023);
        assertThat(story.raised()).doesNotContain("AMBER NAT_PRESSURE");
        fill(1);
        assertThat(story.raised()).contains("AMBER NAT_PRESSURE").doesNotContain("RED NAT_PRESSURE");
        fill(1_024);
        assertThat(story.raised()).contains("RED NAT_PRESSURE");
    }

    @Test
    void aFloodThatWillOverflowTheRouterWithinTwoMinutesIsRedAtOnceAndSaysWhen() {
        story.network("192.168.20.0/24", false);
        for (int i = 0; i < 1_500; i++) {
            Flow flow = story.flow("81." + i % 250 + "." + i / 250 + ".9", 40_000);
            story.opening(MESSENGER, flow);
            story.after(0.01);
        }
        assertThat(story.raised()).contains("RED NAT_PRESSURE");
        assertThat(story.opened.stream()
                        .filter(incident -> incident.kind().text().equals("nat-pressure")))
                .allSatisfy(incident -> assertThat(incident.explanation()).contains("full in about"));
    }

    @Test
    void anEntryIsHeldByTheProgramThatItTurnsOutToBelongToAndByNobodyElse() {
        story.network("192.168.20.0/24", false);
        for (int i = 0; i < 1_100; i++) {
            Flow flow = story.syn("81." + i % 250 + "." + i / 250 + ".9", 40_000);
            story.connected(i % 11 < 7 ? MESSENGER : OTHERS[0], flow);
            story.after(0.05);
        }
        story.after(1.1);
        assertThat(story.opened.stream()
                        .filter(incident -> incident.kind().text().equals("nat-pressure")))
                .singleElement()
                .satisfies(
                        incident -> assertThat(incident.initiator().process()).contains(MESSENGER));
    }

    @Test
    void flowsThatStayOnTheOwnLinkOrAreRefusedSoonLeaveNoEntries() {
        story.network("192.168.20.0/24", false);
        for (int i = 0; i < 3_000; i++) {
            story.opening(MESSENGER, story.flow("192.168.20." + i % 250, 40_000 + i % 100));
            story.refused(story.syn("81." + i % 250 + "." + i / 250 + ".9", 40_000));
            story.after(0.05);
        }
        assertThat(story.raised()).doesNotContain("AMBER NAT_PRESSURE", "RED NAT_PRESSURE");
    }

    private void fill(int entries) {
        for (int i = 0; i < entries; i++) {
            Flow flow = story.flow("81." + i % 250 + "." + i / 250 + ".9", 443);
            story.connected(MESSENGER, flow);
            story.after(0.05);
        }
        story.after(1.1);
    }

    private void everybodyElse(int round, boolean answered) {
        for (ProcessKey other : OTHERS) {
            Flow flow = story.flow("91." + round + "." + other.pid() + ".9", 443);
            story.opening(other, flow);
            if (answered) {
                story.connected(other, flow);
            }
        }
    }

    @Test
    void theWorkersOfOneImageDoNotExcuseEachOther() {
        ProcessKey[] workers = new ProcessKey[4];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new ProcessKey(60 + i, 1);
            story.described(workers[i], "/tmp/worm", Optional.of(new ProcessKey(50, 1)));
        }
        for (int i = 0; i < 18; i++) {
            for (int worker = 0; worker < workers.length; worker++) {
                story.opening(workers[worker], story.flow("81." + i + "." + worker + ".9", 443));
            }
            story.after(0.4);
        }
        story.after(2);
        assertThat(story.opened).anySatisfy(incident -> {
            assertThat(incident.severity()).hasToString("RED");
            assertThat(incident.initiator().process()).contains(workers[0]);
        });
        assertThat(story.upstream).isEmpty();
    }

    @Test
    void programsOfOneInterpreterAreOthersToEachOther() {
        ProcessKey[] programs = new ProcessKey[4];
        for (int i = 0; i < programs.length; i++) {
            programs[i] = new ProcessKey(60 + i, 1);
            story.described(programs[i], "/usr/bin/java", Optional.of(new ProcessKey(50, 1)));
        }
        for (int i = 0; i < 18; i++) {
            for (int program = 0; program < programs.length; program++) {
                story.opening(programs[program], story.flow("81." + i + "." + program + ".9", 443));
            }
            story.after(0.4);
        }
        story.after(2);
        assertThat(story.opened)
                .noneSatisfy(incident -> assertThat(incident.severity()).hasToString("RED"));
    }
}
