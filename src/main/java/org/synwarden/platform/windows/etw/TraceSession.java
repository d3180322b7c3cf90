package org.synwarden.platform.windows.etw;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.synwarden.observation.SourceException;
import org.synwarden.platform.windows.bindings.EventTracing;

/**
 * A real-time session in which one provider writes. It outlives
 * its process unless it is closed; what a killed process has left is stopped by the next that begins one, and nobody
 * else's session is touched. Memory of the kernel: 64 KiB a buffer, two a processor at least, 128 at most. Any thread.
 */
final class TraceSession implements AutoCloseable {
    private static final int BUFFER_KIB = 64;
    private static final int MOST_BUFFERS = 128;
    private static final int MOST_SESSIONS = 64;

    /** Once a session is gone its handle may be another's: sessions are controlled by name. */
    private static final long BY_NAME = 0;

    private final EventTracing tracing;
    private final String name;
    private SessionLosses losses = new SessionLosses(0, 0);
    private final AtomicBoolean closed = new AtomicBoolean();

    private TraceSession(EventTracing tracing, String name) {
        this.tracing = tracing;
        this.name = name;
    }

    /**
     * Begins a session; the kernel keeps its events from now on.
     *
     * @throws SourceException when that is not possible; nothing is left behind
     */
    static TraceSession begin(EventTracing tracing, String name, SessionOwner owner, TraceProvider provider)
            throws SourceException {
        stopWhatWasLeft(tracing, name, owner);
        LongByReference handle = new LongByReference();
        try (SessionProperties properties = SessionProperties.begin(owner.guid(provider), BUFFER_KIB, MOST_BUFFERS)) {
            TracingError.check("StartTrace", tracing.StartTrace(handle, name, properties.pointer()), name);
        }
        TraceSession session = new TraceSession(tracing, name);
        try {
            session.enable(handle.getValue(), provider);
            return session;
        } catch (SourceException e) {
            session.close();
            throw e;
        }
    }

    private static void stopWhatWasLeft(EventTracing tracing, String name, SessionOwner self) {
        for (FoundSession found : sessions(tracing)) {
            boolean isOwn = found.name().equals(name) && found.marked().equals(Optional.of(self));
            if (isOwn || found.isLeftBehind(OwnerCheck::isAlive)) {
                stop(tracing, found.name());
            }
        }
    }

    /** The sessions on this PC that this user may know of; where Windows does not let this user ask, none. */
    private static List<FoundSession> sessions(EventTracing tracing) {
        List<FoundSession> found = new ArrayList<>();
        SessionProperties[] room = new SessionProperties[MOST_SESSIONS];
        Pointer[] pointers = new Pointer[MOST_SESSIONS];
        for (int i = 0; i < MOST_SESSIONS; i++) {
            room[i] = new SessionProperties();
            pointers[i] = room[i].pointer();
        }
        IntByReference filled = new IntByReference();
        int code = tracing.QueryAllTraces(pointers, MOST_SESSIONS, filled);
        int told = code == TracingError.SUCCESS || code == TracingError.MORE_DATA
                ? Math.min(MOST_SESSIONS, filled.getValue())
                : 0;
        for (int i = 0; i < MOST_SESSIONS; i++) {
            if (i < told) {
                found.add(room[i].found());
            }
            room[i].close();
        }
        return found;
    }

    private void enable(long handle, TraceProvider provider) throws SourceException {
        byte[] id = provider.guid();
        try (Memory guid = new Memory(id.length)) {
            guid.write(0, id, 0, id.length);
            int code = tracing.EnableTraceEx2(
                    handle,
                    guid,
                    EventTracing.ENABLE_PROVIDER,
                    EventTracing.LEVEL_INFORMATION,
                    provider.keywords(),
                    0,
                    0,
                    Pointer.NULL);
            TracingError.check("EnableTraceEx2", code, name);
        }
    }

    String name() {
        return name;
    }

    /** Whether the system knows nothing of this session, though it has let it begin: its functions are stubs. */
    boolean isPretended() {
        return sessions(tracing).isEmpty();
    }

    /** Lets what the kernel holds be delivered now; what is known to be lost so far, or empty when the session is gone. */
    Optional<SessionLosses> flush() {
        try (SessionProperties properties = new SessionProperties()) {
            int code = tracing.ControlTrace(BY_NAME, name, properties.pointer(), EventTracing.CONTROL_FLUSH);
            if (code == TracingError.SUCCESS) {
                losses = properties.losses();
            }
            return code == TracingError.INSTANCE_NOT_FOUND ? Optional.empty() : Optional.of(losses);
        }
    }

    /** Stops it; what the kernel holds is still delivered. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stop(tracing, name);
        }
    }

    private static void stop(EventTracing tracing, String name) {
        try (SessionProperties properties = new SessionProperties()) {
            // what is gone already needs no stopping, and what may not be stopped is in nobody's way
            tracing.ControlTrace(BY_NAME, name, properties.pointer(), EventTracing.CONTROL_STOP);
        }
    }
}
