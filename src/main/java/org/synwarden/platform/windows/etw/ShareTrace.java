package org.synwarden.platform.windows.etw;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.observation.SourceException;
import org.synwarden.platform.windows.bindings.EventTracing;

/**
 * A session of its own for who asks for files of other hosts. Every file that anybody opens on this PC is an event here:
 * it is there only while it is wanted, and what it loses is not taken for lost evidence of connects, as in one session it
 * would have to be. Thread {@code kernel-events-shares}; begun and closed by one thread.
 */
final class ShareTrace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShareTrace.class);
    private static final long STOP_MILLIS = 500;

    private final TraceSession session;
    private final RealTimeTrace trace;
    private final Thread reader;
    private volatile boolean closed;

    private ShareTrace(TraceSession session, RealTimeTrace trace) {
        this.session = session;
        this.trace = trace;
        reader = new Thread(this::read, "kernel-events-shares");
        reader.setDaemon(true);
    }

    /**
     * Begins to listen.
     *
     * @param sessionName that of the session for connects
     * @param records takes each event, on this trace's thread, which hears from Windows once a second
     */
    static ShareTrace begin(EventTracing tracing, String sessionName, SessionOwner owner, Consumer<TraceRecord> records)
            throws SourceException {
        TraceSession session = TraceSession.begin(tracing, sessionName + "-Shares", owner, TraceProvider.KERNEL_FILE);
        try {
            ShareTrace begun = new ShareTrace(session, RealTimeTrace.open(tracing, session, records));
            begun.reader.start();
            return begun;
        } catch (SourceException | RuntimeException | LinkageError e) {
            session.close();
            throw e;
        }
    }

    private void read() {
        String why;
        try (session;
                trace) {
            why = trace.process();
        }
        if (!closed) {
            LOG.info("Which programs ask for files of other hosts is not heard of any more: {}", why);
        }
    }

    /** When the observer does not return within 0.5 s, the end of its call is not waited for. */
    @Override
    public void close() {
        closed = true;
        session.close();
        trace.close();
        try {
            reader.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
