package org.synwarden.platform.windows.etw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * A provider of events, and which of them a session asks it for. Ids and keywords are those of the published manifests
 * (github.com/repnz/etw-providers-docs, github.com/OTRF/OSSEM).
 */
enum TraceProvider {
    /** Microsoft-Windows-TCPIP with the keywords ConnectPath and ClosePath. */
    TCPIP("2f07e2ee-15db-40f1-90ef-9d7ba282188a", 0x4_0000_0000L | 0x10_0000_0000L, 0x5379_6E57),

    /** Microsoft-Windows-Kernel-File with the keyword CREATE alone: FILEIO would bring every read and write as well. */
    KERNEL_FILE("edd08927-9cc4-4e65-b970-c2560fb5c289", 0x80, 0x5379_6E58);

    private static final int GUID_SIZE = 16;

    private final UUID id;
    private final long keywords;
    private final int mark;

    TraceProvider(String id, long keywords, int mark) {
        this.id = UUID.fromString(id);
        this.keywords = keywords;
        this.mark = mark;
    }

    /** Its id. */
    UUID id() {
        return id;
    }

    /** Its id as a GUID stands in memory. */
    byte[] guid() {
        return ByteBuffer.allocate(GUID_SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (id.getMostSignificantBits() >>> 32))
                .putShort((short) (id.getMostSignificantBits() >>> 16))
                .putShort((short) id.getMostSignificantBits())
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** Any of these makes an event wanted. */
    long keywords() {
        return keywords;
    }

    /** Begins the GUID of a session of ours that listens to it: Windows wants each session's to be another. */
    int mark() {
        return mark;
    }

    /** The id that stands there as a GUID, in little-endian memory. */
    static UUID idAt(ByteBuffer memory, int offset) {
        long high = Integer.toUnsignedLong(memory.getInt(offset)) << 32
                | Short.toUnsignedLong(memory.getShort(offset + 4)) << 16
                | Short.toUnsignedLong(memory.getShort(offset + 6));
        return new UUID(high, Long.reverseBytes(memory.getLong(offset + 8)));
    }
}
