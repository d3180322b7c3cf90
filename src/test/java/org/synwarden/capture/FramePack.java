package org.synwarden.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames one after the other in one input of the fuzz: an octet that chooses the link and whether the frame was cut off,
 * its length in two, its bytes. Any bytes are such a pack.
 */
final class FramePack {
    private static final int[] LINK_TYPES = {1, 0, 12, 101, 108, 113, 228, 229, 276, 105};
    private static final int CUT = 0x80;
    private static final int MISSING = 40;

    private FramePack() {}

    /** One frame. */
    static byte[] of(int linkType, byte[] frame) {
        int link = 0;
        while (LINK_TYPES[link] != linkType) {
            link++;
        }
        return ByteBuffer.allocate(3 + frame.length)
                .put((byte) link)
                .putShort((short) frame.length)
                .put(frame)
                .array();
    }

    /** Several packs as one. */
    static byte[] joined(byte[]... packs) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] pack : packs) {
            all.writeBytes(pack);
        }
        return all.toByteArray();
    }

    /** A pack of its own for every frame of a story. */
    static List<byte[]> of(CaptureBuilder story) {
        ByteBuffer pcap = ByteBuffer.wrap(story.pcap()).order(ByteOrder.LITTLE_ENDIAN);
        int linkType = pcap.getInt(20);
        List<byte[]> packs = new ArrayList<>();
        pcap.position(24);
        while (pcap.hasRemaining()) {
            byte[] frame = new byte[pcap.getInt(pcap.position() + 8)];
            pcap.position(pcap.position() + 16);
            pcap.get(frame);
            packs.add(of(linkType, frame));
        }
        return packs;
    }

    static List<Frame> frames(byte[] input) {
        ByteBuffer pack = ByteBuffer.wrap(input);
        List<Frame> frames = new ArrayList<>();
        while (pack.remaining() >= 3) {
            int link = pack.get() & 0xFF;
            byte[] bytes = new byte[Math.min(pack.getShort() & 0xFFFF, pack.remaining())];
            pack.get(bytes);
            Frame frame =
                    Frame.of(frames.size() + 1, frames.size(), LINK_TYPES[(link & ~CUT) % LINK_TYPES.length], bytes);
            if ((link & CUT) != 0) {
                frame.show(bytes, 0, bytes.length, bytes.length + MISSING);
            }
            frames.add(frame);
        }
        return frames;
    }
}
