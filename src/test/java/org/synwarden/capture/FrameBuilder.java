package org.synwarden.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.synwarden.net.Address;

/**
 * Assembles one frame by hand for tests: an IP packet between two endpoints, on Ethernet unless told otherwise.
 * Checksums are left 0. The methods that name a kind of packet return its bytes.
 */
public final class FrameBuilder {
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int ACK = 0x10;

    private final Address source;
    private final int sourcePort;
    private Address destination = Address.parse("192.0.2.1");
    private int destinationPort;
    private int sequence;
    private int linkType = 1;
    private int ipv4OptionsLength;
    private int fragment;
    private byte[] tags = new byte[0];
    private final List<byte[]> extensions = new ArrayList<>();

    private FrameBuilder(Address source, int sourcePort) {
        this.source = source;
        this.sourcePort = sourcePort;
    }

    /** Who sends; the port is meaningless for ICMP. */
    public static FrameBuilder from(String address, int port) {
        return new FrameBuilder(Address.parse(address), port);
    }

    /** Who is to receive; of the same family. */
    public FrameBuilder to(String address, int port) {
        destination = Address.parse(address);
        destinationPort = port;
        return this;
    }

    /** The TCP sequence number. */
    public FrameBuilder sequence(int number) {
        sequence = number;
        return this;
    }

    /** Any LINKTYPE_ that can be decoded; 101 gives the bare IP packet. */
    public FrameBuilder linkType(int number) {
        linkType = number;
        return this;
    }

    /** Adds a VLAN tag behind those already there. */
    public FrameBuilder tag(int tagProtocol, int vlan) {
        tags = joined(tags, shorts(tagProtocol, vlan));
        return this;
    }

    /** Pads the IPv4 header with that many bytes of options, a multiple of 4. */
    public FrameBuilder ipv4Options(int length) {
        ipv4OptionsLength = length;
        return this;
    }

    /** Any other transport protocol. */
    public byte[] other(int protocol, byte[] payload) {
        return packet(protocol, payload);
    }

    /** Makes it a fragment that begins at this offset, a multiple of 8, and is not the last. */
    public FrameBuilder fragment(int offset) {
        fragment = 0x2000 | offset / 8;
        return this;
    }

    /** Adds an IPv6 extension header; its first byte is filled in, its length must be right. */
    public FrameBuilder extension(int header, byte... bytes) {
        extensions.add(joined(new byte[] {(byte) header}, bytes));
        return this;
    }

    public byte[] syn() {
        return segment(SYN);
    }

    public byte[] synAck() {
        return segment(SYN | ACK);
    }

    public byte[] ack() {
        return segment(ACK);
    }

    public byte[] rst() {
        return segment(RST | ACK);
    }

    /** A TCP segment without data. */
    public byte[] segment(int flags) {
        return segment(flags, new byte[0]);
    }

    /** A TCP segment. */
    public byte[] segment(int flags, byte[] data) {
        ByteBuffer tcp = ByteBuffer.allocate(20);
        tcp.putShort((short) sourcePort).putShort((short) destinationPort).putInt(sequence);
        tcp.putInt(0).put((byte) 0x50).put((byte) flags).putShort((short) 64240).putInt(0);
        return packet(6, joined(tcp.array(), data));
    }

    /** A UDP datagram. */
    public byte[] udp(byte[] data) {
        return packet(17, joined(shorts(sourcePort, destinationPort, 8 + data.length, 0), data));
    }

    /** ICMP or ICMPv6 destination unreachable that quotes this IP packet. */
    public byte[] unreachable(int code, byte[] quoted) {
        return source.isIpv4() ? icmp(3, code, quoted) : icmp(1, code, quoted);
    }

    /** An ICMP or ICMPv6 message whose header is followed by these bytes. */
    public byte[] icmp(int type, int code, byte[] rest) {
        byte[] header = {(byte) type, (byte) code, 0, 0, 0, 0, 0, 0};
        return packet(source.isIpv4() ? 1 : 58, joined(header, rest));
    }

    private byte[] packet(int protocol, byte[] payload) {
        byte[] ip = source.isIpv4() ? ipv4(protocol, payload) : ipv6(protocol, payload);
        int etherType = source.isIpv4() ? 0x0800 : 0x86DD;
        byte[] typed = joined(joined(tags, shorts(etherType)), ip);
        return switch (linkType) {
            case 1 -> joined(new byte[12], typed);
            case 12, 14, 101, 228, 229 -> ip;
            case 0 -> joined(new byte[] {(byte) (source.isIpv4() ? 2 : 23), 0, 0, 0}, ip);
            case 108 -> joined(new byte[] {0, 0, 0, (byte) (source.isIpv4() ? 2 : 24)}, ip);
            case 113 -> joined(new byte[14], typed);
            case 276 ->
                joined(
                        joined(shorts(tags.length == 0 ? etherType : 0x8100), new byte[18]),
                        tags.length == 0 ? ip : cut(typed, 2));
            default -> throw new IllegalArgumentException("link type " + linkType);
        };
    }

    private byte[] ipv4(int protocol, byte[] payload) {
        int headerLength = 20 + ipv4OptionsLength;
        ByteBuffer ip = ByteBuffer.allocate(headerLength + payload.length);
        ip.put((byte) (0x40 | headerLength / 4)).put((byte) 0).putShort((short) ip.capacity());
        ip.putShort((short) 1)
                .putShort((short) fragment)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0);
        ip.putInt(source.ipv4Bits()).putInt(destination.ipv4Bits());
        return ip.position(headerLength).put(payload).array();
    }

    private byte[] ipv6(int protocol, byte[] payload) {
        byte[] chain = payload;
        int next = protocol;
        for (int i = extensions.size() - 1; i >= 0; i--) {
            byte[] extension = extensions.get(i).clone();
            int header = extension[0];
            extension[0] = (byte) next;
            chain = joined(extension, chain);
            next = header;
        }
        ByteBuffer ip = ByteBuffer.allocate(40 + chain.length);
        ip.putInt(0x60000000).putShort((short) chain.length).put((byte) next).put((byte) 64);
        ip.putLong(source.high())
                .putLong(source.low())
                .putLong(destination.high())
                .putLong(destination.low());
        return ip.put(chain).array();
    }

    static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 2);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] cut(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }
}
