package org.synwarden.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A capture in pcap or pcapng, plain or in gzip, from a file, a pipe or any stream; read front to back once through a
 * buffer of 1 MiB, so that its size does not matter.
 */
public final class CaptureFile {
    private final String name;
    private final Source source;

    private final CaptureMeter meter;

    private CaptureFile(String name, Source source, CaptureMeter meter) {
        this.name = name;
        this.source = source;
        this.meter = meter;
    }

    /** The capture at the path, which may be a pipe such as {@code /dev/stdin}; opened when it is read. */
    public static CaptureFile at(Path path) {
        return new CaptureFile(
                path.toString(),
                () -> {
                    if (Files.isDirectory(path)) {
                        throw new CaptureException(path + ": is a directory; name a capture file in it");
                    }
                    return Files.newInputStream(path);
                },
                new CaptureMeter());
    }

    /** The capture that the stream yields, named so in messages; closed once read. */
    public static CaptureFile of(String name, InputStream stream) {
        return new CaptureFile(name, () -> stream, new CaptureMeter());
    }

    /** The same capture, whose reading that meter shows. */
    public CaptureFile shownBy(CaptureMeter shown) {
        return new CaptureFile(name, source, shown);
    }

    /**
     * Hands over every frame, in the order of the file whatever their times. One frame at most is in use at any moment.
     *
     * @return how many frames there were, and why they may not be all: a damaged capture is read up to its damage
     * @throws CaptureException when nothing can be had from it: no capture, empty, unreadable, unsupported link type
     * @throws IOException what the consumer throws
     */
    public CaptureSummary read(FrameConsumer consumer) throws IOException {
        try (InputStream stream = unpacked(opened())) {
            return read(new CaptureInput(stream), consumer);
        }
    }

    private InputStream opened() throws CaptureException {
        try {
            return new MeteredStream(source.open(), meter);
        } catch (CaptureException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new CaptureException(name + ": does not exist; check the path", e);
        } catch (AccessDeniedException e) {
            throw new CaptureException(name + ": may not be read by this user; check its permissions", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InputStream unpacked(InputStream stream) throws CaptureException {
        try {
            return Unpacking.of(stream);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private CaptureException unreadable(IOException e) {
        return new CaptureException(
                name + ": cannot be read (" + e.getMessage() + "); check the file and the disk it is on", e);
    }

    private CaptureSummary read(CaptureInput input, FrameConsumer consumer) throws IOException {
        FrameReader reader = reader(input);
        Frame frame = new Frame();
        Tally tally = new Tally();
        List<CaptureWarning> warnings = new ArrayList<>();
        try {
            while (reader.next(frame)) {
                tally.count(frame);
                meter.frame();
                consumer.accept(frame);
            }
        } catch (DamageException e) {
            if (tally.frames == 0) {
                throw holdsNothing(e);
            }
            warnings.add(new CaptureWarning.Damaged(e.offset(), tally.frames + 1, e.getMessage()));
        }
        if (tally.passedOver > 0) {
            if (tally.passedOver == tally.frames) {
                throw unsupported(tally.linkTypePassedOver);
            }
            warnings.add(new CaptureWarning.LinkTypePassedOver(tally.linkTypePassedOver, tally.passedOver));
        }
        if (reader.framesWithoutTime() > 0) {
            warnings.add(new CaptureWarning.TimesMissing(reader.framesWithoutTime()));
        }
        return new CaptureSummary(tally.frames, warnings);
    }

    private FrameReader reader(CaptureInput input) throws CaptureException {
        try {
            if (!input.has(1)) {
                throw new CaptureException(name + ": is empty; whatever should have written it wrote nothing");
            }
            input.order(ByteOrder.BIG_ENDIAN);
            int magic = input.has(4) ? input.i32(0) : 0;
            if (magic == PcapngReader.SECTION) {
                return PcapngReader.open(input);
            }
            if (!PcapReader.begins(magic)) {
                throw new CaptureException(name + ": is neither pcap nor pcapng; if it is another kind of capture,"
                        + " convert it with: editcap -F pcapng " + name + " converted.pcapng");
            }
            PcapReader reader = PcapReader.open(input);
            if (LinkLayer.of(reader.linkType()) == LinkLayer.UNSUPPORTED) {
                throw unsupported(reader.linkType());
            }
            return reader;
        } catch (DamageException e) {
            throw holdsNothing(e);
        }
    }

    private CaptureException holdsNothing(DamageException e) {
        return new CaptureException(
                name + ": holds nothing that can be read: damaged at byte " + e.offset() + ": " + e.getMessage(), e);
    }

    private CaptureException unsupported(int linkType) {
        return new CaptureException(
                name + ": " + LinkLayer.describe(linkType) + " is not supported; " + LinkLayer.remedy(linkType));
    }

    /** Where the bytes come from. */
    private interface Source {
        InputStream open() throws IOException;
    }

    /** What has been read so far. */
    private static final class Tally {
        private long frames;
        private long passedOver;
        private int linkTypePassedOver;

        void count(Frame frame) {
            frames++;
            frame.number(frames);
            if (frame.link() == LinkLayer.UNSUPPORTED && passedOver++ == 0) {
                linkTypePassedOver = frame.linkType();
            }
        }
    }
}
