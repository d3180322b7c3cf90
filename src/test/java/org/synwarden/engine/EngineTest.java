package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Attribution;
import org.synwarden.detect.Incident;
import org.synwarden.detect.Kind;
import org.synwarden.detect.Severity;
import org.synwarden.net.Flow;
import org.synwarden.process.ProcessKey;

class EngineTest {
    private static final ProcessKey WORM = new ProcessKey(4312, 998_877);
    private static final ProcessKey BROWSER = new ProcessKey(2020, 112_233);

    @Test
    void alarmsAfterFiveFailedDestinationsOnAWormPortWhereNamesAreSeen() {
        Story story = Story.ofCapture();
        browse(story, 1);
        knock(story, 445, 4, 0.1);
        story.after(2);
        assertThat(story.opened).isEmpty();

        story.syn("66.0.9.9", 445);
        story.after(2);
        assertThat(story.onlyIncident().failedDestinations()).isEqualTo(5);
        assertThat(story.onlyIncident().severity()).isEqualTo(Severity.RED);
    }

    @Test
    void alarmsAfterSixFailedDestinationsOnAWormPortWhereNoNameWasEverSeen() {
        Story story = Story.ofCapture();
        knock(story, 445, 5, 0.1);
        story.after(2);
        assertThat(story.opened).isEmpty();

        story.syn("66.0.9.9", 445);
        story.after(2);
        assertThat(story.onlyIncident().failedDestinations()).isEqualTo(6);
    }

    @Test
    void webPortsTakeSeventeenFailuresWithoutNamesAndFourteenWithThem() {
        Story unnamed = Story.ofCapture();
        knock(unnamed, 443, 40, 0.5);
        assertThat(unnamed.onlyIncident().failedDestinations()).isEqualTo(17);

        Story named = Story.ofCapture();
        browse(named, 1);
        knock(named, 443, 40, 0.5);
        assertThat(named.onlyIncident().failedDestinations()).isEqualTo(14);
    }

    @Test
    void peerToPeerWithSeventyPercentDeadPeersIsNoScanner() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 300; i++) {
            Flow flow = story.syn("81." + i % 250 + "." + i / 250 + ".9", 20_000 + i);
            if (i % 10 < 3) {
                story.after(0.2).answered(flow);
            }
            story.after(0.3);
        }
        assertThat(story.raised()).containsExactly("AMBER VOLUME");
    }

    @Test
    void aBrowserWithDeadServersThatItLookedUpIsNoScanner() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 12; i++) {
            story.resolved("ad" + i + ".example.net", "203." + i + ".113.9");
            story.syn("203." + i + ".113.9", 443);
            story.after(0.5);
        }
        browse(story, 10);
        story.after(5);
        assertThat(story.opened).isEmpty();
    }

    @Test
    void aNameThatSpellsItsAddressExcusesNothing() {
        Story story = Story.ofCapture();
        browse(story, 1);
        for (int i = 0; i < 8; i++) {
            story.resolved("66-" + i + "-1-9.nip.io", "66." + i + ".1.9");
            story.syn("66." + i + ".1.9", 445);
            story.after(0.2);
        }
        story.after(2);
        assertThat(story.onlyIncident().failedDestinations()).isEqualTo(5);
    }

    @Test
    void tryingTheSameDeadServerAgainAndAgainIsNoScan() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 200; i++) {
            story.syn("10.9.9.9", 445);
            story.after(4);
        }
        assertThat(story.opened).isEmpty();
    }

    @Test
    void aLateAnswerTakesTheFailureBack() {
        Story story = Story.ofCapture();
        List<Flow> flows = knock(story, 445, 5, 0.01);
        story.after(2);
        story.answered(flows.get(0));
        story.syn("66.0.9.9", 445);
        story.after(2);
        assertThat(story.opened).isEmpty();
        assertThat(story.outcomes).contains("UNANSWERED -> ANSWERED");
    }

    @Test
    void anRstIsTakenBackWhenTheNextSynOfTheSameAttemptIsAnswered() {
        Story story = Story.ofCapture();
        Flow flow = story.flow("66.0.1.1", 445);
        story.syn(flow, 7);
        story.refused(flow);
        story.after(0.5).syn(flow, 7);
        story.answered(flow);
        assertThat(story.outcomes).containsExactly("PENDING -> REFUSED", "REFUSED -> ANSWERED");
        assertThat(story.engine.attempts()).isEqualTo(1);
    }

    @Test
    void aRetransmittedSynIsTheSameAttemptAndANewSequenceNumberLaterIsNot() {
        Story story = Story.ofCapture();
        Flow flow = story.flow("66.0.1.1", 445);
        story.syn(flow, 7);
        story.after(9).syn(flow, 7);
        assertThat(story.engine.attempts()).isEqualTo(1);

        story.after(4).syn(flow, 8);
        assertThat(story.engine.attempts()).isEqualTo(2);
    }

    @Test
    void theAlarmComesAtTheAnswerLimitOfTheDecidingAttempt() {
        Story story = Story.ofCapture();
        knock(story, 23, 300, 0.01);
        Incident incident = story.onlyIncident();
        assertThat(incident.raisedAt() - incident.firstAttempt()).isEqualTo(1_550_000_000L);
        assertThat(incident.attempts()).isGreaterThan(100);
        assertThat(incident.totalAttempts()).isEqualTo(300);
        assertThat(incident.explanation())
                .isEqualTo("23/tcp: 6 addresses tried in 2 s, none answered; "
                        + "ordinary programs and peer-to-peer are both ruled out");
    }

    @Test
    void anIncidentClosesWhenItHasBeenCalmForAMinuteAndGoesOnWhenItComesBackSoon() {
        Story story = Story.ofCapture();
        knock(story, 445, 20, 0.1);
        story.after(30).after(20);
        assertThat(story.closed).isEmpty();
        story.after(20);
        assertThat(story.closed).hasSize(1);

        for (int i = 0; i < 10; i++) {
            story.syn("67." + i + ".1.9", 445);
        }
        story.after(2);
        assertThat(story.opened).hasSize(2);
        assertThat(story.opened.get(1)).isSameAs(story.opened.get(0));
    }

    @Test
    void theWormIsNamedAndTheBrowserBesideItIsNot() {
        Story story = Story.ofHost();
        for (int i = 0; i < 7; i++) {
            story.opening(WORM, story.flow("66." + i + ".1.9", 445));
            Flow page = story.flow("93.184.216." + i, 443);
            story.opening(BROWSER, page);
            story.connected(BROWSER, page);
            story.after(0.1);
        }
        story.after(2);
        assertThat(story.onlyIncident().initiator().process()).contains(WORM);
        assertThat(story.onlyIncident().attribution()).isEqualTo(Attribution.MATCHED);
    }

    @Test
    void eightHalfOpenSocketsOnWormPortsInTwoLooksAlarmBeforeTheAnswerLimit() {
        Story story = Story.ofHost();
        for (int i = 0; i < 8; i++) {
            story.opening(WORM, story.flow("66." + i + ".1.9", 445));
        }
        story.polled();
        assertThat(story.opened).isEmpty();
        story.after(0.5).polled();
        assertThat(story.onlyIncident().kind()).isEqualTo(Kind.SCAN);
        assertThat(story.onlyIncident().explanation())
                .isEqualTo("445/tcp: 8 addresses asked at once, none has answered yet");
    }

    @Test
    void anIncidentOfHalfOpenSocketsStaysOpenAsLongAsTheyAre() {
        Story story = Story.ofHost();
        for (int i = 0; i < 8; i++) {
            story.opening(WORM, story.flow("66." + i + ".1.9", 445));
        }
        for (int look = 0; look < 10; look++) {
            story.polled();
            story.after(0.5);
        }
        assertThat(story.opened).hasSize(1);
        assertThat(story.closed).isEmpty();
    }

    @Test
    void aSlowLookAtTheSocketTableMakesNoFailureOfAnAnsweredConnection() {
        Story story = Story.ofHost();
        Flow flow = story.flow("66.0.1.1", 445);
        story.opening(WORM, flow);
        story.after(0.9).after(0.9).connected(WORM, flow);
        assertThat(story.outcomes).containsExactly("PENDING -> ANSWERED");
    }

    @Test
    void twentyHalfOpenSocketsOnOtherPortsAreManyFailingPeersAndNotAWorm() {
        Story story = Story.ofHost();
        for (int i = 0; i < 20; i++) {
            story.opening(BROWSER, story.flow("66." + i + ".1.9", 40_000 + i));
        }
        story.polled();
        story.after(0.5).polled();
        assertThat(story.onlyIncident().severity()).isEqualTo(Severity.AMBER);
        assertThat(story.onlyIncident().kind()).isEqualTo(Kind.VOLUME);
    }

    @Test
    void anAbandonedAttemptIsNoFailureWhenTheProgramSucceedsOnThatPortSoonAfter() {
        Story story = Story.ofHost();
        for (int i = 0; i < 30; i++) {
            Flow slow = story.flow("66." + i + ".1.9", 445);
            Flow quick = story.flow("66." + i + ".2.9", 445);
            story.opening(WORM, slow);
            story.opening(WORM, quick);
            story.connected(WORM, quick);
            story.gone(slow);
            story.after(0.2);
        }
        story.after(5);
        assertThat(story.opened).isEmpty();
    }

    @Test
    void abandonedAttemptsWithoutAnySuccessAreFailures() {
        Story story = Story.ofHost();
        for (int i = 0; i < 6; i++) {
            Flow flow = story.flow("66." + i + ".1.9", 445);
            story.opening(WORM, flow);
            story.after(0.2).gone(flow);
        }
        story.after(3);
        assertThat(story.onlyIncident().failedDestinations()).isEqualTo(6);
    }

    @Test
    void liveSendersWithoutAProcessAlarmOnWormPortsOnly() {
        Story web = Story.ofHost();
        knock(web, 443, 60, 0.1);
        web.after(2);
        assertThat(web.raised()).containsExactly("AMBER VOLUME");

        Story worm = Story.ofHost();
        knock(worm, 445, 6, 0.1);
        worm.after(2);
        assertThat(worm.onlyIncident().attribution()).isEqualTo(Attribution.UNATTRIBUTED);
    }

    @Test
    void loopbackIsListedButNeverJudged() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 50; i++) {
            story.syn("127.0.1." + i, 445);
        }
        story.after(2);
        assertThat(story.opened).isEmpty();
        assertThat(story.engine.attempts()).isEqualTo(50);
    }

    @Test
    void anAttemptThatIsAttributedLaterCountsForItsProcessAndNoLongerForNobody() {
        Story story = Story.ofHost();
        List<Flow> flows = knock(story, 445, 6, 0.05);
        flows.forEach(flow -> story.opening(WORM, flow));
        story.after(2);
        assertThat(story.onlyIncident().initiator().process()).contains(WORM);
        assertThat(story.onlyIncident().attempts()).isEqualTo(6);
    }

    private static List<Flow> knock(Story story, int port, int times, double everySeconds) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            flows.add(story.syn("66." + i % 250 + "." + i / 250 + ".1", port));
            story.after(everySeconds);
        }
        return flows;
    }

    private static void browse(Story story, int pages) {
        for (int i = 0; i < pages; i++) {
            story.resolved("www" + i + ".example.com", "198.51.100." + i);
            story.answered(story.syn("198.51.100." + i, 443));
            story.after(0.1);
        }
    }

    @Test
    void anAbandonedAttemptThatIsRefusedLateCountsOnce() {
        Story story = Story.ofHost();
        for (int i = 0; i < 3; i++) {
            Flow flow = story.flow("66." + i + ".1.9", 445);
            story.opening(WORM, flow);
            story.after(0.2).gone(flow);
            story.after(2.5);
            story.refused(flow);
        }
        story.after(3);
        assertThat(story.outcomes).contains("ABANDONED -> REFUSED");
        assertThat(story.opened).isEmpty();
    }
}
