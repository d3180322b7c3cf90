package org.synwarden.platform.windows.etw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The process that began a session. It stands in the session's GUID, which is ours to choose, so that a session outliving
 * its process can be told from one in use.
 *
 * @param pid its number
 * @param started when it started, milliseconds since the epoch, as the system says; 0 when it does not
 */
record SessionOwner(int pid, long started) {
    /** This process. */
    static SessionOwner current() {
        ProcessHandle self = ProcessHandle.current();
        return new SessionOwner((int) self.pid(), startOf(self));
    }

    /** The owner that a GUID names; empty when it is not one of ours. */
    static Optional<SessionOwner> of(byte[] guid) {
        ByteBuffer fields = ByteBuffer.wrap(guid).order(ByteOrder.LITTLE_ENDIAN);
        int mark = fields.getInt();
        return Arrays.stream(TraceProvider.values()).anyMatch(provider -> provider.mark() == mark)
                ? Optional.of(new SessionOwner(fields.getInt(), fields.getLong()))
                : Optional.empty();
    }

    /** The 16 octets of the GUID of its session with that provider. */
    byte[] guid(TraceProvider provider) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(provider.mark())
                .putInt(pid)
                .putLong(started)
                .array();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
    }
}
