package org.synwarden.platform.windows.etw;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * An EVENT_RECORD of 64-bit Windows, as far as it is needed. Pages "EVENT_RECORD", "EVENT_HEADER structure".
 *
 * @param provider who wrote it
 * @param id the event's number, that of its provider
 * @param version the version of its layout
 * @param process in whose context it was written; -1 when in none
 * @param ticks when, on the performance counter
 * @param data what the provider wrote
 */
record TraceRecord(UUID provider, int id, int version, int process, long ticks, ByteBuffer data) {
    private static final int HEADER_SIZE = 112;
    private static final int PROCESS_ID = 12;
    private static final int TIME_STAMP = 16;
    private static final int PROVIDER_ID = 24;
    private static final int ID = 40;
    private static final int VERSION = 42;
    private static final int USER_DATA_LENGTH = 86;
    private static final int USER_DATA = 96;

    /** Copies the record out of the system's memory. */
    static TraceRecord read(Pointer record) {
        ByteBuffer header = ByteBuffer.wrap(record.getByteArray(0, HEADER_SIZE)).order(ByteOrder.LITTLE_ENDIAN);
        int length = Short.toUnsignedInt(header.getShort(USER_DATA_LENGTH));
        long data = header.getLong(USER_DATA);
        return new TraceRecord(
                TraceProvider.idAt(header, PROVIDER_ID),
                Short.toUnsignedInt(header.getShort(ID)),
                Byte.toUnsignedInt(header.get(VERSION)),
                header.getInt(PROCESS_ID),
                header.getLong(TIME_STAMP),
                ByteBuffer.wrap(length == 0 || data == 0 ? new byte[0] : new Pointer(data).getByteArray(0, length)));
    }
}
