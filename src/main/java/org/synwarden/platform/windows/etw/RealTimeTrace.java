package org.synwarden.platform.windows.etw;

import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import java.lang.ref.Reference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.synwarden.observation.SourceException;
import org.synwarden.platform.windows.bindings.EventTracing;

/**
 * Takes the events of a real-time session. One thread calls {@link #process}; {@link #close} may come from any. Pages
 * "OpenTraceW function", "EVENT_TRACE_LOGFILEW structure", "ProcessTrace function", "CloseTrace function".
 */
final class RealTimeTrace implements AutoCloseable {
    /** Size of EVENT_TRACE_LOGFILEW on 64-bit Windows. */
    private static final int LOG_FILE_SIZE = 448;

    private static final int LOGGER_NAME = 8;
    private static final int PROCESS_TRACE_MODE = 28;
    private static final int EVENT_RECORD_CALLBACK = 424;

    private static final int PROCESS_TRACE_MODE_REAL_TIME = 0x100;
    private static final int PROCESS_TRACE_MODE_RAW_TIMESTAMP = 0x1000;
    private static final int PROCESS_TRACE_MODE_EVENT_RECORD = 0x1000_0000;

    private final EventTracing tracing;
    private final Consumer<TraceRecord> records;
    private final Memory logFile = new Memory(LOG_FILE_SIZE);
    private final Memory name;
    private final EventTracing.EventRecordCallback callback = this::take;
    private final long handle;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Optional<Throwable> fault = Optional.empty();

    private RealTimeTrace(EventTracing tracing, TraceSession session, Consumer<TraceRecord> records) {
        this.tracing = tracing;
        this.records = records;
        name = new Memory((session.name().length() + 1L) * Character.BYTES);
        name.setWideString(0, session.name());
        logFile.clear();
        logFile.setPointer(LOGGER_NAME, name);
        logFile.setInt(
                PROCESS_TRACE_MODE,
                PROCESS_TRACE_MODE_REAL_TIME | PROCESS_TRACE_MODE_RAW_TIMESTAMP | PROCESS_TRACE_MODE_EVENT_RECORD);
        logFile.setPointer(EVENT_RECORD_CALLBACK, CallbackReference.getFunctionPointer(callback));
        handle = tracing.OpenTrace(logFile);
    }

    /**
     * Opens the session for reading.
     *
     * @param records takes each event, on the thread that is in {@link #process}; what it throws ends the trace
     */
    static RealTimeTrace open(EventTracing tracing, TraceSession session, Consumer<TraceRecord> records)
            throws SourceException {
        RealTimeTrace trace = new RealTimeTrace(tracing, session, records);
        if (trace.handle == EventTracing.INVALID_TRACE) {
            int code = Native.getLastError();
            throw session.isPretended()
                    ? TracingError.missing("error " + code + " of OpenTrace")
                    : TracingError.refusal("OpenTrace", code, session.name());
        }
        return trace;
    }

    /** Takes events until the session or this trace has ended; why it ended, one line, without a full stop. */
    String process() {
        try {
            int code = tracing.ProcessTrace(new LongByReference(handle), 1, Pointer.NULL, Pointer.NULL);
            return fault.map(thrown -> "a fault in SynWarden: " + thrown)
                    .orElse(
                            code == TracingError.SUCCESS
                                    ? "Windows has ended the session"
                                    : "Windows has ended the session with error " + code);
        } finally {
            Reference.reachabilityFence(this); // until here the system calls back into this object's memory
        }
    }

    private void take(Pointer record) {
        if (fault.isEmpty()) {
            try {
                records.accept(TraceRecord.read(record));
            } catch (RuntimeException | Error e) {
                fault = Optional.of(e);
                close();
            }
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            tracing.CloseTrace(handle);
        }
    }
}
