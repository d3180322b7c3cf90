package org.synwarden.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.synwarden.contract.HeaderObject;
import org.synwarden.contract.PacketObject;

/**
 * Writes packets as pcapng (draft-ietf-opsawg-pcapng), each with a comment that says whose it is and what became of its
 * attempt, as Wireshark shows it: one section, an interface for each link type, times in nanoseconds. Of a packet as many
 * bytes are written as it carries, and its length on the wire; one without any is left out. One thread.
 */
public final class PcapngWriter {
    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final long UNKNOWN_LENGTH = -1;
    private static final short COMMENT = 1;
    private static final short APPLICATION = 4;
    private static final short TIME_RESOLUTION = 9;
    private static final byte NANOSECONDS = 9;
    private static final int LONGEST_COMMENT = 2_000;

    /** Type and length before a block's body, the length again behind it. */
    private static final int FRAME = 12;

    private final OutputStream out;
    private final Map<Integer, Integer> interfaces = new HashMap<>();

    /**
     * Begins the section.
     *
     * @param application who writes it
     */
    public PcapngWriter(OutputStream out, String application) throws IOException {
        this.out = out;
        ByteBuffer body = body(16 + option(application));
        body.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(UNKNOWN_LENGTH);
        putOptions(body, APPLICATION, application.getBytes(StandardCharsets.UTF_8));
        write(SECTION, body);
    }

    /** Writes that packet. */
    public void write(PacketObject packet) throws IOException {
        if (packet.header().isEmpty()) {
            return;
        }
        HeaderObject header = packet.header().get();
        int on = interfaceOf(header.linkType());
        byte[] bytes = header.decoded();
        String comment = comment(packet);
        long at = Math.max(0, ChronoUnit.NANOS.between(Instant.EPOCH, packet.at()));
        ByteBuffer body = body(20 + padded(bytes.length) + option(comment));
        body.putInt(on).putInt((int) (at >>> 32)).putInt((int) at);
        body.putInt(bytes.length).putInt((int) Math.max(bytes.length, packet.length()));
        body.put(bytes).position(20 + padded(bytes.length));
        putOptions(body, COMMENT, comment.getBytes(StandardCharsets.UTF_8));
        write(ENHANCED_PACKET, body);
    }

    private int interfaceOf(int linkType) throws IOException {
        Integer known = interfaces.get(linkType);
        if (known != null) {
            return known;
        }
        ByteBuffer body = body(8 + 12);
        body.putShort((short) linkType).putShort((short) 0).putInt(0); // no limit to what is kept of a packet
        putOptions(body, TIME_RESOLUTION, new byte[] {NANOSECONDS});
        write(INTERFACE, body);
        interfaces.put(linkType, interfaces.size());
        return interfaces.size() - 1;
    }

    /** Whose a packet is, how sure that is, and what became of the attempt, in one line. */
    static String comment(PacketObject packet) {
        StringBuilder line = new StringBuilder();
        packet.process()
                .ifPresentOrElse(
                        whose -> {
                            line.append(whose.name()).append(" (pid ").append(whose.pid());
                            packet.attribution()
                                    .ifPresent(sure -> line.append(", ").append(sure));
                            line.append(')');
                            whose.path().ifPresent(path -> line.append(", ").append(path));
                        },
                        () -> line.append("process not known"));
        packet.outcome().ifPresent(outcome -> line.append("; attempt ").append(outcome));
        String clean = line.toString().replaceAll("\\p{C}", "?");
        return clean.substring(0, Math.min(clean.length(), LONGEST_COMMENT));
    }

    private static ByteBuffer body(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The length of one option with that text, and of the end of options. */
    private static int option(String text) {
        return 4 + padded(text.getBytes(StandardCharsets.UTF_8).length) + 4;
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    private static void putOptions(ByteBuffer body, short code, byte[] value) {
        int from = body.position();
        body.putShort(code).putShort((short) value.length).put(value);
        body.position(from + 4 + padded(value.length));
        body.putInt(0);
    }

    private void write(int type, ByteBuffer body) throws IOException {
        int length = FRAME + body.capacity();
        byte[] block = new byte[length];
        ByteBuffer.wrap(block)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type)
                .putInt(length)
                .put(body.rewind())
                .putInt(length);
        out.write(block);
    }
}
