package org.synwarden.capture;

import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Captures of every kind, for the fuzz. */
final class CaptureSeeds {
    static final List<byte[]> DICTIONARY = Stream.of(
                    "a1b2c3d4",
                    "d4c3b2a1",
                    "a1b23c4d",
                    "4d3cb2a1",
                    "0a0d0d0a",
                    "1a2b3c4d",
                    "4d3c2b1a",
                    "1f8b08",
                    "00000001",
                    "01000000",
                    "00000002",
                    "02000000",
                    "00000003",
                    "03000000",
                    "00000006",
                    "06000000",
                    "0009000100000000",
                    "0900010006000000",
                    "000e0008",
                    "0e000800",
                    "00040001",
                    "00000400",
                    "00100001",
                    "0000000c",
                    "0c000000")
            .map(HexFormat.of()::parseHex)
            .toList();

    private static final long START = 1_700_000_000_000_000L;

    private CaptureSeeds() {}

    static List<byte[]> all() {
        List<byte[]> seeds = new ArrayList<>();
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            seeds.add(story().pcap(order, false));
            seeds.add(story().pcap(order, true));
            seeds.add(pcapng(order).bytes());
            seeds.add(resolutions(order).bytes());
            seeds.add(oldBlocks(order).bytes());
            seeds.add(unsupported(order).bytes());
        }
        seeds.add(story().pcapng());
        seeds.add(CaptureBuilder.gzip(story().pcap()));
        seeds.add(CaptureBuilder.gzip(pcapng(ByteOrder.LITTLE_ENDIAN).bytes()));
        seeds.add(CaptureBuilder.gzip(larger()));
        seeds.add(FramePack.joined(CaptureBuilder.gzip(story().pcap()), CaptureBuilder.gzip(new byte[40])));
        for (int linkType : new int[] {0, 9, 101, 105, 147, 187, 189, 276}) {
            seeds.add(new PcapBytes(ByteOrder.LITTLE_ENDIAN, false, linkType)
                    .frame(START, new byte[60])
                    .bytes());
        }
        seeds.add(new byte[0]);
        seeds.add(new byte[] {(byte) 0x1F});
        return List.copyOf(seeds);
    }

    private static CaptureBuilder story() {
        return new CaptureBuilder()
                .syn("10.0.0.5", 50_000, "192.0.2.1", 445)
                .after(Duration.ofMillis(1))
                .rst("10.0.0.5", 50_000, "192.0.2.1", 445)
                .nameAnswer("10.0.0.5", "www.example.com", "192.0.2.7");
    }

    private static byte[] syn() {
        return FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 445).syn();
    }

    private static PcapngBytes pcapng(ByteOrder order) {
        PcapngBytes capture = new PcapngBytes().section(order);
        capture.describeInterface(
                1, 65_535, capture.option(2, (byte) 'e'), capture.option(9, (byte) 6), capture.option(0));
        capture.block(5, new byte[12]).enhanced(0, START, syn());
        capture.describeInterface(101, 0, capture.numberOption(14, -7), capture.option(9, (byte) 0x8A));
        return capture.enhanced(1, START, syn())
                .section(order)
                .describeInterface(1, 40)
                .simple(syn(), 54);
    }

    /** Every kind of unit that times are counted in, and times at the edge of what can be said. */
    private static PcapngBytes resolutions(ByteOrder order) {
        PcapngBytes capture = new PcapngBytes().section(order);
        int[] resolutions = {0, 3, 6, 9, 12, 20, 30, 127, 128, 138, 148, 160, 161, 170, 200, 224, 225, 255};
        long[] offsets = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1_700_000_000L};
        for (int i = 0; i < resolutions.length; i++) {
            capture.describeInterface(
                    1,
                    i,
                    capture.option(9, (byte) resolutions[i]),
                    capture.numberOption(14, offsets[i % offsets.length]));
            capture.enhanced(i, i % 2 == 0 ? START : -1L - i, syn());
        }
        return capture;
    }

    private static PcapngBytes oldBlocks(ByteOrder order) {
        PcapngBytes capture = new PcapngBytes().section(order).describeInterface(1, 0);
        return capture.obsolete(0, START, syn()).simple(syn(), syn().length).block(0x0BAD, new byte[64]);
    }

    private static PcapngBytes unsupported(ByteOrder order) {
        PcapngBytes capture = new PcapngBytes().section(order).describeInterface(105, 0);
        return capture.describeInterface(1, 0)
                .enhanced(0, START, syn())
                .enhanced(0, START, syn())
                .enhanced(1, START, syn());
    }

    /** More than the reader's buffer holds: a block that is passed over, then frames. */
    private static byte[] larger() {
        PcapngBytes capture = new PcapngBytes().section(ByteOrder.LITTLE_ENDIAN).describeInterface(1, 0);
        capture.enhanced(0, START, new byte[200_000]).block(0x0BAD, new byte[700_000]);
        return capture.enhanced(0, START, new byte[200_000])
                .enhanced(0, START, syn())
                .bytes();
    }
}
