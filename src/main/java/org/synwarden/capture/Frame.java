package org.synwarden.capture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.synwarden.net.Address;

/**
 * One captured frame: a view that its reader moves on to the next one, so that reading allocates nothing per frame.
 * Offsets count from the first captured byte; numbers are read in network byte order; reading past the captured bytes
 * is an {@link IndexOutOfBoundsException}.
 */
public final class Frame {
    /** The most bytes a frame may have, as in libpcap and Wireshark; more is damage. */
    public static final int LONGEST = 256 * 1024;

    private static final VarHandle SHORTS = network(short[].class);
    private static final VarHandle INTS = network(int[].class);
    private static final VarHandle LONGS = network(long[].class);

    private byte[] bytes = new byte[0];
    private int start;
    private int capturedLength;
    private long originalLength;
    private long number;
    private long at;
    private int linkType;
    private LinkLayer link = LinkLayer.of(linkType);

    Frame() {}

    /**
     * A frame of its own that holds all it had on the wire.
     *
     * @param number counted from 1
     * @param at nanoseconds since the epoch
     * @param linkType a LINKTYPE_ number (www.tcpdump.org/linktypes.html)
     * @param bytes the frame; not copied
     */
    public static Frame of(long number, long at, int linkType, byte[] bytes) {
        return cut(number, at, linkType, bytes, bytes.length);
    }

    /**
     * A frame of its own that holds the beginning of what it had on the wire.
     *
     * @param originalLength bytes on the wire
     */
    public static Frame cut(long number, long at, int linkType, byte[] bytes, long originalLength) {
        Frame frame = new Frame();
        frame.number(number);
        frame.stamp(at, linkType);
        frame.show(bytes, 0, bytes.length, originalLength);
        return frame;
    }

    private static VarHandle network(Class<?> view) {
        return MethodHandles.byteArrayViewVarHandle(view, ByteOrder.BIG_ENDIAN);
    }

    /** Its place in the capture, counted from 1. */
    public long number() {
        return number;
    }

    /** When it was captured, nanoseconds since the epoch. */
    public long at() {
        return at;
    }

    /** Its LINKTYPE_ number. */
    public int linkType() {
        return linkType;
    }

    /** How what it carries begins. */
    LinkLayer link() {
        return link;
    }

    /** How many of its bytes are here, at most {@link #LONGEST}. */
    public int capturedLength() {
        return capturedLength;
    }

    /** How many bytes it had on the wire, as the capture says. */
    public long originalLength() {
        return originalLength;
    }

    /** A copy of its first bytes, at most {@code limit} of them. */
    public byte[] copy(int limit) {
        return Arrays.copyOfRange(bytes, start, start + Math.min(limit, capturedLength));
    }

    /** Copies its first bytes, at most {@code limit} of them, to that place; returns how many. */
    int copyTo(byte[] target, int at, int limit) {
        int length = Math.min(limit, capturedLength);
        System.arraycopy(bytes, start, target, at, length);
        return length;
    }

    /** The octet at the offset, 0 to 255. */
    public int u8(int offset) {
        return bytes[start + Objects.checkIndex(offset, capturedLength)] & 0xFF;
    }

    /** The two octets at the offset, 0 to 65,535. */
    public int u16(int offset) {
        return (short) SHORTS.get(bytes, place(offset, Short.BYTES)) & 0xFFFF;
    }

    /** The four octets at the offset. */
    public int i32(int offset) {
        return (int) INTS.get(bytes, place(offset, Integer.BYTES));
    }

    /** The address of 4 or 16 octets at the offset. */
    Address address(int offset, int length) {
        return length == 4
                ? Address.ipv4(i32(offset))
                : Address.ipv6((long) LONGS.get(bytes, place(offset, Long.BYTES)), (long)
                        LONGS.get(bytes, place(offset + Long.BYTES, Long.BYTES)));
    }

    /** Whether that address, which has no zone, is the one of 4 or 16 octets at the offset. */
    boolean shows(Address address, int offset, int length) {
        return length == 4
                ? address.isIpv4() && address.ipv4Bits() == i32(offset)
                : address.high() == (long) LONGS.get(bytes, place(offset, Long.BYTES))
                        && address.low() == (long) LONGS.get(bytes, place(offset + Long.BYTES, Long.BYTES));
    }

    private int place(int offset, int size) {
        return start + Objects.checkFromIndexSize(offset, size, capturedLength);
    }

    /** Says which place it has in the capture. */
    void number(long number) {
        this.number = number;
    }

    /** Says when it came, and on what kind of link. */
    void stamp(long at, int linkType) {
        this.at = at;
        if (linkType != this.linkType) {
            this.linkType = linkType;
            link = LinkLayer.of(linkType);
        }
    }

    /** Says where its bytes are. */
    void show(byte[] bytes, int start, int capturedLength, long originalLength) {
        this.bytes = bytes;
        this.start = start;
        this.capturedLength = capturedLength;
        this.originalLength = originalLength;
    }
}
