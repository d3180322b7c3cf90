package org.synwarden.capture;

import org.synwarden.net.Address;

/**
 * A place in a frame and the end of what it belongs to. The headers say how far a packet reached on the wire; less of
 * it may have been captured.
 */
final class Cursor {
    private Frame frame;
    private int at;
    private int end;

    /** Starts out on an empty frame. */
    Cursor() {
        frame = Frame.of(0, 0, 0, new byte[0]);
    }

    void begin(Frame next) {
        frame = next;
        at = 0;
        end = (int) Math.min(Integer.MAX_VALUE / 2, Math.max(next.capturedLength(), next.originalLength()));
    }

    int linkType() {
        return frame.linkType();
    }

    /** Whether that many bytes from here belong to the packet and were captured. */
    boolean has(int count) {
        return at + count <= Math.min(end, frame.capturedLength());
    }

    /** How many bytes there were on the wire from here to the end of the packet. */
    int onTheWire() {
        return Math.max(0, end - at);
    }

    void pass(int count) {
        at += count;
    }

    /** The packet ends that many bytes from here, if it does not end before. */
    void endAfter(int count) {
        end = Math.min(end, at + count);
    }

    int u8(int offset) {
        return frame.u8(at + offset);
    }

    int u16(int offset) {
        return frame.u16(at + offset);
    }

    int i32(int offset) {
        return frame.i32(at + offset);
    }

    Address address(int offset, int length) {
        return frame.address(at + offset, length);
    }
}
