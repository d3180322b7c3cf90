package org.synwarden.capture;

import java.nio.ByteOrder;

/**
 * Classic pcap, both byte orders, microseconds and nanoseconds (draft-ietf-opsawg-pcap). The snap length of the file
 * header is not believed: many writers exceed it.
 */
final class PcapReader implements FrameReader {
    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    private static final int FILE_HEADER = 24;
    private static final int FRAME_HEADER = 16;
    /** The upper bits of the link type field say whether frames end in a checksum. */
    private static final int LINK_TYPE_BITS = 0x03FFFFFF;

    private final CaptureInput input;
    private final int nanosecondsPerUnit;
    private final int linkType;

    private PcapReader(CaptureInput input, int nanosecondsPerUnit, int linkType) {
        this.input = input;
        this.nanosecondsPerUnit = nanosecondsPerUnit;
        this.linkType = linkType;
    }

    /** Whether this magic number, read most significant octet first, begins a classic pcap. */
    static boolean begins(int magic) {
        return isMagic(magic) || isMagic(Integer.reverseBytes(magic));
    }

    private static boolean isMagic(int magic) {
        return magic == MICROSECONDS || magic == NANOSECONDS;
    }

    /** Reads the file header. */
    static PcapReader open(CaptureInput input) throws DamageException {
        input.need(FILE_HEADER, "its file header");
        input.order(ByteOrder.BIG_ENDIAN);
        if (!isMagic(input.i32(0))) {
            input.order(ByteOrder.LITTLE_ENDIAN);
        }
        if (input.u16(4) != 2) {
            throw input.damage("pcap version " + input.u16(4) + " is not known, only 2 is");
        }
        int scale = input.i32(0) == NANOSECONDS ? 1 : 1000;
        int linkType = input.i32(20) & LINK_TYPE_BITS;
        input.pass(FILE_HEADER);
        return new PcapReader(input, scale, linkType);
    }

    /** The link type of every frame. */
    int linkType() {
        return linkType;
    }

    @Override
    public boolean next(Frame frame) throws DamageException {
        if (!input.has(1)) {
            return false;
        }
        input.need(FRAME_HEADER, "the header of a frame");
        long captured = input.u32(8);
        if (captured > Frame.LONGEST) {
            throw input.damage("a frame claims " + captured + " captured bytes, more than " + Frame.LONGEST);
        }
        int length = (int) captured;
        input.need(FRAME_HEADER + length, "a frame");
        frame.stamp(input.u32(0) * 1_000_000_000 + input.u32(4) * nanosecondsPerUnit, linkType);
        input.show(frame, FRAME_HEADER, length, input.u32(12));
        input.pass(FRAME_HEADER + length);
        return true;
    }

    @Override
    public long framesWithoutTime() {
        return 0;
    }
}
