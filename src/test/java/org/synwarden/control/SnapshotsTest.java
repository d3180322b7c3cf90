package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
    private final AtomicLong clock = new AtomicLong();
    private final FakeWatchdog watchdog = new FakeWatchdog();
    private final Snapshots snapshots = new Snapshots(watchdog, clock::get);

    @Test
    void aFloodOfQuestionsReadsTheSocketTableFourTimesASecond() throws RequestException {
        for (int millis = 0; millis < 1_000; millis++) {
            clock.set(millis * 1_000_000L);
            snapshots.sockets();
            snapshots.of(Topic.SOCKETS);
        }
        assertThat(watchdog.asked).containsExactly("sockets", "sockets", "sockets", "sockets");
    }

    @Test
    void aRuleThatWasMadeIsListedAtOnce() throws RequestException {
        snapshots.rules();
        snapshots.rules();
        snapshots.rulesChanged();
        snapshots.rules();
        assertThat(watchdog.asked).containsExactly("rules", "rules");
    }
}
