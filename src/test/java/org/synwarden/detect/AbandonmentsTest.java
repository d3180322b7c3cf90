package org.synwarden.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.AttemptListener;
import org.synwarden.attempt.AttemptTracker;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.NameBook;
import org.synwarden.attempt.NetworkGrace;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/** What its own program gave up waits for two seconds, if there is room for it. */
class AbandonmentsTest {
    private static final Address PC = Address.parse("192.168.20.52");
    private static final ProcessKey PROGRAM = new ProcessKey(3000, 55);
    private static final long NOW = TimeUnit.SECONDS.toNanos(1_700_000_000);

    private final List<Long> failed = new ArrayList<>();
    private final Abandonments abandonments =
            new Abandonments(new Units(JudgeSettings.defaults()), (attempt, at) -> failed.add(attempt.id()));
    private final AttemptTracker tracker = new AttemptTracker(
            new NetworkGrace(TimeUnit.MILLISECONDS.toNanos(1_500)), new NameBook(), new AttemptListener() {
                @Override
                public void concluded(Attempt attempt, Outcome before, long at) {
                    abandonments.add(attempt, at);
                }
            });

    @Test
    void theOldestIsDecidedEarlyWhereTooManyWait() {
        for (int i = 0; i < Abandonments.BOUND; i++) {
            abandon(i);
        }
        assertThat(failed).isEmpty();
        abandon(Abandonments.BOUND);
        assertThat(failed).containsExactly(1L);
        assertThat(abandonments.bound()).isEqualTo(new Bounded("abandoned", 16_384, 16_384, 1));
        abandonments.tick(NOW + TimeUnit.SECONDS.toNanos(2));
        assertThat(failed).hasSize(Abandonments.BOUND + 1);
        assertThat(abandonments.bound().held()).isZero();
    }

    private void abandon(int number) {
        Address target = Address.ipv4(0x2D00_0000 + number);
        Flow flow = new Flow(Protocol.TCP, PC, 1_024 + number, target, 445);
        tracker.socketOpening(
                new Observation.SocketOpening(NOW, EvidenceSource.SOCKET_TABLE, flow, Optional.of(PROGRAM)));
        tracker.socketGone(new Observation.SocketGone(NOW, EvidenceSource.SOCKET_TABLE, flow));
    }
}
