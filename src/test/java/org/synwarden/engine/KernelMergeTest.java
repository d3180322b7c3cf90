package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Attribution;
import org.synwarden.net.Flow;
import org.synwarden.observation.ConnectResult;
import org.synwarden.process.ProcessKey;

/** What the kernel says of a connect and what a packet shows of it are one attempt, however they interleave. */
class KernelMergeTest {
    private static final ProcessKey WORM = new ProcessKey(4312, 998_877);
    private static final ProcessKey BROWSER = new ProcessKey(2020, 112_233);

    private final Story story = Story.ofHost();

    @Test
    void aSynThatFollowsItsConnectIsTheSameAttempt() {
        story.connectCalled(WORM, "66.0.1.1", 445, 1);
        story.after(0.02).syn("66.0.1.1", 445);
        story.after(0.2);
        assertThat(story.told()).containsExactly("4312 REPORTED");
    }

    @Test
    void aConnectThatIsHeardOfAfterItsSynIsTheSameAttempt() {
        story.connectCalled(BROWSER, "198.51.100.1", 443, 7); // the kernel is heard from at all
        story.after(1).syn("66.0.1.1", 445);
        story.after(0.02).connectCalled(WORM, "66.0.1.1", 445, 1);
        story.after(0.2);
        assertThat(story.told()).containsExactly("2020 REPORTED", "4312 REPORTED");
    }

    @Test
    void withoutPacketsAConnectIsAnAttemptOfItsOwn() {
        story.connectCalled(WORM, "66.0.1.1", 445, 1);
        assertThat(story.told()).isEmpty();
        story.after(0.2);
        assertThat(story.told()).containsExactly("4312 REPORTED");
        story.after(2);
        assertThat(story.outcomes).containsExactly("PENDING -> UNANSWERED");
    }

    @Test
    void twoProgramsThatAskTheSameServerAtOnceAreNotGuessedAt() {
        story.connectCalled(WORM, "66.0.1.1", 445, 1);
        story.connectCalled(BROWSER, "66.0.1.1", 445, 2);
        Flow flow = story.syn("66.0.1.1", 445);
        assertThat(story.told()).containsExactly("UNATTRIBUTED");

        story.connectLinked(flow, 2);
        assertThat(story.attempts.get(0).initiator().process()).contains(BROWSER);
        assertThat(story.attempts.get(0).attribution()).isEqualTo(Attribution.REPORTED);
    }

    @Test
    void aTwinThatWasToldOfTooEarlyIsWithdrawnWhenItsEndsBecomeKnown() {
        story.connectCalled(WORM, "66.0.1.1", 445, 1);
        story.connectCalled(WORM, "66.0.1.1", 445, 2);
        Flow first = story.syn("66.0.1.1", 445);
        story.after(0.2);
        assertThat(story.attempts).hasSize(3);

        story.connectLinked(first, 1);
        story.after(2);
        assertThat(story.outcomes).hasSize(2);
    }

    @Test
    void aRefusalWithinAMillisecondIsReportedWithItsProgram() {
        story.connectCalled(WORM, "66.0.1.1", 445, 1);
        story.connectEnded("66.0.1.1", 445, 1, ConnectResult.REFUSED);
        assertThat(story.told()).containsExactly("4312 REPORTED");
        assertThat(story.outcomes).containsExactly("PENDING -> REFUSED");

        Flow late = story.after(0.05).syn("66.0.1.1", 445);
        story.refused(late);
        assertThat(story.attempts).hasSize(1);
    }

    @Test
    void aSocketRowJoinsTheAttemptThatTheKernelToldOf() {
        story.connectCalled(WORM, "66.0.1.1", 445, 1);
        story.after(0.4).opening(WORM, story.flow("66.0.1.1", 445));
        assertThat(story.attempts).hasSize(1);
    }

    @Test
    void whatNeverLeftThisPcIsRecordedAndNeverJudged() {
        for (int i = 0; i < 60; i++) {
            story.connectCalled(WORM, "66." + i + ".1.1", 445, i);
            story.connectEnded("66." + i + ".1.1", 445, i, i % 2 == 0 ? ConnectResult.BLOCKED : ConnectResult.NO_ROUTE);
        }
        story.after(3);
        assertThat(story.attempts).hasSize(60);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void anAttemptThatBecomesSurerOfTheSameProcessIsCountedOnce() {
        for (int i = 0; i < 6; i++) {
            Flow flow = story.flow("66." + i + ".1.1", 445);
            story.opening(WORM, flow);
            story.connectCalled(WORM, "66." + i + ".1.1", 445, i);
            story.connectLinked(flow, i);
            story.after(0.1);
        }
        story.after(2);
        assertThat(story.onlyIncident().attempts()).isEqualTo(6);
        assertThat(story.onlyIncident().attribution()).isEqualTo(Attribution.REPORTED);
    }

    @Test
    void aDatagramIsNotTakenForTheConnectToTheSameServer() {
        story.connectCalled(BROWSER, "66.0.1.1", 443, 1);
        story.datagram("66.0.1.1", 443);
        story.syn("66.0.1.1", 443);
        assertThat(story.told()).containsExactly("UNATTRIBUTED", "2020 REPORTED");
    }

    @Test
    void aConnectThatIsHeardOfLaterIsNotTakenForADatagramToTheSameServer() {
        story.connectCalled(WORM, "198.51.100.1", 443, 7); // the kernel is heard from at all
        story.after(1).datagram("66.0.1.1", 443);
        story.syn("66.0.1.1", 443);
        story.connectCalled(BROWSER, "66.0.1.1", 443, 1);
        assertThat(story.told()).containsExactly("4312 REPORTED", "UNATTRIBUTED", "2020 REPORTED");
    }

    @Test
    void aHandleThatTheKernelUsesAgainIsAnotherConnect() {
        story.connectCalled(WORM, "66.0.1.1", 445, 1);
        story.connectEnded("66.0.1.1", 445, 1, ConnectResult.ESTABLISHED);
        story.after(1).connectCalled(BROWSER, "66.0.2.2", 443, 1);
        story.connectEnded("66.0.2.2", 443, 1, ConnectResult.ESTABLISHED);
        assertThat(story.told()).isEqualTo(List.of("4312 REPORTED", "2020 REPORTED"));
    }
}
