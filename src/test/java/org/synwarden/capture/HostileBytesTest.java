package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.synwarden.observation.EvidenceSource;

/** Whatever the bytes are: no exception but the one that is meant for the user, no endless reading, no more frames than bytes. */
@Timeout(30)
class HostileBytesTest {
    private static final int FILES = 8_000;
    private static final int FRAMES = 100_000;

    private final Random random = new Random(445);
    private long observations;
    private final FrameDecoder decoder = new FrameDecoder(EvidenceSource.CAPTURE_FILE, seen -> observations++);

    @Test
    void mutatedFilesAreReadOrRefused() throws IOException {
        CaptureBuilder story = story();
        byte[] sections = new PcapngBytes()
                .section(ByteOrder.BIG_ENDIAN)
                .describeInterface(1, 60)
                .simple(new byte[60], 90)
                .obsolete(0, 5, new byte[60])
                .block(0x0BAD, new byte[20])
                .section(ByteOrder.LITTLE_ENDIAN)
                .describeInterface(101, 0)
                .enhanced(0, 7, new byte[60])
                .bytes();
        List<byte[]> seeds = List.of(
                story.pcap(),
                story.pcap(ByteOrder.BIG_ENDIAN, true),
                story.pcapng(),
                sections,
                CaptureBuilder.gzip(story.pcapng()));
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] file = mutated(seeds.get(i % seeds.size()));
            try {
                CaptureSummary summary = CaptureFile.of("hostile", new ByteArrayInputStream(file))
                        .read(decoder::decode);
                assertThat(summary.frames()).isLessThanOrEqualTo(file.length);
            } catch (CaptureException e) {
                assertThat(e).message().startsWith("hostile: ").doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isBetween(FILES / 100, FILES / 2);
        assertThat(observations).isGreaterThan(FILES);
    }

    @Test
    void mutatedFramesSayWhatTheyCanOrNothing() {
        List<byte[]> seeds = frames().toList();
        int[] linkTypes = {0, 1, 101, 108, 113, 276};
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = mutated(seeds.get(i % seeds.size()));
            int linkType = random.nextInt(4) > 0 ? 1 : linkTypes[random.nextInt(linkTypes.length)];
            decoder.decode(Frame.of(i, i, linkType, frame));
        }
        assertThat(observations).isGreaterThan(FRAMES / 4);
    }

    private static CaptureBuilder story() {
        CaptureBuilder story = new CaptureBuilder();
        frames().forEach(frame -> story.after(Duration.ofMillis(1)).frame(frame));
        return story;
    }

    private static Stream<byte[]> frames() {
        byte[] names = DnsBuilder.answerTo("www.example.com")
                .alias("www.example.com", "edge.example.net")
                .address("edge.example.net", "192.0.2.7")
                .address("edge.example.net", "2001:db8::7")
                .bytes();
        byte[] announcement = DnsBuilder.announcement()
                .address("nas.local", "10.0.0.8")
                .additionalAddress("nas.local", "fe80::8")
                .bytes();
        FrameBuilder v4 = FrameBuilder.from("10.0.0.5", 53).to("192.0.2.1", 445);
        FrameBuilder v6 = FrameBuilder.from("2001:db8::5", 5353).to("2001:db8::1", 445);
        byte[] quoted = FrameBuilder.from("10.0.0.5", 1)
                .to("192.0.2.1", 2)
                .linkType(101)
                .syn();
        byte[] quotedV6 = FrameBuilder.from("2001:db8::5", 1)
                .to("2001:db8::1", 2)
                .linkType(101)
                .syn();
        return Stream.of(
                v4.syn(),
                v4.synAck(),
                v4.unreachable(1, quoted),
                v4.udp(names),
                FrameBuilder.from("10.0.0.5", 1)
                        .to("192.0.2.1", 445)
                        .tag(0x8100, 1)
                        .ipv4Options(8)
                        .syn(),
                v6.syn(),
                v6.unreachable(0, quotedV6),
                v6.udp(announcement),
                FrameBuilder.from("2001:db8::5", 1)
                        .to("2001:db8::1", 445)
                        .extension(0, new byte[7])
                        .extension(44, new byte[7])
                        .syn());
    }

    /** Changes a few octets, often to values at the edge of their range; now and then cuts or extends. */
    private byte[] mutated(byte[] seed) {
        byte[] bytes = seed.clone();
        int[] edges = {0, 1, 0x7F, 0x80, 0xC0, 0xFF};
        for (int changes = random.nextInt(6); changes >= 0; changes--) {
            int place = random.nextInt(bytes.length);
            bytes[place] = (byte) (random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextInt());
        }
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
            case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(64));
            default -> bytes;
        };
    }
}
