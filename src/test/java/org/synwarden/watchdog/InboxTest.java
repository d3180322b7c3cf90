package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

class InboxTest {
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
        assertThat(inbox.lost(7)).contains(new Observation.EventsLost(7, EvidenceSource.SOCKET_TABLE, 2, 3));
        assertThat(inbox.lost(8)).isEmpty();
    }

    @Test
    void anEmptyInboxLetsTheEngineTellTheTime() throws InterruptedException {
        List<Observation> batch = new ArrayList<>();
        new Inbox(3).drainTo(batch, 1);
        assertThat(batch).isEmpty();
    }
}
