package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.Outcome;
import org.synwarden.capture.Frame;
import org.synwarden.capture.FrameBuilder;
import org.synwarden.capture.FrameDecoder;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.engine.Engine;
import org.synwarden.engine.EngineListener;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

/** Captured packets as a client is told of them. */
class PacketsTest implements EngineListener {
    private static final long START = 1_767_225_600_000_000_000L;
    private static final ProcessKey WORM = new ProcessKey(4242, 77);
    private static final String HERE = "10.0.0.5";
    private static final String THERE = "66.1.1.9";

    private final List<SocketRow> rows = new ArrayList<>();
    private final Packets packets = new Packets(() -> rows, PacketsTest::described);
    private final Engine engine = Engine.forHost(this);
    private final FrameDecoder decoder = new FrameDecoder(EvidenceSource.PACKET_CAPTURE, engine::observe);
    private long at = START;

    private static Optional<ProcessObject> described(ProcessKey key) {
        return Optional.of(
                new ProcessObject(key.pid(), "77", "worm", Optional.of("/tmp/worm"), Optional.of("zoe")).inBrief());
    }

    @Override
    public void attemptBegan(Attempt attempt) {
        packets.note(attempt);
    }

    @Override
    public void attemptAttributed(Attempt attempt, Initiator before) {
        packets.note(attempt);
    }

    @Override
    public void attemptConcluded(Attempt attempt, Outcome before) {
        packets.note(attempt);
    }

    private void capture(byte[] bytes) {
        Frame frame = Frame.of(1, ++at, 1, bytes);
        decoder.decode(frame);
        packets.keep(frame);
    }

    private static Flow flow() {
        return new Flow(
                Protocol.TCP, new Endpoint(Address.parse(HERE), 5_000), new Endpoint(Address.parse(THERE), 445));
    }

    private List<PacketObject> told() {
        return packets.after(OptionalLong.empty(), 100);
    }

    @Test
    void aSynAndItsRefusalAreOfTheProgramThatConnected() {
        capture(FrameBuilder.from(HERE, 5_000).to(THERE, 445).syn());
        engine.observe(new Observation.SocketOpening(at, EvidenceSource.SOCKET_TABLE, flow(), Optional.of(WORM)));
        capture(FrameBuilder.from(THERE, 445).to(HERE, 5_000).rst());

        assertThat(told()).hasSize(2).allSatisfy(packet -> {
            assertThat(packet.process())
                    .hasValueSatisfying(worm -> assertThat(worm.name()).isEqualTo("worm"));
            assertThat(packet.attribution()).hasValue("matched");
            assertThat(packet.outcome()).hasValue("refused");
            assertThat(packet.header().orElseThrow().decoded()).hasSize(54);
        });
        assertThat(told()).extracting(PacketObject::frame).containsExactly(1L, 2L);
        assertThat(packets.after(OptionalLong.of(1), 100))
                .extracting(PacketObject::frame)
                .containsExactly(2L);
    }

    @Test
    void whatOnlyTheSocketTableTellsIsNoMoreThanRecent() {
        capture(FrameBuilder.from(THERE, 445).to(HERE, 5_000).segment(FrameBuilder.FIN | FrameBuilder.ACK));
        rows.add(new SocketRow(flow(), SocketState.ESTABLISHED, Optional.of(WORM)));

        assertThat(told()).singleElement().satisfies(packet -> {
            assertThat(packet.process()).isPresent();
            assertThat(packet.attribution()).hasValue("recent");
            assertThat(packet.outcome()).isEmpty();
        });
    }

    @Test
    void nobodyIsGuessed() {
        capture(FrameBuilder.from(HERE, 5_000).to(THERE, 445).syn());
        capture(FrameBuilder.from(HERE, 53).to(THERE, 53).udp(new byte[20]));
        capture(new byte[60]);

        assertThat(told()).hasSize(3).allSatisfy(packet -> {
            assertThat(packet.process()).isEmpty();
            assertThat(packet.attribution()).hasValue("unattributed");
        });
        assertThat(packets.bound()).isEqualTo(new Bounded("packets", 3, 50_000, 0));
    }
}
