package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.EventsLost;

class InboxTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void aFloodBeyondTheBoundIsDroppedAndCountedAndTheRestArrivesInOrder() throws InterruptedException {
        Inbox inbox = new Inbox(3);
        for (int i = 0; i < 5; i++) {
            inbox.add(new Observation.SocketsPolled(i, EvidenceSource.SOCKET_TABLE));
        }
        List<Observation> batch = new ArrayList<>();
        inbox.drainTo(batch, 1);
        assertThat(batch).extracting(Observation::at).containsExactly(0L, 1L, 2L);
        assertThat(inbox.dropped()).isEqualTo(2);
    }

    @Test
    void whatIsDroppedIsToldAsALossOnce() throws InterruptedException {
        Inbox inbox = new Inbox(3);
        for (int i = 0; i < 5; i++) {
            inbox.add(new Observation.SocketsPolled(i, EvidenceSource.SOCKET_TABLE));
        }
        inbox.drainTo(new ArrayList<>(), 1);
        assertThat(inbox.losses(7)).containsExactly(new EventsLost(4, EvidenceSource.SOCKET_TABLE, 2, 3));
        assertThat(inbox.losses(8)).isEmpty();
    }

    @Test
    void aLossOfLongAgoIsNoLongerOneOfLately() {
        Inbox inbox = new Inbox(1);
        assertThat(inbox.hasDroppedSince(0)).isFalse();
        inbox.add(answer(10 * SECOND));
        inbox.add(answer(10 * SECOND + 1));
        assertThat(inbox.hasDroppedSince(10 * SECOND)).isTrue();
        assertThat(inbox.hasDroppedSince(11 * SECOND)).isFalse();
    }

    @Test
    void anEmptyInboxLetsTheEngineTellTheTime() throws InterruptedException {
        List<Observation> batch = new ArrayList<>();
        new Inbox(3).drainTo(batch, 1);
        assertThat(batch).isEmpty();
    }

    @Test
    void whatIsDroppedIsNoEvidenceInItsSecond() {
        Inbox inbox = new Inbox(3);
        for (int i = 0; i < 5; i++) {
            inbox.add(answer(10 * SECOND + i));
        }
        assertThat(inbox.losses(11 * SECOND))
                .containsExactly(new EventsLost(10 * SECOND + 4, EvidenceSource.PACKET_CAPTURE, 2, 3));
        assertThat(inbox.losses(11 * SECOND)).isEmpty();
    }

    @Test
    void aLossThatLastsIsToldOfEachOfItsSecondsAndOfNoOther() {
        Inbox inbox = new Inbox(1);
        inbox.add(answer(9 * SECOND));
        inbox.add(answer(10 * SECOND));
        inbox.add(answer(12 * SECOND));
        assertThat(inbox.losses(13 * SECOND))
                .extracting(EventsLost::at)
                .containsExactly(12 * SECOND, 11 * SECOND, 10 * SECOND);
    }

    @Test
    void aLossThatASourceTellsIsNotLostWithItsMessage() {
        Inbox inbox = new Inbox(1);
        inbox.add(answer(SECOND));
        inbox.add(new EventsLost(2 * SECOND, EvidenceSource.PACKET_CAPTURE, 100, 900));
        assertThat(inbox.losses(3 * SECOND)).extracting(EventsLost::lost).containsExactly(101L);
    }

    @Test
    void aFloodIsTakenOutInBatchesSoThatTimeGoesOn() throws InterruptedException {
        Inbox inbox = new Inbox(Inbox.BOUND);
        for (int i = 0; i < Inbox.BOUND; i++) {
            inbox.add(answer(i));
        }
        List<Observation> batch = new ArrayList<>();
        inbox.drainTo(batch, 1);
        assertThat(batch).hasSize(Inbox.BATCH);
        assertThat(inbox.heardUntil(SECOND)).isEqualTo(Inbox.BATCH);
    }

    @Test
    void noAttemptIsOverdueWhileItsAnswerWaits() {
        Inbox inbox = new Inbox(3);
        assertThat(inbox.heardUntil(7 * SECOND)).isEqualTo(7 * SECOND);
        inbox.add(answer(5 * SECOND));
        assertThat(inbox.heardUntil(7 * SECOND)).isEqualTo(5 * SECOND);
        inbox.add(answer(9 * SECOND));
        assertThat(inbox.heardUntil(4 * SECOND)).isEqualTo(4 * SECOND);
    }

    private static Observation answer(long at) {
        return new Observation.SocketsPolled(at, EvidenceSource.PACKET_CAPTURE);
    }
}
