package org.synwarden.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Writes pcapng block by block, right or wrong, for tests. */
final class PcapngBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    /** A section header; the blocks that follow are in its byte order. */
    PcapngBytes section(ByteOrder order) {
        this.order = order;
        return block(
                0x0A0D0D0A,
                buffer(16)
                        .putInt(0x1A2B3C4D)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
    }

    PcapngBytes describeInterface(int linkType, int snapLength, byte[]... options) {
        int size = Arrays.stream(options).mapToInt(option -> option.length).sum();
        ByteBuffer body =
                buffer(8 + size).putShort((short) linkType).putShort((short) 0).putInt(snapLength);
        for (byte[] option : options) {
            body.put(option);
        }
        return block(1, body);
    }

    /** An option of an interface, padded, in the byte order of the section. */
    byte[] option(int code, byte... value) {
        byte[] option = new byte[4 + padded(value.length)];
        ByteBuffer.wrap(option)
                .order(order)
                .putShort((short) code)
                .putShort((short) value.length)
                .put(value);
        return option;
    }

    /** An option whose value is one number of 8 bytes. */
    byte[] numberOption(int code, long value) {
        byte[] number = new byte[8];
        ByteBuffer.wrap(number).order(order).putLong(value);
        return option(code, number);
    }

    PcapngBytes enhanced(int fromInterface, long units, byte[] frame) {
        return enhanced(fromInterface, units, frame, frame.length);
    }

    PcapngBytes enhanced(int fromInterface, long units, byte[] frame, int captured) {
        return block(
                6,
                buffer(20 + padded(frame.length))
                        .putInt(fromInterface)
                        .putInt((int) (units >>> 32))
                        .putInt((int) units)
                        .putInt(captured)
                        .putInt(frame.length)
                        .put(frame));
    }

    PcapngBytes obsolete(int fromInterface, long units, byte[] frame) {
        return block(
                2,
                buffer(20 + padded(frame.length))
                        .putShort((short) fromInterface)
                        .putShort((short) 7)
                        .putInt((int) (units >>> 32))
                        .putInt((int) units)
                        .putInt(frame.length)
                        .putInt(frame.length)
                        .put(frame));
    }

    PcapngBytes simple(byte[] frame, int original) {
        return block(3, buffer(4 + padded(frame.length)).putInt(original).put(frame));
    }

    PcapngBytes block(int type, byte[] body) {
        return block(type, buffer(padded(body.length)).put(body));
    }

    /** Bytes as they are. */
    PcapngBytes raw(ByteBuffer raw) {
        for (int i = 0; i < raw.capacity(); i++) {
            bytes.write(raw.get(i));
        }
        return this;
    }

    ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private PcapngBytes block(int type, ByteBuffer body) {
        int length = 12 + body.capacity();
        raw(buffer(8).putInt(type).putInt(length));
        raw(body);
        return raw(buffer(4).putInt(length));
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }
}
