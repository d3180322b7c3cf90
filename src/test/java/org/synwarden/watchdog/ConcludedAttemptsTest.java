package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Outcome;
import org.synwarden.engine.Engine;
import org.synwarden.engine.EngineListener;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/** Packets that come before the kernel's events: what became of an attempt is known before whose it was. */
class ConcludedAttemptsTest {
    private static final Endpoint HERE = new Endpoint(Address.parse("192.168.20.52"), 0);
    private static final ProcessKey WORM = new ProcessKey(4312, 77);

    private final List<Attempt> told = new ArrayList<>();
    private final ConcludedAttempts attempts = new ConcludedAttempts(told::add);
    private final Engine engine = Engine.forHost(new EngineListener() {
        @Override
        public void attemptConcluded(Attempt attempt, Outcome before) {
            if (before == Outcome.PENDING) {
                attempts.concluded(attempt);
            }
        }

        @Override
        public void attemptWithdrawn(Attempt attempt) {
            attempts.withdrawn(attempt);
        }
    });
    private long now = 1_000_000_000L;

    @Test
    void anAttemptThatIsRefusedBeforeItsProcessIsKnownWaitsForIt() {
        refused(1);
        connectCalled(1);
        attempts.tick(now + ConcludedAttempts.PATIENCE - 1);
        assertThat(told).isEmpty();

        attempts.tick(now + ConcludedAttempts.PATIENCE);
        assertThat(told).extracting(Attempt::attribution).containsExactly(Attribution.REPORTED);
    }

    @Test
    void anAttemptThatNobodyNamesIsToldAsItIs() {
        refused(1);
        attempts.tick(now + ConcludedAttempts.PATIENCE);
        assertThat(told).extracting(Attempt::attribution).containsExactly(Attribution.UNATTRIBUTED);
    }

    @Test
    void anAttemptWhoseProcessIsKnownIsToldAtOnce() {
        connectCalled(1);
        refused(1);
        assertThat(told).hasSize(1);
    }

    @Test
    void ofTheTwoThatTurnOutToBeOneOnlyOneIsTold() {
        connectCalled(1);
        engine.tick(now + 200_000_000);
        now += 3_000_000_000L;
        refused(1);
        engine.observe(
                new Observation.ConnectEnded(now, EvidenceSource.KERNEL_EVENTS, flow(1), 1, ConnectResult.REFUSED));
        attempts.tick(now + 2 * ConcludedAttempts.PATIENCE);
        assertThat(told).extracting(attempt -> attempt.flow().remote()).doesNotHaveDuplicates();
    }

    @Test
    void whenTooManyWaitTheOldestIsTold() {
        for (int i = 1; i <= ConcludedAttempts.BOUND + 2; i++) {
            refused(i);
        }
        assertThat(told).hasSize(2);
    }

    private void refused(int target) {
        attempts.tick(now);
        engine.observe(new Observation.SynSent(now, EvidenceSource.PACKET_CAPTURE, flow(target), target));
        engine.observe(new Observation.ResetReceived(now, EvidenceSource.PACKET_CAPTURE, flow(target)));
    }

    private void connectCalled(int target) {
        engine.observe(new Observation.ConnectCalled(
                now, EvidenceSource.KERNEL_EVENTS, WORM, HERE, flow(target).remote(), target));
    }

    private static Flow flow(int target) {
        return new Flow(
                Protocol.TCP,
                new Endpoint(HERE.address(), 1_024 + target),
                new Endpoint(Address.parse("66.0." + target / 250 + "." + (target % 250 + 1)), 445));
    }
}
