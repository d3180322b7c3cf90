package org.synwarden.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes a classic pcap field by field, right or wrong, for tests. */
final class PcapBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteOrder order;
    private final boolean nanoseconds;

    PcapBytes(ByteOrder order, boolean nanoseconds, int linkType) {
        this.order = order;
        this.nanoseconds = nanoseconds;
        int magic = nanoseconds ? 0xA1B23C4D : 0xA1B2C3D4;
        put(buffer(24)
                .putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(65_535)
                .putInt(linkType));
    }

    PcapBytes frame(long at, byte[] frame) {
        return frame(at, frame, frame.length, frame.length);
    }

    /** A frame whose header may lie about its lengths. */
    PcapBytes frame(long at, byte[] frame, int captured, int original) {
        int fraction = (int) (at % 1_000_000_000) / (nanoseconds ? 1 : 1000);
        put(buffer(16)
                .putInt((int) (at / 1_000_000_000))
                .putInt(fraction)
                .putInt(captured)
                .putInt(original));
        bytes.writeBytes(frame);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private void put(ByteBuffer buffer) {
        for (int i = 0; i < buffer.capacity(); i++) {
            bytes.write(buffer.get(i));
        }
    }
}
