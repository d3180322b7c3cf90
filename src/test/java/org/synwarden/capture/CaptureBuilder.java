package org.synwarden.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Tells a story of frames for tests and writes it as a capture file. Time stands still until {@link #after}
 * lets it pass; the first frame comes at {@link #START}.
 */
public final class CaptureBuilder {
    /** 2026-01-01T00:00:00Z in nanoseconds since the epoch. */
    public static final long START = 1_767_225_600L * 1_000_000_000;

    private final List<Frame> frames = new ArrayList<>();
    private long now = START;
    private int linkType = 1;

    /** Lets time pass; a negative duration puts the next frames before those already told. */
    public CaptureBuilder after(Duration duration) {
        now += duration.toNanos();
        return this;
    }

    /** Says on which link everything is captured, a LINKTYPE_ number; Ethernet unless told otherwise. */
    public CaptureBuilder on(int number) {
        linkType = number;
        return this;
    }

    /** Any frame of the link. */
    public CaptureBuilder frame(byte[] bytes) {
        frames.add(Frame.of(frames.size() + 1, now, linkType, bytes));
        return this;
    }

    /** Any frame of the link of which only the first bytes were captured; pcapng does not tell that there were more. */
    public CaptureBuilder frame(byte[] bytes, int captured) {
        frame(bytes);
        frames.get(frames.size() - 1).show(bytes, 0, captured, bytes.length);
        return this;
    }

    /** A host asks. */
    public CaptureBuilder syn(String host, int port, String remote, int remotePort) {
        return frame(FrameBuilder.from(host, port).to(remote, remotePort).syn());
    }

    /** The remote end answers what the host asked. */
    public CaptureBuilder synAck(String host, int port, String remote, int remotePort) {
        return frame(FrameBuilder.from(remote, remotePort).to(host, port).synAck());
    }

    /** The host completes the handshake, or sends more. */
    public CaptureBuilder ack(String host, int port, String remote, int remotePort) {
        return frame(FrameBuilder.from(host, port).to(remote, remotePort).ack());
    }

    /** The remote end refuses what the host asked. */
    public CaptureBuilder rst(String host, int port, String remote, int remotePort) {
        return frame(FrameBuilder.from(remote, remotePort).to(host, port).rst());
    }

    /** A router says that it cannot deliver the host's SYN ("host unreachable"). */
    public CaptureBuilder unreachable(String router, String host, int port, String remote, int remotePort) {
        byte[] quoted = FrameBuilder.from(host, port)
                .to(remote, remotePort)
                .linkType(101)
                .syn();
        return frame(FrameBuilder.from(router, 0).to(host, 0).unreachable(1, quoted));
    }

    /** A name server at 192.0.2.53 tells the host the addresses of a name. */
    public CaptureBuilder nameAnswer(String host, String name, String... addresses) {
        DnsBuilder answer = DnsBuilder.answerTo(name);
        for (String address : addresses) {
            answer.address(name, address);
        }
        return frame(FrameBuilder.from("192.0.2.53", 53).to(host, 40_000).udp(answer.bytes()));
    }

    /** The story as a classic pcap with microseconds. */
    public byte[] pcap() {
        return pcap(ByteOrder.LITTLE_ENDIAN, false);
    }

    /** The story as a classic pcap. */
    public byte[] pcap(ByteOrder order, boolean nanoseconds) {
        PcapBytes pcap = new PcapBytes(order, nanoseconds, linkType);
        frames.forEach(frame -> pcap.frame(
                frame.at(), frame.copy(Frame.LONGEST), frame.capturedLength(), (int) frame.originalLength()));
        return pcap.bytes();
    }

    /** The story as pcapng with one interface and nanoseconds. */
    public byte[] pcapng() {
        PcapngBytes pcapng = new PcapngBytes().section(ByteOrder.LITTLE_ENDIAN);
        pcapng.describeInterface(linkType, 0, pcapng.option(9, (byte) 9), pcapng.option(0));
        frames.forEach(frame -> pcapng.enhanced(0, frame.at(), frame.copy(Frame.LONGEST)));
        return pcapng.bytes();
    }

    /** What gzip makes of these bytes. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
