package org.synwarden.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.capture.CaptureFile;
import org.synwarden.capture.Frame;
import org.synwarden.capture.FrameBuilder;
import org.synwarden.contract.HeaderObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;

/** Packets in a file for Wireshark; that tshark reads it is shown by {@link PcapngWriterLiveIT}. */
class PcapngWriterTest {
    private static final Instant AT = Instant.parse("2026-03-14T09:26:53.123456789Z");

    @TempDir
    private Path folder;

    static PacketObject packet(int linkType, byte[] bytes, Optional<ProcessObject> process) {
        return new PacketObject(1, AT, 1_500, "tcp", Optional.empty(), Optional.empty(), List.of())
                .captured("matched", process, Optional.of("unanswered"), HeaderObject.of(linkType, bytes));
    }

    static ProcessObject process(String name) {
        return new ProcessObject(4312, "77", name, Optional.of("C:\\Users\\Zoë\\" + name), Optional.empty());
    }

    private List<Frame> readBack(PacketObject... packets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PcapngWriter writer = new PcapngWriter(bytes, "SynWarden");
        for (PacketObject packet : packets) {
            writer.write(packet);
        }
        Path file = Files.write(folder.resolve("packets.pcapng"), bytes.toByteArray());
        List<Frame> frames = new ArrayList<>();
        CaptureFile.at(file)
                .read(frame -> frames.add(Frame.cut(
                        frame.number(), frame.at(), frame.linkType(), frame.copy(1_000), frame.originalLength())));
        return frames;
    }

    @Test
    void packetsAreReadBackAsTheyWereWhateverTheirLinks() throws IOException {
        byte[] ethernet =
                FrameBuilder.from("10.0.0.5", 5_000).to("66.1.1.9", 445).syn();
        byte[] ip = FrameBuilder.from("2001:db8::5", 1)
                .linkType(101)
                .to("2001:db8::6", 2)
                .syn();

        List<Frame> frames = readBack(
                packet(1, ethernet, Optional.empty()),
                packet(101, ip, Optional.empty()),
                packet(1, new byte[13], Optional.of(process("dial.exe"))));

        assertThat(frames).extracting(Frame::linkType).containsExactly(1, 101, 1);
        assertThat(frames.get(0).copy(1_000)).isEqualTo(ethernet);
        assertThat(frames.get(1).copy(1_000)).isEqualTo(ip);
        assertThat(frames).allSatisfy(frame -> {
            assertThat(frame.at()).isEqualTo(AT.getEpochSecond() * 1_000_000_000 + 123_456_789);
            assertThat(frame.originalLength()).isEqualTo(1_500);
        });
    }

    @Test
    void theCommentSaysWhoseItIsHowSureThatIsAndWhatBecameOfIt() {
        assertThat(PcapngWriter.comment(packet(1, new byte[14], Optional.of(process("dial.exe")))))
                .isEqualTo("dial.exe (pid 4312, matched), C:\\Users\\Zoë\\dial.exe; attempt unanswered");
        assertThat(PcapngWriter.comment(packet(1, new byte[14], Optional.empty())))
                .isEqualTo("process not known; attempt unanswered");
    }

    @Test
    void aNameCannotForgeASecondLineNorOutgrowTheComment() {
        assertThat(PcapngWriter.comment(
                        packet(1, new byte[14], Optional.of(process("a\nb\u202E" + "x".repeat(70_000))))))
                .startsWith("a?b?x")
                .hasSize(2_000);
    }

    @Test
    void aPacketOfWhichThereAreNoBytesIsLeftOut() throws IOException {
        PacketObject bare = new PacketObject(1, AT, 60, "arp", Optional.empty(), Optional.empty(), List.of());
        assertThat(readBack(bare)).isEmpty();
    }

    @Test
    void whoWroteItStandsInTheSection() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new PcapngWriter(bytes, "SynWarden 0.1.0").write(packet(1, new byte[14], Optional.empty()));
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).contains("SynWarden 0.1.0");
    }
}
