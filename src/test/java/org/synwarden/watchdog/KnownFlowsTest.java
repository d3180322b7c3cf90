package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.Outcome;
import org.synwarden.engine.Engine;
import org.synwarden.engine.EngineListener;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;
import org.synwarden.watchdog.KnownFlows.Known;

/** Whose the flows of packets are, as the engine finds out. */
class KnownFlowsTest implements EngineListener {
    private static final long SECOND = 1_000_000_000;
    private static final long START = 1_767_225_600 * SECOND;
    private static final ProcessKey WORM = new ProcessKey(4242, 77);

    private final KnownFlows flows = new KnownFlows();
    private final Engine engine = Engine.forHost(this);

    @Override
    public void attemptBegan(Attempt attempt) {
        flows.note(attempt);
    }

    @Override
    public void attemptAttributed(Attempt attempt, Initiator before) {
        flows.note(attempt);
    }

    @Override
    public void attemptConcluded(Attempt attempt, Outcome before) {
        flows.note(attempt);
    }

    private static Flow flow(int port) {
        Endpoint here = new Endpoint(Address.parse("10.0.0.5"), port);
        return new Flow(Protocol.TCP, here, new Endpoint(Address.parse("66.1.1.9"), 445));
    }

    private static Flow numbered(int i) {
        Endpoint here = new Endpoint(Address.parse("10.0.0.5"), 1_024 + i % 60_000);
        return new Flow(Protocol.TCP, here, new Endpoint(Address.ipv4(0x42_00_00_01 + i / 60_000), 445));
    }

    private void syn(Flow flow, long at) {
        engine.observe(new Observation.SynSent(at, EvidenceSource.PACKET_CAPTURE, flow, (int) at));
    }

    @Test
    void aPacketEitherWayIsOfWhoeverOpenedItsFlow() {
        syn(flow(5_000), START);
        engine.observe(
                new Observation.SocketOpening(START + 1, EvidenceSource.SOCKET_TABLE, flow(5_000), Optional.of(WORM)));
        Known pending = new Known(Optional.of(WORM), Attribution.MATCHED, Outcome.PENDING);

        assertThat(flows.of(flow(5_000), START)).hasValue(pending);
        assertThat(flows.of(flow(5_000).reversed(), START)).hasValue(pending);
        assertThat(flows.of(flow(5_001), START)).isEmpty();
    }

    @Test
    void whatBecomesOfTheAttemptIsKnownOfItsPackets() {
        syn(flow(5_000), START);
        engine.observe(new Observation.SynAckReceived(START + 1, EvidenceSource.PACKET_CAPTURE, flow(5_000)));

        assertThat(flows.of(flow(5_000), START)).hasValueSatisfying(known -> {
            assertThat(known.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(known.initiator()).isEmpty();
        });
    }

    @Test
    void aPacketFromBeforeTheAttemptIsOfNobody() {
        syn(flow(5_000), START + 10 * SECOND);

        assertThat(flows.of(flow(5_000), START)).isEmpty();
        assertThat(flows.of(flow(5_000), START + 10 * SECOND - SECOND / 10)).isPresent();
    }

    @Test
    void whenThereAreTooManyTheOneUnusedForLongestMakesRoom() {
        for (int i = 0; i <= KnownFlows.BOUND; i++) {
            syn(numbered(i), START + i);
            engine.tick(START + i);
        }

        assertThat(flows.of(numbered(0), START)).isEmpty();
        assertThat(flows.of(numbered(1), START + 1)).isPresent();
        assertThat(flows.of(numbered(KnownFlows.BOUND), START + KnownFlows.BOUND))
                .isPresent();
    }
}
