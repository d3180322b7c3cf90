package org.synwarden.service;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.export.LoggedEvent;

/**
 * Tells the system's own log, on a thread of its own ({@code event-log}), so that whoever has something to tell never waits
 * for it. At most {@value #BOUND} events wait; what is beyond is left out, and our own log says how many. Any thread.
 */
final class EventReport implements AutoCloseable {
    static final int BOUND = 256;
    private static final Logger LOG = LoggerFactory.getLogger(EventReport.class);
    private static final long PATIENCE_MILLIS = 2_000;

    /** The system's own log. */
    @FunctionalInterface
    interface SystemLog {
        /** Writes it; may take a while. */
        void write(LoggedEvent event) throws IOException;
    }

    private final BlockingQueue<LoggedEvent> waiting = new ArrayBlockingQueue<>(BOUND);
    private final AtomicLong leftOut = new AtomicLong();
    private final SystemLog log;
    private final Thread thread = new Thread(this::write, "event-log");
    private volatile boolean ends;
    private boolean refused;

    /** Tells that log from {@link #start} on. */
    EventReport(SystemLog log) {
        this.log = log;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Writes it soon. */
    void tell(LoggedEvent event) {
        if (!waiting.offer(event)) {
            leftOut.incrementAndGet();
        }
    }

    private void write() {
        try {
            while (!ends || !waiting.isEmpty()) {
                LoggedEvent event = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (event != null) {
                    write(event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(LoggedEvent event) {
        try {
            log.write(event);
            refused = false;
            long missing = leftOut.getAndSet(0);
            if (missing > 0) {
                LOG.warn("{} entries did not reach the system's log: too many at once", missing);
            }
        } catch (IOException e) {
            if (!refused) {
                LOG.warn("The system's log takes no entry: {}", e.getMessage());
            }
            refused = true;
        }
    }

    /** Writes what waits, within two seconds. */
    @Override
    public void close() {
        ends = true;
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
