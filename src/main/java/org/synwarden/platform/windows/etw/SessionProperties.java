package org.synwarden.platform.windows.etw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/**
 * An EVENT_TRACE_PROPERTIES of 64-bit Windows, with room behind it for the names of the session and of a log file. Page
 * "EVENT_TRACE_PROPERTIES structure". Used by one thread at a time.
 */
final class SessionProperties implements AutoCloseable {
    static final int SIZE = 120;

    /** What the pages call the longest name, in octets. */
    private static final int NAME_SIZE = 1_024 * Character.BYTES;

    private static final int WHOLE = SIZE + 2 * NAME_SIZE;
    private static final int BUFFER_SIZE_OF_WNODE = 0;
    private static final int GUID = 24;
    private static final int CLIENT_CONTEXT = 40;
    private static final int FLAGS = 44;
    private static final int BUFFER_KIB = 48;
    private static final int MINIMUM_BUFFERS = 52;
    private static final int MAXIMUM_BUFFERS = 56;
    private static final int LOG_FILE_MODE = 64;
    private static final int FLUSH_TIMER = 68;
    private static final int EVENTS_LOST = 88;
    private static final int REAL_TIME_BUFFERS_LOST = 100;
    private static final int LOG_FILE_NAME_OFFSET = 112;
    private static final int LOGGER_NAME_OFFSET = 116;

    private static final int WNODE_FLAG_TRACED_GUID = 0x0002_0000;
    private static final int EVENT_TRACE_REAL_TIME_MODE = 0x100;
    private static final int PERFORMANCE_COUNTER = 1;

    private final Memory memory = new Memory(WHOLE);

    /** Properties to be filled by the system. */
    SessionProperties() {
        memory.clear();
        memory.setInt(BUFFER_SIZE_OF_WNODE, WHOLE);
        memory.setInt(LOGGER_NAME_OFFSET, SIZE);
        memory.setInt(LOG_FILE_NAME_OFFSET, SIZE + NAME_SIZE);
    }

    /**
     * Properties of a real-time session that begins: time stamps of the performance counter, no log file.
     *
     * @param guid tells whose it is
     * @param bufferKib how large each buffer is
     * @param mostBuffers how many the kernel may fill before it drops events
     */
    static SessionProperties begin(byte[] guid, int bufferKib, int mostBuffers) {
        SessionProperties begin = new SessionProperties();
        begin.memory.setInt(LOG_FILE_NAME_OFFSET, 0);
        begin.memory.write(GUID, guid, 0, 16);
        begin.memory.setInt(CLIENT_CONTEXT, PERFORMANCE_COUNTER);
        begin.memory.setInt(FLAGS, WNODE_FLAG_TRACED_GUID);
        begin.memory.setInt(BUFFER_KIB, bufferKib);
        begin.memory.setInt(
                MINIMUM_BUFFERS, Math.min(mostBuffers, 2 * Runtime.getRuntime().availableProcessors()));
        begin.memory.setInt(MAXIMUM_BUFFERS, mostBuffers);
        begin.memory.setInt(LOG_FILE_MODE, EVENT_TRACE_REAL_TIME_MODE);
        begin.memory.setInt(FLUSH_TIMER, 1);
        return begin;
    }

    Pointer pointer() {
        return memory;
    }

    /** Which session the system has told of. */
    FoundSession found() {
        byte[] name = memory.getByteArray(SIZE, NAME_SIZE);
        String text = new String(name, StandardCharsets.UTF_16LE);
        int end = text.indexOf(0);
        return new FoundSession(
                end < 0 ? text : text.substring(0, end), SessionOwner.of(memory.getByteArray(GUID, 16)));
    }

    /** What that session has lost. */
    SessionLosses losses() {
        return new SessionLosses(
                Integer.toUnsignedLong(memory.getInt(EVENTS_LOST)),
                Integer.toUnsignedLong(memory.getInt(REAL_TIME_BUFFERS_LOST)));
    }

    @Override
    public void close() {
        memory.close();
    }
}
