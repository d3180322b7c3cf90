package org.synwarden.capture;

/**
 * Reads the headers of a frame for the display filter, as far as they were captured: unlike {@link FrameDecoder}, which
 * looks only for evidence, it also tells the half of a header that a cut-off frame still has, and what ICMP errors
 * quote. Follows what tshark 4.0 shows of the same frame without reassembly; tunnels are not looked into. At most
 * {@value #MOST_HEADERS} headers of a frame are read. One thread.
 */
public final class PacketDecoder {
    private static final int MOST_HEADERS = 64;

    private final Cursor cursor = new Cursor();
    private final PacketValues values = new PacketValues();

    /** What this frame says; the answer is the same object every time. */
    public PacketValues decode(Frame frame) {
        values.clear();
        cursor.begin(frame);
        Header next = LinkPayload.begin(cursor);
        for (int headers = 0; headers < MOST_HEADERS && next != Header.NONE; headers++) {
            next = next.read(cursor, values);
        }
        return values;
    }
}
