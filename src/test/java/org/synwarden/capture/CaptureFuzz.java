package org.synwarden.capture;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/** The parsers of captures and frames under fuzz. */
public final class CaptureFuzz {
    private static final int MOST_PER_FRAME = 64;

    private CaptureFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(captureFile(), evidence(), names(), packetValues());
    }

    private static FuzzTarget captureFile() {
        return new FuzzTarget(
                "capture-file",
                List.of(
                        CaptureFile.class,
                        CaptureInput.class,
                        PcapReader.class,
                        PcapngReader.class,
                        PcapngInterface.class,
                        Unpacking.class),
                CaptureSeeds.all(),
                CaptureSeeds.DICTIONARY,
                Set.of(CaptureException.class),
                new Budget(3 << 19, 32),
                CaptureFuzz::readCapture);
    }

    private static void readCapture(byte[] input) throws IOException {
        CaptureSummary summary = CaptureFile.of("fuzz", stream(input)).read(frame -> {
            if (frame.capturedLength() > 0) {
                frame.u8(0);
                frame.u8(frame.capturedLength() - 1);
            }
        });
        FuzzTarget.require(isGzip(input) || summary.frames() <= input.length, "more frames than bytes");
        summary.warnings()
                .forEach(warning -> FuzzTarget.require(
                        !warning.message().isBlank()
                                && warning.message().codePoints().noneMatch(Character::isISOControl),
                        "no clear warning: " + warning.message()));
    }

    private static boolean isGzip(byte[] input) {
        return input.length > 1 && input[0] == 0x1F && input[1] == (byte) 0x8B;
    }

    /** A file, a pipe that brings few bytes at a time, or a disk that breaks; the input's length decides. */
    private static InputStream stream(byte[] input) {
        InputStream file = new ByteArrayInputStream(input);
        int kind = input.length % 4;
        return kind < 2
                ? file
                : new FilterInputStream(file) {
                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        int read = super.read(bytes, offset, kind == 2 ? Math.min(length, 5) : length);
                        if (read < 0 && kind == 3) {
                            throw input.length % 8 == 3 ? new IOException() : new IOException("the disk broke");
                        }
                        return read;
                    }
                };
    }

    private static FuzzTarget evidence() {
        return new FuzzTarget(
                "frames",
                List.of(
                        FrameDecoder.class,
                        LinkLayer.class,
                        IpHeader.class,
                        TcpDecoder.class,
                        AwaitedFlows.class,
                        ToldDatagrams.class,
                        UnreachableDecoder.class,
                        NeighbourDecoder.class,
                        Frame.class),
                FrameSeeds.all(),
                FrameSeeds.DICTIONARY,
                Set.of(),
                new Budget(1 << 20, 256),
                CaptureFuzz::decodeFrames);
    }

    private static void decodeFrames(byte[] input) {
        List<Observation> observations = new ArrayList<>();
        FrameDecoder decoder = new FrameDecoder(EvidenceSource.CAPTURE_FILE, observations::add);
        List<Frame> frames = FramePack.frames(input);
        frames.forEach(decoder::decode);
        FuzzTarget.require(
                observations.size() <= frames.size() * (MOST_PER_FRAME + 2L), observations.size() + " observations");
    }

    private static FuzzTarget names() {
        return new FuzzTarget(
                "name-answers",
                List.of(NameAnswerDecoder.class, DnsMessage.class, DnsName.class),
                NameSeeds.all(),
                NameSeeds.DICTIONARY,
                Set.of(),
                new Budget(1 << 20, 256),
                CaptureFuzz::decodeNames);
    }

    private static void decodeNames(byte[] message) {
        List<Observation> observations = new ArrayList<>();
        FrameDecoder decoder = new FrameDecoder(EvidenceSource.CAPTURE_FILE, observations::add);
        int[] ports = {53, 53, 53, 5353, 5355, 137};
        int port = ports[message.length % ports.length];
        decoder.decode(Frame.of(
                1,
                0,
                1,
                FrameBuilder.from("192.0.2.53", port).to("10.0.0.5", 40_000).udp(message)));
        FuzzTarget.require(observations.size() <= MOST_PER_FRAME + 1, observations.size() + " observations");
    }

    private static FuzzTarget packetValues() {
        return new FuzzTarget(
                "packet-values",
                List.of(
                        PacketDecoder.class,
                        LinkPayload.class,
                        Cursor.class,
                        Header.class,
                        Ipv4Values.class,
                        Ipv6Values.class,
                        ExtensionHeaders.class,
                        TransportValues.class,
                        QuotedPacket.class,
                        PacketValues.class),
                FrameSeeds.all(),
                FrameSeeds.DICTIONARY,
                Set.of(),
                new Budget(64 << 10, 1024),
                CaptureFuzz::decodeValues);
    }

    private static void decodeValues(byte[] input) {
        PacketDecoder decoder = new PacketDecoder();
        for (Frame frame : FramePack.frames(input)) {
            PacketValues values = decoder.decode(frame);
            FuzzTarget.require(
                    values.protocols().containsAll(values.protocol().stream().toList()), "a protocol alone");
            boolean few = Stream.of(
                            values.ipSources(), values.ipv6Destinations(), values.tcpFlags(), values.udpSourcePorts())
                    .allMatch(list -> list.size() <= MOST_PER_FRAME);
            FuzzTarget.require(few, "more values than headers");
        }
    }
}
