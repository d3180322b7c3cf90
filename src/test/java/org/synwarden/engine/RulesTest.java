package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Flow;

/** The rules beside the core, each just below and at its height. */
class RulesTest {
    @Test
    void eightDeadAddressesOfAForeignNeighbourhoodAreASweep() {
        Story story = Story.ofCapture();
        knock(story, "203.0.113.", 7, 8_443);
        assertThat(story.raised()).isEmpty();
        knock(story, "203.0.113.1", 1, 8_443);
        assertThat(story.raised()).containsExactly("RED SWEEP");
        assertThat(story.opened.get(0).explanation())
                .isEqualTo("8443/tcp: 8 addresses of 203.0.113.0/24 tried in 3 s, none of them answered");
    }

    @Test
    void aPrinterFinderInTheOwnNetworkIsAmberAndSaysWhatItDoes() {
        Story story = Story.ofHost();
        story.network("192.168.20.0/22", false);
        knockWithProcess(story, "192.168.21.", 60, 9_100);
        assertThat(story.raised()).startsWith("AMBER SWEEP").doesNotContain("RED SWEEP", "RED SCAN");
        assertThat(story.opened.get(0).explanation()).startsWith("is looking over your local network: ");
    }

    @Test
    void aSweepOfAQuarterOfTheOwnNeighbourhoodTurnsRedInPlace() {
        Story story = Story.ofHost();
        story.network("192.168.20.0/22", false);
        knockWithProcess(story, "192.168.21.", 64, 9_100);
        assertThat(story.raised()).contains("RED SWEEP");
        assertThat(story.opened.stream()
                        .filter(incident -> incident.kind().text().equals("sweep")))
                .allSatisfy(incident ->
                        assertThat(incident.id()).isEqualTo(story.opened.get(0).id()));
    }

    @Test
    void aWormPortInTheOwnNetworkIsRedAtOnce() {
        Story story = Story.ofHost();
        story.network("192.168.20.0/22", false);
        knockWithProcess(story, "192.168.21.", 8, 445);
        assertThat(story.raised()).contains("RED SWEEP");
    }

    @Test
    void thirtyAbsentNeighboursAreASweepAndTwentyNineAreNot() {
        Story story = Story.ofCapture();
        for (int i = 1; i <= 29; i++) {
            story.sought("192.168.20." + i);
            story.sought("192.168.20." + i);
            story.after(0.1);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
        story.sought("192.168.20.200");
        story.after(2);
        assertThat(story.raised()).containsExactly("RED SWEEP");
    }

    @Test
    void neighboursThatAnswerAndHostsThatForwardAreNoSweep() {
        Story answered = Story.ofCapture();
        for (int i = 1; i <= 60; i++) {
            answered.sought("192.168.20." + i);
            answered.after(0.01).neighbourAnswered("192.168.20." + i);
        }
        answered.after(2);
        assertThat(answered.raised()).isEmpty();

        Story router = Story.ofHost();
        router.network("192.168.20.0/24", true);
        for (int i = 1; i <= 60; i++) {
            router.sought("192.168.20." + i);
        }
        router.after(2);
        assertThat(router.raised()).isEmpty();
    }

    @Test
    void aHundredSilentAddressesNextToEachOtherOnOneUdpPortAreASweep() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 99; i++) {
            story.datagram("203.0.113." + i, 6_892);
            story.after(0.05);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
        story.datagram("203.0.113.99", 6_892);
        story.after(2);
        assertThat(story.raised()).containsExactly("RED UDP_SWEEP");
    }

    @Test
    void aGameServerBrowserThatLooksItsServersUpIsNoSweep() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 200; i++) {
            story.resolved("server" + i + ".example.net", "203.0.113." + i);
            story.datagram("203.0.113." + i, 27_015);
            story.after(0.05);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void blockedQuicToServersThatAnswerOverTcpIsNoSweep() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 200; i++) {
            story.answered(story.syn("203.0.113." + i, 443));
            story.datagram("203.0.113." + i, 443);
            story.after(0.05);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void blockedQuicIsNoSweepEvenIfOnlyTheProgramOfTheTcpConnectionIsKnown() {
        Story story = Story.ofHost();
        for (int i = 0; i < 200; i++) {
            story.asks(Story.PROGRAM, "203.0.113." + i, 443);
            story.datagram("203.0.113." + i, 443);
            story.after(0.05);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void aHundredSilentAddressesFarFromEachOtherAreNoUdpSweep() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 150; i++) {
            story.datagram("81." + i + ".1.9", 6_892);
            story.after(0.05);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void aUdpSweepOfWhichMoreThanATenthRepliesIsNone() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 130; i++) {
            Flow flow = story.datagram("203.0.113." + i, 6_892);
            if (i % 8 == 0) {
                story.replied(flow);
            }
            story.after(0.05);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void aSenderWithoutAProcessCanSweepOverUdpToo() {
        Story story = Story.ofHost();
        for (int i = 0; i < 120; i++) {
            story.datagram("203.0.113." + i, 6_892);
            story.after(0.05);
        }
        story.after(2);
        assertThat(story.raised()).containsExactly("RED UDP_SWEEP");
    }

    @Test
    void aPeerToPeerProgramWhoseScatteredPeersReplyIsNoSweep() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 300; i++) {
            Flow flow = story.datagram("81." + i % 200 + "." + i / 200 + ".9", 6_881);
            if (i % 5 == 0) {
                story.replied(flow);
            }
            story.after(0.05);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void twentyMailServersThatDoNotLetItInAreAMailFloodEvenIfTheyWereLookedUp() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 20; i++) {
            String address = "81." + i + ".1.9";
            story.resolved("mx" + i + ".example.com", address);
            story.syn(address, 25);
            story.after(0.5);
        }
        story.after(2);
        assertThat(story.raised()).contains("RED MAIL_FLOOD");
    }

    @Test
    void fiftyClosedPortsOfOneHostAreAVerticalScanAndFortyNineAreNot() {
        Story story = Story.ofCapture();
        for (int port = 1; port <= 49; port++) {
            story.refused(story.syn("10.0.0.9", 10_000 + port));
            story.after(0.01);
        }
        assertThat(story.raised()).isEmpty();
        story.refused(story.syn("10.0.0.9", 10_050));
        assertThat(story.raised()).containsExactly("AMBER VERTICAL_SCAN");
    }

    @Test
    void fortyFailingPeersInAMinuteAreManyFailingPeersAndNeverAWorm() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 60; i++) {
            story.syn("81." + i + ".1.9", 20_000 + i);
            story.after(0.5);
        }
        story.after(2);
        assertThat(story.raised()).containsExactly("AMBER VOLUME");
        assertThat(story.opened.get(0).explanation()).startsWith("many failing peers: 40 addresses did not answer in ");
    }

    @Test
    void aScanIsNotToldASecondTimeAsManyFailingPeers() {
        Story story = Story.ofCapture();
        for (int i = 0; i < 60; i++) {
            story.syn("81." + i + ".1.9", 445);
            story.after(0.5);
        }
        story.after(2);
        assertThat(story.raised()).containsExactly("RED SCAN");
    }

    @Test
    void whatOthersOpenTowardsThisHostIsNoAttemptOfAnybody() {
        Story story = Story.ofHost();
        story.network("192.168.20.0/24", false);
        for (int i = 0; i < 60; i++) {
            Flow mine = story.flow("66.0.1." + i, 445);
            story.syn(mine.reversed(), 7);
        }
        story.after(2);
        assertThat(story.engine.attempts()).isZero();
    }

    private static void knock(Story story, String network, int count, int port) {
        for (int i = 0; i < count; i++) {
            story.syn(network + (20 + i), port);
            story.after(0.1);
        }
        story.after(2);
    }

    private static void knockWithProcess(Story story, String network, int count, int port) {
        for (int i = 0; i < count; i++) {
            story.opening(Story.PROGRAM, story.flow(network + i, port));
            story.after(0.1);
        }
        story.after(2);
    }

    @Test
    void aRetryLongAfterAnIncidentHasClosedRaisesNoNewOne() {
        Story story = Story.ofCapture();
        knock(story, "203.0.113.", 12, 445);
        int before = story.opened.size();
        story.after(3_600);
        assertThat(story.raised()).contains("RED SCAN", "RED SWEEP");
        assertThat(story.closed).hasSize(before);
        knock(story, "203.0.113.", 1, 445);
        assertThat(story.opened).hasSize(before);
    }

    @Test
    void aRetrySoonAfterAnIncidentHasClosedDoesNotOpenItAgain() {
        Story story = Story.ofCapture();
        knock(story, "203.0.113.", 12, 445);
        int before = story.opened.size();
        story.after(300);
        assertThat(story.closed).hasSize(before);
        knock(story, "203.0.113.", 1, 445);
        assertThat(story.opened).hasSize(before);
    }

    @Test
    void datagramsThatAreAnsweredLateDoNotCountAsSilent() {
        Story story = Story.ofCapture();
        List<Flow> late = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            late.add(story.datagram("203.0.113." + i, 6_892));
        }
        story.after(2);
        late.forEach(story::replied);
        for (int i = 10; i < 105; i++) {
            story.datagram("203.0.113." + i, 6_892);
            story.after(0.05);
        }
        story.after(2);
        assertThat(story.raised()).isEmpty();
    }
}
