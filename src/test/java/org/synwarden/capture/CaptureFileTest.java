package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureFileTest {
    private static final CaptureBuilder STORY = new CaptureBuilder()
            .syn("10.0.0.5", 50_000, "192.0.2.1", 445)
            .after(Duration.ofNanos(1_500_000_123))
            .rst("10.0.0.5", 50_000, "192.0.2.1", 445);

    @ParameterizedTest
    @CsvSource({
        "LITTLE_ENDIAN, false, 1500000000",
        "BIG_ENDIAN, false, 1500000000",
        "LITTLE_ENDIAN, true, 1500000123",
        "BIG_ENDIAN, true, 1500000123"
    })
    void readsPcapInBothByteOrdersAndResolutions(String order, boolean nanoseconds, long later) throws IOException {
        byte[] pcap =
                STORY.pcap("BIG_ENDIAN".equals(order) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, nanoseconds);
        List<Seen> seen = new ArrayList<>();

        assertThat(read(pcap, seen)).isEqualTo(new CaptureSummary(2, List.of()));
        assertThat(seen)
                .containsExactly(
                        new Seen(1, CaptureBuilder.START, 1, 54, 54),
                        new Seen(2, CaptureBuilder.START + later, 1, 54, 54));
    }

    @Test
    void readsPcapng() throws IOException {
        List<Seen> seen = new ArrayList<>();

        assertThat(read(STORY.pcapng(), seen)).isEqualTo(new CaptureSummary(2, List.of()));
        assertThat(seen)
                .containsExactly(
                        new Seen(1, CaptureBuilder.START, 1, 54, 54),
                        new Seen(2, CaptureBuilder.START + 1_500_000_123, 1, 54, 54));
    }

    @Test
    void showsTheBytesOfTheFrame() throws IOException {
        List<byte[]> frames = new ArrayList<>();

        CaptureFile.of("story", new ByteArrayInputStream(STORY.pcapng())).read(frame -> frames.add(frame.copy(1000)));

        assertThat(frames.get(0))
                .isEqualTo(FrameBuilder.from("10.0.0.5", 50_000)
                        .to("192.0.2.1", 445)
                        .syn());
    }

    @Test
    void handsOverFramesInTheOrderOfTheFileEvenWhenTimeRunsBackwards() throws IOException {
        byte[] pcap = new CaptureBuilder()
                .syn("10.0.0.5", 1, "192.0.2.1", 445)
                .after(Duration.ofSeconds(-5))
                .syn("10.0.0.5", 2, "192.0.2.1", 445)
                .pcap();
        List<Seen> seen = new ArrayList<>();

        read(pcap, seen);

        assertThat(seen)
                .extracting(Seen::at)
                .containsExactly(CaptureBuilder.START, CaptureBuilder.START - 5_000_000_000L);
    }

    @Test
    void readsGzipOfOneMemberOrSeveral() throws IOException {
        byte[] pcap = STORY.pcap();
        byte[] twoMembers = FrameBuilder.joined(
                CaptureBuilder.gzip(Arrays.copyOf(pcap, 100)),
                CaptureBuilder.gzip(Arrays.copyOfRange(pcap, 100, pcap.length)));

        assertThat(read(CaptureBuilder.gzip(pcap)).frames()).isEqualTo(2);
        assertThat(read(new Trickle(twoMembers)).frames()).isEqualTo(2);
    }

    @Test
    void readsWhatComesInSmallPieces() throws IOException {
        assertThat(read(new Trickle(STORY.pcapng()))).isEqualTo(new CaptureSummary(2, List.of()));
    }

    @Test
    void handsOverAFrameFromAPipeBeforeTheNextOneIsWritten() throws IOException {
        byte[] pcap = STORY.pcap();
        int firstFrame = 24 + 16 + 54;
        PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream pipe = new PipedInputStream(writer, 4096);
        writer.write(pcap, 0, firstFrame);
        List<Long> numbers = new ArrayList<>();

        CaptureFile.of("-", pipe).read(frame -> {
            if (numbers.isEmpty()) {
                writer.write(pcap, firstFrame, pcap.length - firstFrame);
                writer.close();
            }
            numbers.add(frame.number());
        });

        assertThat(numbers).containsExactly(1L, 2L);
    }

    @Test
    void readsStandardInputByItsPath() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/stdin")), "this system has no /dev/stdin");
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        placeOf(CaptureFile.class) + File.pathSeparator + placeOf(CountFrames.class),
                        CountFrames.class.getName(),
                        "/dev/stdin")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var input = reader.getOutputStream()) {
            input.write(STORY.pcapng());
        }

        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("2 frames");
        assertThat(reader.waitFor()).isZero();
    }

    @Test
    void readsMoreThanItsBufferHolds() throws IOException {
        Random random = new Random(445);
        PcapBytes pcap = new PcapBytes(ByteOrder.LITTLE_ENDIAN, true, 1);
        List<byte[]> written = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] frame = new byte[random.nextInt(i % 50 == 0 ? Frame.LONGEST + 1 : 20_000)];
            random.nextBytes(frame);
            written.add(frame);
            pcap.frame(i, frame);
        }
        List<byte[]> seen = new ArrayList<>();

        CaptureFile.of("big", new ByteArrayInputStream(pcap.bytes()))
                .read(frame -> seen.add(frame.copy(Frame.LONGEST)));

        assertThat(seen).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(seen.get(i)).as("frame %d", i + 1).isEqualTo(written.get(i));
        }
    }

    @Test
    void readsUpToWhereAFrameIsCutOffAndSaysWhere() throws IOException {
        byte[] pcap = STORY.pcap();
        byte[] cut = Arrays.copyOf(pcap, pcap.length - 1);

        assertThat(read(cut))
                .isEqualTo(new CaptureSummary(
                        1, List.of(new CaptureWarning.Damaged(24 + 16 + 54, 2, "the capture ends inside a frame"))));
    }

    @Test
    void readsUpToWhereTheGzipIsCutOff() throws IOException {
        byte[] packed = CaptureBuilder.gzip(STORY.pcap());
        byte[] cut = Arrays.copyOf(packed, packed.length - 1);

        CaptureSummary summary = read(cut);

        assertThat(summary.frames()).isEqualTo(2);
        assertThat(summary.warnings())
                .singleElement()
                .extracting(CaptureWarning::message)
                .asString()
                .contains("cannot be read on")
                .contains("frame 3");
    }

    @Test
    void stopsAtAFrameThatClaimsMoreThanAFrameCanHave() throws IOException {
        byte[] pcap = new PcapBytes(ByteOrder.BIG_ENDIAN, false, 1)
                .frame(0, new byte[60])
                .frame(0, new byte[60], Frame.LONGEST + 1, 60)
                .bytes();

        CaptureSummary summary = read(pcap);

        assertThat(summary.frames()).isEqualTo(1);
        assertThat(summary.warnings())
                .containsExactly(
                        new CaptureWarning.Damaged(100, 2, "a frame claims 262145 captured bytes, more than 262144"));
    }

    @Test
    void refusesACaptureThatIsDamagedBeforeItsFirstFrame() {
        byte[] pcap = new PcapBytes(ByteOrder.BIG_ENDIAN, false, 1)
                .frame(0, new byte[60], -1, -1)
                .bytes();

        assertRefused(
                pcap,
                "story: holds nothing that can be read: damaged at byte 24: a frame claims 4294967295 captured bytes");
        assertRefused(Arrays.copyOf(STORY.pcap(), 24 + 20), "damaged at byte 24: the capture ends inside a frame");
        assertRefused(Arrays.copyOf(CaptureBuilder.gzip(STORY.pcap()), 12), "the bytes cannot be read on");
    }

    @Test
    void aCaptureWithoutFramesIsWholeAllTheSame() throws IOException {
        assertThat(read(new CaptureBuilder().pcap())).isEqualTo(new CaptureSummary(0, List.of()));
        assertThat(read(new CaptureBuilder().pcapng())).isEqualTo(new CaptureSummary(0, List.of()));
    }

    /** More than fits a 32-bit number, and no place for it on the disk or in memory. */
    @Test
    void readsMoreThan2GibibytesFromAStreamAndSaysWhereItEnds() throws IOException {
        byte[] frame = new PcapBytes(ByteOrder.LITTLE_ENDIAN, false, 1)
                .frame(0, new byte[Frame.LONGEST])
                .bytes();
        byte[] record = Arrays.copyOfRange(frame, 24, frame.length);
        long frames = (1L << 31) / record.length + 2;
        InputStream head = new ByteArrayInputStream(Arrays.copyOf(frame, 24));
        InputStream cut = new ByteArrayInputStream(Arrays.copyOf(record, 20));
        Repeated middle = new Repeated(record, frames);

        CaptureSummary summary = read(new SequenceInputStream(Collections.enumeration(List.of(head, middle, cut))));

        assertThat(24 + frames * record.length).isGreaterThan(Integer.MAX_VALUE);
        assertThat(summary)
                .isEqualTo(new CaptureSummary(
                        frames,
                        List.of(new CaptureWarning.Damaged(
                                24 + frames * record.length, frames + 1, "the capture ends inside a frame"))));
    }

    @Test
    void aCompressionBombIsReadOnWithoutBeingHeld() throws IOException {
        byte[] head = new PcapBytes(ByteOrder.LITTLE_ENDIAN, false, 1).bytes();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int framesWithoutBytes = 2_000_000;
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(head);
            new Repeated(new byte[16], framesWithoutBytes).transferTo(gzip);
        }

        assertThat(packed.size()).isLessThan(framesWithoutBytes / 10);
        assertThat(read(new ByteArrayInputStream(packed.toByteArray())).frames())
                .isEqualTo(framesWithoutBytes);
    }

    @Test
    void passesOnWhatTheConsumerThrows() {
        assertThatIOException()
                .isThrownBy(() -> CaptureFile.of("story", new ByteArrayInputStream(STORY.pcap()))
                        .read(frame -> {
                            throw new IOException("disk full");
                        }))
                .withMessage("disk full");
    }

    @Test
    void saysThatAFileIsEmpty() {
        assertRefused(new byte[0], "story: is empty");
    }

    @Test
    void saysThatAFileIsNoCapture() {
        assertRefused("hello, world".getBytes(StandardCharsets.UTF_8), "story: is neither pcap nor pcapng");
        assertRefused(new byte[] {1}, "story: is neither pcap nor pcapng");
    }

    @Test
    void saysThatTheFileHeaderIsCutOff() {
        assertRefused(Arrays.copyOf(STORY.pcap(), 23), "the capture ends inside its file header");
        assertRefused(Arrays.copyOf(STORY.pcapng(), 27), "the capture ends inside a block");
    }

    @Test
    void saysThatALinkTypeIsNotSupportedEvenBeforeTheFirstFrame() {
        byte[] pcap = new PcapBytes(ByteOrder.LITTLE_ENDIAN, false, 105).bytes();

        assertRefused(
                pcap,
                "story: link type 105 (Wi-Fi in monitor mode) is not supported; capture again without monitor mode");
    }

    @Test
    void looksPastTheChecksumLengthInTheLinkType() throws IOException {
        byte[] pcap = new PcapBytes(ByteOrder.LITTLE_ENDIAN, false, 0x24000001)
                .frame(0, new byte[60])
                .bytes();

        assertThat(read(pcap).frames()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithAPath(@TempDir Path folder) throws IOException {
        Path secret = Files.write(folder.resolve("secret.pcap"), STORY.pcap());

        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> CaptureFile.at(folder).read(frame -> {}))
                .withMessageContaining("is a directory");
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> CaptureFile.at(folder.resolve("none.pcap")).read(frame -> {}))
                .withMessageContaining("none.pcap: does not exist");
        assertThat(CaptureFile.at(secret).read(frame -> {}).frames()).isEqualTo(2);
    }

    private static Path placeOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageContaining(message)
                .withMessageNotContaining("\n");
    }

    static CaptureSummary read(byte[] bytes) throws IOException {
        return read(bytes, new ArrayList<>());
    }

    static CaptureSummary read(byte[] bytes, List<Seen> seen) throws IOException {
        return CaptureFile.of("story", new ByteArrayInputStream(bytes)).read(frame -> seen.add(Seen.of(frame)));
    }

    private static CaptureSummary read(InputStream stream) throws IOException {
        return CaptureFile.of("story", stream).read(frame -> {});
    }

    /** What a frame says of itself. */
    record Seen(long number, long at, int linkType, int capturedLength, long originalLength) {
        static Seen of(Frame frame) {
            return new Seen(
                    frame.number(), frame.at(), frame.linkType(), frame.capturedLength(), frame.originalLength());
        }
    }

    /** Yields three bytes at a time and, like a slow pipe, never has more at hand. */
    private static final class Trickle extends InputStream {
        private final InputStream bytes;

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, Math.min(length, 3));
        }
    }

    /** The same bytes again and again. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private long left;

        Repeated(byte[] bytes, long times) {
            this.bytes = bytes;
            left = times * bytes.length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int from = (int) ((bytes.length - left % bytes.length) % bytes.length);
            int count = (int) Math.min(Math.min(length, left), bytes.length - from);
            System.arraycopy(bytes, from, target, offset, count);
            left -= count;
            return count;
        }
    }

    /** A program of its own, because standard input cannot be injected. */
    static final class CountFrames {
        private CountFrames() {}

        public static void main(String[] arguments) throws IOException {
            CaptureSummary summary = CaptureFile.at(Path.of(arguments[0])).read(frame -> {});
            System.out.print(summary.frames() + " frames");
        }
    }
}
