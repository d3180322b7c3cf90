package org.synwarden.capture;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Frames of every kind, for the fuzz. */
final class FrameSeeds {
    static final List<byte[]> DICTIONARY = Stream.of(
                    "0800",
                    "86dd",
                    "0806",
                    "8035",
                    "8100",
                    "88a8",
                    "9100",
                    "8864",
                    "0021",
                    "0057",
                    "21",
                    "57",
                    "05dc",
                    "aaaa030000000800",
                    "aaaa0300000086dd",
                    "aaaa030000000003",
                    "45",
                    "46",
                    "4f",
                    "60",
                    "01",
                    "06",
                    "11",
                    "3a",
                    "2b",
                    "2c",
                    "33",
                    "3c",
                    "8c",
                    "88",
                    "00",
                    "02",
                    "0a",
                    "17",
                    "18",
                    "1c",
                    "1e",
                    "02000000",
                    "18000000",
                    "00000018",
                    "0035",
                    "14e9",
                    "14eb",
                    "0001080006040001",
                    "0001080006040002",
                    "8307048d",
                    "8907048d",
                    "83030400",
                    "0101",
                    "00",
                    "04",
                    "05",
                    "0b",
                    "0c",
                    "87",
                    "88",
                    "89",
                    "0300",
                    "0304",
                    "50",
                    "2000",
                    "3fff",
                    "0001",
                    "7f",
                    "80",
                    "81",
                    "82",
                    "83")
            .map(HexFormat.of()::parseHex)
            .toList();

    private static final int RAW = 101;

    private FrameSeeds() {}

    static List<byte[]> all() {
        List<byte[]> seeds = new ArrayList<>();
        for (int linkType : new int[] {1, 1, 1, 0, 12, 101, 108, 113, 228, 229, 276}) {
            seeds.addAll(FramePack.of(PacketScenes.whole(linkType)));
        }
        for (int i = 0; i < 8; i++) {
            seeds.addAll(conversations());
            seeds.addAll(neighbours());
            seeds.addAll(routed());
            seeds.addAll(rareLinks());
        }
        return List.copyOf(seeds);
    }

    private static FrameBuilder host() {
        return FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 445);
    }

    private static FrameBuilder hostV6() {
        return FrameBuilder.from("2001:db8::5", 50_000).to("2001:db8::1", 445);
    }

    private static byte[] ethernet(byte[] frame) {
        return FramePack.of(1, frame);
    }

    /** Frames that mean something only together. */
    private static List<byte[]> conversations() {
        byte[] fin = ethernet(host().segment(FrameBuilder.FIN | FrameBuilder.ACK));
        byte[] syn = ethernet(host().syn());
        byte[] synV6 = ethernet(hostV6().syn());
        return List.of(
                FramePack.joined(syn, syn, ethernet(host().ack()), ethernet(host().ack()), fin),
                FramePack.joined(synV6, ethernet(hostV6().ack())),
                FramePack.joined(
                        syn,
                        ethernet(FrameBuilder.from("192.0.2.1", 445)
                                .to("10.0.0.5", 50_000)
                                .synAck()),
                        fin));
    }

    private static List<byte[]> neighbours() {
        byte[] target = new byte[16];
        target[15] = 9;
        byte[] request = HexFormat.of().parseHex("00010800060400010200000000050a000005" + "0000000000000a000009");
        byte[] reply = HexFormat.of().parseHex("00010800060400020200000000090a0000090200000000050a000005");
        byte[] probe = HexFormat.of().parseHex("0001080006040001020000000005000000000000000000000a000009");
        return List.of(
                ethernet(typed(0x0806, request)),
                ethernet(typed(0x0806, reply)),
                ethernet(typed(0x0806, probe)),
                ethernet(typed(0x8100, FrameBuilder.joined(FrameBuilder.shorts(7, 0x0806), request))),
                FramePack.of(
                        113,
                        FrameBuilder.joined(new byte[14], FrameBuilder.joined(FrameBuilder.shorts(0x0806), reply))),
                ethernet(hostV6().icmp(135, 0, target)),
                ethernet(FrameBuilder.from("::", 0).to("ff02::1:ff00:9", 0).icmp(135, 0, target)),
                ethernet(hostV6().icmp(136, 0, target)));
    }

    /** IPv4 options with a route, and ICMP errors about UDP. */
    private static List<byte[]> routed() {
        byte[] options = HexFormat.of().parseHex("01830704c0000209");
        byte[] strict = HexFormat.of().parseHex("44040100" + "01" + "890704c0000209" + "00000000");
        byte[] asked = FrameBuilder.from("10.0.0.5", 5)
                .to("192.0.2.53", 53)
                .linkType(RAW)
                .udp(new byte[12]);
        byte[] askedV6 = FrameBuilder.from("2001:db8::5", 5)
                .to("2001:db8::53", 53)
                .linkType(RAW)
                .udp(new byte[12]);
        return List.of(
                withOptions(options),
                withOptions(strict),
                ethernet(FrameBuilder.from("10.0.0.1", 0).to("10.0.0.5", 0).unreachable(3, asked)),
                ethernet(FrameBuilder.from("10.0.0.1", 0).to("10.0.0.5", 0).unreachable(4, asked)),
                ethernet(
                        FrameBuilder.from("2001:db8::1", 0).to("2001:db8::5", 0).unreachable(3, askedV6)),
                ethernet(
                        FrameBuilder.from("2001:db8::1", 0).to("2001:db8::5", 0).icmp(137, 0, askedV6)));
    }

    private static byte[] withOptions(byte[] options) {
        int padded = options.length + 3 & ~3;
        byte[] frame = host().ipv4Options(padded).syn();
        System.arraycopy(options, 0, frame, 34, options.length);
        return ethernet(frame);
    }

    private static List<byte[]> rareLinks() {
        byte[] syn = host().linkType(RAW).syn();
        byte[] odd = FrameBuilder.joined(FrameBuilder.shorts(0x1100, 1, syn.length + 1), new byte[] {0x21});
        return List.of(
                FramePack.of(0, FrameBuilder.joined(new byte[] {0, 0, 0, 2}, syn)),
                FramePack.of(0, FrameBuilder.joined(new byte[] {0x1E, 0, 0, 0}, syn)),
                FramePack.of(108, FrameBuilder.joined(new byte[] {0, 0, 0, 28}, syn)),
                ethernet(typed(0x8864, FrameBuilder.joined(odd, syn))),
                ethernet(host().tag(0x9100, 1)
                        .tag(0x88A8, 2)
                        .tag(0x8100, 3)
                        .tag(0x8100, 4)
                        .tag(0x8100, 5)
                        .syn()),
                FramePack.of(276, host().linkType(276).tag(0x8100, 5).syn()),
                FramePack.of(105, syn));
    }

    private static byte[] typed(int etherType, byte[] payload) {
        return FrameBuilder.joined(FrameBuilder.joined(new byte[12], FrameBuilder.shorts(etherType)), payload);
    }
}
