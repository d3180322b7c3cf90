package org.synwarden.capture;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * pcapng (draft-ietf-opsawg-pcapng): sections in either byte order, interfaces, enhanced, simple and obsolete packet
 * blocks; every other block is passed over, whatever its length. A block that is looked into has at most 1 MiB, a
 * section at most 4,096 interfaces; more is damage.
 */
final class PcapngReader implements FrameReader {
    /** The same in both byte orders. */
    static final int SECTION = 0x0A0D0D0A;

    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int SHORTEST_BLOCK = 12;
    private static final int MOST_INTERFACES = 4096;

    private final CaptureInput input;
    private final List<PcapngInterface> interfaces = new ArrayList<>();
    private long lastTime;
    private long framesWithoutTime;

    private PcapngReader(CaptureInput input) {
        this.input = input;
    }

    /** Reads the first section header. */
    static PcapngReader open(CaptureInput input) throws DamageException {
        PcapngReader reader = new PcapngReader(input);
        input.need(SHORTEST_BLOCK, "its section header");
        reader.section();
        return reader;
    }

    @Override
    public boolean next(Frame frame) throws DamageException {
        boolean shown = false;
        while (!shown && input.has(1)) {
            input.need(SHORTEST_BLOCK, "a block header");
            shown = block(frame);
        }
        return shown;
    }

    @Override
    public long framesWithoutTime() {
        return framesWithoutTime;
    }

    private boolean block(Frame frame) throws DamageException {
        switch (input.i32(0)) {
            case SECTION -> section();
            case INTERFACE -> {
                int length = wholeBlock(20);
                if (interfaces.size() == MOST_INTERFACES) {
                    throw input.damage("a section describes more than " + MOST_INTERFACES + " interfaces");
                }
                interfaces.add(PcapngInterface.read(input, length));
                input.pass(length);
            }
            case ENHANCED_PACKET -> {
                packet(frame, input.u32(8));
                return true;
            }
            case OBSOLETE_PACKET -> {
                packet(frame, input.u16(8));
                return true;
            }
            case SIMPLE_PACKET -> {
                simplePacket(frame);
                return true;
            }
            default -> input.pass(padded(length(SHORTEST_BLOCK)));
        }
        return false;
    }

    private void section() throws DamageException {
        input.order(ByteOrder.BIG_ENDIAN);
        if (input.i32(8) != BYTE_ORDER_MAGIC) {
            input.order(ByteOrder.LITTLE_ENDIAN);
        }
        if (input.i32(8) != BYTE_ORDER_MAGIC) {
            throw input.damage("a section header without byte order (was the file copied as text?)");
        }
        int length = wholeBlock(28);
        if (input.u16(12) != 1) {
            throw input.damage("pcapng version " + input.u16(12) + " is not known, only 1 is");
        }
        interfaces.clear();
        input.pass(length);
    }

    /** Enhanced and obsolete packet blocks differ only in how the interface is written. */
    private void packet(Frame frame, long interfaceNumber) throws DamageException {
        int length = wholeBlock(32);
        PcapngInterface from = describedInterface(interfaceNumber);
        long captured = input.u32(20);
        if (captured > length - 32) {
            throw input.damage("a frame claims " + captured + " captured bytes in a block of " + length);
        }
        lastTime = from.nanoseconds(input.u32(12) << 32 | input.u32(16));
        show(frame, from, 28, captured, input.u32(24));
        input.pass(length);
    }

    private void simplePacket(Frame frame) throws DamageException {
        int length = wholeBlock(16);
        PcapngInterface from = describedInterface(0);
        long captured = Math.min(from.captured(input.u32(8)), length - 16);
        framesWithoutTime++;
        show(frame, from, 12, captured, input.u32(8));
        input.pass(length);
    }

    private void show(Frame frame, PcapngInterface from, int offset, long captured, long original)
            throws DamageException {
        if (captured > Frame.LONGEST) {
            throw input.damage("a frame claims " + captured + " captured bytes, more than " + Frame.LONGEST);
        }
        frame.stamp(lastTime, from.linkType());
        input.show(frame, offset, (int) captured, original);
    }

    private PcapngInterface describedInterface(long number) throws DamageException {
        if (number >= interfaces.size()) {
            throw input.damage("a frame of interface " + number + ", which the capture does not describe");
        }
        return interfaces.get((int) number);
    }

    /** Waits for a block that will be looked into; returns its length with padding. */
    private int wholeBlock(int shortest) throws DamageException {
        long length = padded(length(shortest));
        if (length > CaptureInput.CAPACITY) {
            throw input.damage("a block claims " + length + " bytes, more than " + CaptureInput.CAPACITY);
        }
        input.need((int) length, "a block");
        long trailer = input.u32((int) length - 4);
        if (padded(trailer) != length) {
            throw input.damage("a block begins with length " + length + " and ends with length " + trailer);
        }
        return (int) length;
    }

    private long length(int shortest) throws DamageException {
        long length = input.u32(4);
        if (length < shortest) {
            throw input.damage("a block claims " + length + " bytes, too few for its kind");
        }
        return length;
    }

    /** Some writers leave the padding out of the length. */
    private static long padded(long length) {
        return length + 3 & ~3L;
    }
}
