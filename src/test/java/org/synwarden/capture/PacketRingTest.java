package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The headers of the latest packets, and nothing of what they carry. */
class PacketRingTest {
    private static final byte[] SECRET =
            "PASS hunter2 and whatever else a program says".getBytes(StandardCharsets.UTF_8);

    private final PacketRing ring = new PacketRing();
    private long at;

    private void capture(byte[] bytes) {
        ring.add(Frame.of(77, ++at, 1, bytes));
    }

    private static byte[] syn(String source, int port) {
        return FrameBuilder.from(source, port).to("203.0.113.7", 445).syn();
    }

    @Test
    void packetsAreNumberedAsTheyComeAndKeptAsTheyWere() {
        byte[] first = syn("192.168.20.52", 50_123);
        byte[] second = syn("2001:db8::52", 50_124);
        capture(first);
        capture(second);

        List<Frame> kept = ring.after(0, 10);

        assertThat(kept).extracting(Frame::number).containsExactly(1L, 2L);
        assertThat(kept).extracting(Frame::at).containsExactly(1L, 2L);
        assertThat(kept.get(1).copy(1_000)).isEqualTo(second);
        assertThat(kept.get(1).originalLength()).isEqualTo(second.length);
        assertThat(ring.after(1, 10)).hasSize(1);
        assertThat(ring.after(2, 10)).isEmpty();
        assertThat(ring.after(0, 1)).extracting(Frame::number).containsExactly(1L);
    }

    @Test
    void whenItIsFullTheOldestMakeRoomAndAreCounted() {
        byte[] bytes = syn("192.168.20.52", 50_123);
        for (int i = 0; i < PacketRing.BOUND; i++) {
            capture(bytes);
        }
        assertThat(ring.evicted()).isZero();

        for (int i = 0; i < 1_500; i++) {
            capture(bytes);
        }

        assertThat(ring.evicted()).isEqualTo(1_500);
        assertThat(ring.newest()).isEqualTo(PacketRing.BOUND + 1_500);
        assertThat(ring.after(0, 1)).extracting(Frame::number).containsExactly(1_501L);
        assertThat(ring.after(0, 100_000)).hasSize(PacketRing.BOUND);
        assertThat(ring.after(PacketRing.BOUND + 1_499L, 10))
                .extracting(Frame::at)
                .containsExactly(at);
    }

    @Test
    void whatTcpAndUdpCarryIsNotKept() {
        capture(FrameBuilder.from("10.0.0.5", 50_123).to("203.0.113.7", 21).segment(FrameBuilder.ACK, SECRET));
        capture(FrameBuilder.from("10.0.0.5", 50_123).to("203.0.113.7", 9).udp(SECRET));
        capture(FrameBuilder.from("2001:db8::5", 50_123).to("2001:db8::7", 9).udp(SECRET));
        capture(FrameBuilder.from("10.0.0.5", 50_123)
                .to("203.0.113.7", 9)
                .fragment(1_480)
                .udp(SECRET));

        for (Frame kept : ring.after(0, 10)) {
            assertThat(new String(kept.copy(1_000), StandardCharsets.ISO_8859_1))
                    .doesNotContain("PASS");
            assertThat(kept.originalLength()).isGreaterThan(kept.capturedLength());
        }
    }

    @Test
    void ofNameAnswersTheHeaderOfDnsIsKeptSoThatTheyCanBeTold() {
        capture(FrameBuilder.from("10.0.0.1", 53).to("10.0.0.5", 50_123).udp(SECRET));

        assertThat(new PacketDecoder().decode(ring.after(0, 1).get(0)).protocols())
                .contains(PacketProtocol.DNS);
    }

    @Test
    void whateverIsCapturedIsKeptWithoutAFault() {
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            java.util.Arrays.fill(bytes, (byte) 0xFF);
            ring.add(Frame.of(1, 1, length % 2 == 0 ? 1 : 147, bytes));
            ring.add(Frame.of(
                    1,
                    1,
                    101,
                    java.util.Arrays.copyOf(
                            FrameBuilder.from("10.0.0.5", 1)
                                    .linkType(101)
                                    .to("10.0.0.6", 2)
                                    .segment(2, SECRET),
                            Math.min(length, 85))));
        }

        assertThat(ring.after(0, 1_000)).hasSize(400).allMatch(frame -> frame.capturedLength() <= PacketRing.LONGEST);
    }
}
