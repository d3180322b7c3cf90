package org.synwarden.platform.windows.etw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The process that began a session. It stands in the session's GUID, which is ours to choose, so that a session outliving
 * its process can be told from one in use.
 *
 * @param pid its number
 * @param started when it started, milliseconds since the epoch, as the system says; 0 when it does not
 */
record SessionOwner(int pid, long started) {
    /** Marks our GUIDs. */
    private static final int TAG = 0x53796E57;

    /** This process. */
    static SessionOwner current() {
        ProcessHandle self = ProcessHandle.current();
        return new SessionOwner((int) self.pid(), startOf(self));
    }

    /** The owner that a GUID names; empty when it is not one of ours. */
    static Optional<SessionOwner> of(byte[] guid) {
        ByteBuffer fields = ByteBuffer.wrap(guid).order(ByteOrder.LITTLE_ENDIAN);
        return fields.getInt() == TAG
                ? Optional.of(new SessionOwner(fields.getInt(), fields.getLong()))
                : Optional.empty();
    }

    /** The 16 octets of the GUID. */
    byte[] guid() {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(TAG)
                .putInt(pid)
                .putLong(started)
                .array();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
    }
}
