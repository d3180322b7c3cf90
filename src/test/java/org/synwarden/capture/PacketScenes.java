package org.synwarden.capture;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Captures with every sort of header that the display filter reads, for comparing it with others. */
public final class PacketScenes {
    private static final int RAW = 101;
    private static final int MOST_CUT = 150;

    private PacketScenes() {}

    /** Every sort of packet once, a millisecond apart. */
    public static CaptureBuilder whole(int linkType) {
        CaptureBuilder capture = new CaptureBuilder().on(linkType);
        packets(linkType).forEach(packet -> capture.frame(packet).after(Duration.ofMillis(1)));
        return capture;
    }

    /** Every sort of packet, captured up to every one of its bytes. */
    public static CaptureBuilder cutAnywhere(int linkType) {
        CaptureBuilder capture = new CaptureBuilder().on(linkType);
        for (byte[] packet : packets(linkType)) {
            for (int length = 1; length < Math.min(packet.length, MOST_CUT); length++) {
                capture.frame(packet, length);
            }
        }
        return capture;
    }

    /** Ethernet frames in whose IP and transport headers lengths, versions, offsets and flags are not what they should be. */
    public static CaptureBuilder lying(long seed) {
        Random random = new Random(seed);
        CaptureBuilder capture = new CaptureBuilder();
        for (byte[] packet : packets(1)) {
            boolean ipv4 = packet[12] == 8 && packet[13] == 0;
            boolean ipv6 = packet[12] == (byte) 0x86;
            for (int i = 0; i < 40 && (ipv4 || ipv6); i++) {
                byte[] lying = packet.clone();
                int[] places =
                        ipv4 ? new int[] {14, 16, 17, 20, 21, 38, 39, 46, 47} : new int[] {14, 18, 19, 55, 58, 66};
                for (int changes = random.nextInt(2); changes >= 0; changes--) {
                    int place = places[random.nextInt(places.length)];
                    if (place < lying.length) {
                        lying[place] = (byte) random.nextInt(256);
                    }
                }
                capture.frame(lying);
            }
        }
        return capture;
    }

    private static List<byte[]> packets(int linkType) {
        List<byte[]> packets = new ArrayList<>();
        if (linkType != 229) {
            packets.addAll(ipv4(linkType));
        }
        if (linkType != 228) {
            packets.addAll(ipv6(linkType));
        }
        if (linkType == 1) {
            packets.addAll(ethernet());
        }
        return packets;
    }

    private static List<byte[]> ipv4(int linkType) {
        byte[] query = new byte[12];
        byte[] syn = host(RAW).syn();
        byte[] asked = FrameBuilder.from("10.0.0.5", 50_001)
                .to("192.0.2.53", 53)
                .linkType(RAW)
                .udp(query);
        return List.of(
                host(linkType).syn(),
                FrameBuilder.from("192.0.2.1", 445)
                        .to("10.0.0.5", 50_000)
                        .linkType(linkType)
                        .synAck(),
                host(linkType).ack(),
                host(linkType).segment(FrameBuilder.ACK | 0x08, new byte[30]),
                FrameBuilder.from("192.0.2.1", 139)
                        .to("10.0.0.5", 50_002)
                        .linkType(linkType)
                        .rst(),
                host(linkType).segment(FrameBuilder.FIN | FrameBuilder.ACK | 0x20),
                host(linkType).segment(FrameBuilder.SYN | 0xC0),
                host(linkType).segment(0),
                host(linkType).ipv4Options(8).syn(),
                host(linkType).fragment(0).syn(),
                host(linkType).fragment(24).syn(),
                FrameBuilder.from("10.0.0.5", 40_000)
                        .to("192.0.2.53", 53)
                        .linkType(linkType)
                        .udp(query),
                FrameBuilder.from("192.0.2.53", 53)
                        .to("10.0.0.5", 40_000)
                        .linkType(linkType)
                        .udp(query),
                FrameBuilder.from("10.0.0.5", 40_000)
                        .to("192.0.2.53", 53)
                        .linkType(linkType)
                        .udp(new byte[0]),
                FrameBuilder.from("10.0.0.5", 40_000)
                        .to("192.0.2.9", 9_999)
                        .linkType(linkType)
                        .udp(new byte[5]),
                FrameBuilder.from("10.0.0.5", 5353)
                        .to("224.0.0.251", 5353)
                        .linkType(linkType)
                        .udp(query),
                FrameBuilder.from("10.0.0.5", 40_001)
                        .to("192.0.2.53", 53)
                        .linkType(linkType)
                        .sequence(1)
                        .segment(FrameBuilder.ACK | 0x08, dnsOverTcp()),
                FrameBuilder.from("10.0.0.5", 40_002)
                        .to("192.0.2.53", 53)
                        .linkType(linkType)
                        .segment(FrameBuilder.RST, new byte[20]),
                FrameBuilder.from("10.0.0.5", 600)
                        .to("192.0.2.9", 601)
                        .linkType(linkType)
                        .other(136, udpLite()),
                router(linkType).unreachable(1, syn),
                router(linkType).unreachable(1, Arrays.copyOf(syn, 28)),
                router(linkType).unreachable(3, asked),
                router(linkType).icmp(11, 0, syn),
                router(linkType).icmp(5, 0, syn),
                router(linkType).icmp(8, 0, syn),
                router(linkType).unreachable(0, router(RAW).icmp(11, 0, syn)),
                host(linkType).other(51, behind(authentication(6), tcp())),
                host(linkType).other(0, behind(options(6), tcp())),
                host(linkType).other(50, new byte[40]),
                host(linkType).other(132, new byte[20]),
                host(linkType).other(6, new byte[0]),
                FrameBuilder.from("10.0.0.7", 7)
                        .to("10.0.0.7", 7)
                        .linkType(linkType)
                        .syn());
    }

    private static List<byte[]> ipv6(int linkType) {
        byte[] query = new byte[12];
        byte[] syn = hostV6(RAW).syn();
        return List.of(
                hostV6(linkType).syn(),
                FrameBuilder.from("2001:db8::1", 445)
                        .to("2001:db8::5", 50_000)
                        .linkType(linkType)
                        .synAck(),
                FrameBuilder.from("2001:db8::5", 40_000)
                        .to("2001:db8::53", 53)
                        .linkType(linkType)
                        .udp(query),
                FrameBuilder.from("2001:db8::5", 40_000)
                        .to("2001:db8::9", 9_999)
                        .linkType(linkType)
                        .udp(query),
                hostV6(linkType).extension(0, options(0)).syn(),
                hostV6(linkType)
                        .extension(0, options(0))
                        .extension(60, options(0))
                        .syn(),
                hostV6(linkType).extension(44, fragment(0)).syn(),
                hostV6(linkType).extension(44, fragment(0xB9)).syn(),
                hostV6(linkType).extension(43, new byte[7]).syn(),
                hostV6(linkType)
                        .extension(51, Arrays.copyOfRange(authentication(0), 1, 24))
                        .syn(),
                hostV6(linkType)
                        .extension(60, options(0))
                        .extension(44, fragment(1))
                        .extension(60, options(0))
                        .syn(),
                hostV6(linkType).other(59, new byte[20]),
                hostV6(linkType).other(135, new byte[16]),
                hostV6(linkType).icmp(128, 0, new byte[8]),
                hostV6(linkType).unreachable(0, syn),
                hostV6(linkType)
                        .icmp(
                                2,
                                0,
                                FrameBuilder.from("2001:db8::5", 4)
                                        .to("2001:db8::9", 53)
                                        .linkType(RAW)
                                        .udp(query)),
                hostV6(linkType).icmp(3, 0, hostV6(RAW).extension(0, options(0)).syn()),
                hostV6(linkType).icmp(137, 0, redirect(syn)),
                hostV6(linkType).unreachable(0, hostV6(RAW).icmp(3, 0, syn)));
    }

    private static List<byte[]> ethernet() {
        byte[] syn = host(RAW).syn();
        byte[] synV6 = hostV6(RAW).syn();
        byte[] arp =
                ByteBuffer.allocate(28).putInt(0x00010800).putInt(0x06040001).array();
        return List.of(
                typed(0x0806, arp),
                typed(0x8035, arp),
                typed(0x88CC, new byte[40]),
                host(1).tag(0x8100, 7).syn(),
                host(1).tag(0x88A8, 7).tag(0x8100, 8).syn(),
                hostV6(1).tag(0x8100, 7).syn(),
                typed(0x8100, FrameBuilder.joined(FrameBuilder.shorts(1, 0x0806), arp)),
                typed(0x8864, FrameBuilder.joined(FrameBuilder.shorts(0x1100, 1, syn.length + 2, 0x0021), syn)),
                typed(0x8864, FrameBuilder.joined(FrameBuilder.shorts(0x1100, 1, synV6.length + 2, 0x0057), synV6)),
                typed(syn.length + 8, FrameBuilder.joined(FrameBuilder.shorts(0xAAAA, 0x0300, 0, 0x0800), syn)),
                Arrays.copyOf(typed(0x0800, Arrays.copyOf(syn, syn.length)), 60),
                typed(0x0800, synV6));
    }

    private static FrameBuilder host(int linkType) {
        return FrameBuilder.from("10.0.0.5", 50_000).to("192.0.2.1", 445).linkType(linkType);
    }

    private static FrameBuilder hostV6(int linkType) {
        return FrameBuilder.from("2001:db8::5", 50_000).to("2001:db8::1", 445).linkType(linkType);
    }

    private static FrameBuilder router(int linkType) {
        return FrameBuilder.from("10.0.0.1", 0).to("10.0.0.5", 0).linkType(linkType);
    }

    private static byte[] typed(int etherType, byte[] payload) {
        return FrameBuilder.joined(FrameBuilder.joined(new byte[12], FrameBuilder.shorts(etherType)), payload);
    }

    private static byte[] tcp() {
        return Arrays.copyOfRange(host(RAW).syn(), 20, 40);
    }

    /** A length of 12, and a DNS header with nothing in it. */
    private static byte[] dnsOverTcp() {
        byte[] message = new byte[14];
        message[1] = 12;
        return message;
    }

    private static byte[] udpLite() {
        return FrameBuilder.joined(FrameBuilder.shorts(600, 601, 8, 0), new byte[4]);
    }

    private static byte[] behind(byte[] header, byte[] payload) {
        return FrameBuilder.joined(header, payload);
    }

    private static byte[] authentication(int next) {
        byte[] header = new byte[24];
        header[0] = (byte) next;
        header[1] = 4;
        return header;
    }

    /** An options header whose only option is padding; as an extension without its first byte when next is 0. */
    private static byte[] options(int next) {
        byte[] header = {(byte) next, 0, 1, 4, 0, 0, 0, 0};
        return next == 0 ? Arrays.copyOfRange(header, 1, 8) : header;
    }

    private static byte[] fragment(int offsetAndFlag) {
        return new byte[] {0, (byte) (offsetAndFlag >> 8), (byte) offsetAndFlag, 0, 0, 0, 9};
    }

    private static byte[] redirect(byte[] quoted) {
        ByteBuffer message = ByteBuffer.allocate(32 + 8 + quoted.length + 4);
        message.position(32);
        return message.put((byte) 4)
                .put((byte) ((12 + quoted.length) / 8))
                .putShort((short) 0)
                .putInt(0)
                .put(quoted)
                .array();
    }
}
