package org.synwarden.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.capture.CaptureFileTest.Seen;

class PcapngReaderTest {
    private static final byte[] FRAME =
            FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 445).syn();
    private static final int SECTION_LENGTH = 28;
    private static final int INTERFACE_LENGTH = 20;

    private final PcapngBytes pcapng = new PcapngBytes().section(ByteOrder.LITTLE_ENDIAN);

    @Test
    void readsSectionsInDifferentByteOrdersEachWithItsOwnInterfaces() throws IOException {
        pcapng.describeInterface(1, 0).enhanced(0, 1_000_000, FRAME);
        pcapng.section(ByteOrder.BIG_ENDIAN);
        pcapng.describeInterface(113, 0).describeInterface(101, 0).enhanced(1, 2_000_000, FRAME);

        assertThat(seen())
                .containsExactly(new Seen(1, 1_000_000_000, 1, 54, 54), new Seen(2, 2_000_000_000, 101, 54, 54));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 5000000000",
        "6, 1234567, 1234567000",
        "9, 1234567, 1234567",
        "12, 1234567, 1234",
        "127, 1234567, 0",
        "128, 5, 5000000000",
        "138, 1536, 1500000000",
        "160, 6442450944, 1500000000",
        "191, -1, 1999999999",
        "255, -1, 0",
        "0, -1, 9223372036854775807",
        "9, -1, 9223372036854775807",
        "128, -1, 9223372036854775807"
    })
    void understandsEveryTimeResolution(int resolution, long units, long nanoseconds) throws IOException {
        pcapng.describeInterface(1, 0, pcapng.option(9, (byte) resolution)).enhanced(0, units, FRAME);

        assertThat(seen()).extracting(Seen::at).containsExactly(nanoseconds);
    }

    @ParameterizedTest
    @CsvSource({"3600, 3601000000000", "-1, 0", "9223372036854775807, 9223372036854775807"})
    void addsTheTimeOffset(long offset, long nanoseconds) throws IOException {
        pcapng.describeInterface(1, 0, pcapng.option(2, (byte) 'e'), pcapng.numberOption(14, offset))
                .enhanced(0, 1_000_000, FRAME);

        assertThat(seen()).extracting(Seen::at).containsExactly(nanoseconds);
    }

    @Test
    void ignoresOptionsBehindTheirEnd() throws IOException {
        pcapng.describeInterface(1, 0, pcapng.option(0), pcapng.option(9, (byte) 9))
                .enhanced(0, 1, FRAME);

        assertThat(seen()).extracting(Seen::at).containsExactly(1000L);
    }

    @Test
    void survivesOptionsWithoutLength() throws IOException {
        pcapng.describeInterface(1, 0, pcapng.option(9), pcapng.option(14)).enhanced(0, 1, FRAME);

        assertThat(seen()).extracting(Seen::at).containsExactly(1000L);
    }

    @Test
    void readsObsoletePackets() throws IOException {
        pcapng.describeInterface(1, 0).describeInterface(101, 0).obsolete(1, 2_000_000, FRAME);

        assertThat(seen()).containsExactly(new Seen(1, 2_000_000_000, 101, 54, 54));
    }

    @Test
    void givesASimplePacketTheTimeOfTheFrameBeforeAndSaysSo() throws IOException {
        pcapng.describeInterface(1, 40).enhanced(0, 2_000_000, FRAME).simple(Arrays.copyOf(FRAME, 40), 54);
        List<Seen> seen = new ArrayList<>();

        CaptureSummary summary = CaptureFileTest.read(pcapng.bytes(), seen);

        assertThat(seen.get(1)).isEqualTo(new Seen(2, 2_000_000_000, 1, 40, 54));
        assertThat(summary.warnings()).containsExactly(new CaptureWarning.TimesMissing(1));
    }

    @Test
    void aSimplePacketHasNoMoreThanTheSnapLengthAndItsBlock() throws IOException {
        pcapng.describeInterface(1, 38).simple(Arrays.copyOf(FRAME, 38), 54);
        pcapng.section(ByteOrder.LITTLE_ENDIAN).describeInterface(1, 0).simple(Arrays.copyOf(FRAME, 40), 54);

        assertThat(seen()).extracting(Seen::capturedLength).containsExactly(38, 40);
    }

    @Test
    void passesOverUnknownBlocksOfAnyLength() throws IOException {
        pcapng.describeInterface(1, 0)
                .block(0x0BAD, new byte[3 * CaptureInput.CAPACITY])
                .block(0x0BAD, new byte[0])
                .enhanced(0, 1, FRAME);

        assertThat(seen()).hasSize(1);
    }

    @Test
    void passesOverFramesOfOtherLinkTypesAndSaysSo() throws IOException {
        pcapng.describeInterface(249, 0).describeInterface(1, 0);
        pcapng.enhanced(0, 1, FRAME).enhanced(1, 2, FRAME).enhanced(0, 3, FRAME);

        CaptureSummary summary = CaptureFileTest.read(pcapng.bytes());

        assertThat(summary).isEqualTo(new CaptureSummary(3, List.of(new CaptureWarning.LinkTypePassedOver(249, 2))));
        assertThat(summary.warnings().get(0).message())
                .isEqualTo("2 frames passed over: link type 249 (USB) is not supported");
    }

    @Test
    void interfacesOfOneSectionHaveTheirOwnLinkTypesAndClocks() throws IOException {
        pcapng.describeInterface(1, 0);
        pcapng.describeInterface(101, 0, pcapng.option(9, (byte) 9));
        pcapng.describeInterface(276, 0, pcapng.numberOption(14, 10));
        pcapng.enhanced(1, 5, new byte[40]).enhanced(0, 7, FRAME).enhanced(2, 9, new byte[44]);

        assertThat(seen())
                .extracting(Seen::linkType, Seen::at)
                .containsExactly(tuple(101, 5L), tuple(1, 7_000L), tuple(276, 10_000_009_000L));
    }

    /** Name resolution, statistics, journal, secrets, and custom blocks that may be copied or not. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 9, 10, 0xBAD, 0x4000_0BAD, -1})
    void passesOverBlocksThatHoldNoFrames(int type) throws IOException {
        pcapng.describeInterface(1, 0)
                .block(type, new byte[] {1, 2, 3, 4, 5, 6, 7})
                .enhanced(0, 1, FRAME);

        assertThat(seen()).hasSize(1);
    }

    @Test
    void refusesACaptureWithoutOneFrameOfASupportedLinkType() {
        pcapng.describeInterface(249, 0).enhanced(0, 1, FRAME);

        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(this::seen)
                .withMessageContaining("link type 249 (USB) is not supported");
    }

    @Test
    void stopsAtABlockThatClaimsToBeShorterThanItsHeader() throws IOException {
        pcapng.raw(pcapng.buffer(12).putInt(0x0BAD).putInt(0));

        assertDamage(SECTION_LENGTH, "a block claims 0 bytes, too few for its kind");
    }

    @Test
    void stopsAtAnEndlessBlock() throws IOException {
        pcapng.raw(pcapng.buffer(12).putInt(0x0BAD).putInt(-4));

        assertDamage(SECTION_LENGTH, "a block of 4294967292 bytes runs past the end");
    }

    @Test
    void stopsAtAPacketBlockTooLargeToHold() throws IOException {
        pcapng.raw(pcapng.buffer(12).putInt(6).putInt(0x7FFFFFF0));

        assertDamage(SECTION_LENGTH, "a block claims 2147483632 bytes, more than 1048576");
    }

    @Test
    void stopsAtABlockWhoseTwoLengthsDiffer() throws IOException {
        pcapng.describeInterface(1, 0).enhanced(0, 1, FRAME).enhanced(0, 1, FRAME);
        byte[] bytes = pcapng.bytes();
        bytes[bytes.length - 4] ^= 4;

        assertThat(CaptureFileTest.read(bytes).warnings())
                .containsExactly(new CaptureWarning.Damaged(
                        SECTION_LENGTH + INTERFACE_LENGTH + 88,
                        2,
                        "a block begins with length 88 and ends with length 92"));
    }

    @Test
    void stopsAtAFrameThatDoesNotFitItsBlock() throws IOException {
        pcapng.describeInterface(1, 0).enhanced(0, 1, FRAME, 57);

        assertDamage(SECTION_LENGTH + INTERFACE_LENGTH, "a frame claims 57 captured bytes in a block of 88");
    }

    @Test
    void stopsAtAFrameTooLong() throws IOException {
        pcapng.describeInterface(1, 0).enhanced(0, 1, new byte[Frame.LONGEST + 4]);

        assertDamage(SECTION_LENGTH + INTERFACE_LENGTH, "a frame claims 262148 captured bytes, more than 262144");
    }

    @Test
    void stopsAtAFrameOfAnInterfaceThatWasNotDescribed() throws IOException {
        pcapng.describeInterface(1, 0).enhanced(-1, 1, FRAME);

        assertDamage(
                SECTION_LENGTH + INTERFACE_LENGTH,
                "a frame of interface 4294967295, which the capture does not describe");
    }

    @Test
    void stopsAtAnOptionLongerThanItsBlock() throws IOException {
        pcapng.describeInterface(1, 0, new byte[] {9, 0, 1, 1});

        assertDamage(SECTION_LENGTH, "an option of 257 bytes runs past its interface description");
    }

    @Test
    void keepsNoMoreInterfacesThanItHasRoomFor() throws IOException {
        for (int i = 0; i < 4097; i++) {
            pcapng.describeInterface(1, 0);
        }

        assertDamage(SECTION_LENGTH + 4096L * INTERFACE_LENGTH, "a section describes more than 4096 interfaces");
    }

    private List<Seen> seen() throws IOException {
        List<Seen> seen = new ArrayList<>();
        CaptureFileTest.read(pcapng.bytes(), seen);
        return seen;
    }

    private void assertDamage(long offset, String reason) {
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> CaptureFileTest.read(pcapng.bytes()))
                .withMessage("story: holds nothing that can be read: damaged at byte " + offset + ": " + reason);
    }
}
