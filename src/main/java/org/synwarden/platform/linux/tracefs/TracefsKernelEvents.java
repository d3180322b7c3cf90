package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.synwarden.observation.Observation;
import org.synwarden.observation.ObservationStream;
import org.synwarden.observation.SourceException;
import org.synwarden.process.ProcessCatalog;

/**
 * Kernel events of Linux: who connects where, and how that ends, from the kernel's own tracepoints
 * (Documentation/trace/events.rst), of the network namespace in which it is started. It yields
 * {@link Observation.ConnectCalled}, {@link Observation.ConnectLinked}, {@link Observation.ConnectEnded},
 * {@link Observation.ProcessDescribed} and {@link Observation.EventsLost}. Needs root and Linux 4.16 (5.2 where nobody
 * has mounted tracefs), outside containers. The thread
 * runs before ordinary ones (nice -10). Raw senders bypass the kernel's TCP and are not seen. Memory of the kernel:
 * 512 KiB a processor.
 */
public final class TracefsKernelEvents implements ObservationStream {
    private static final int BUFFER_KIB = 512;
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final ProcessCatalog catalog;
    private final LongSupplier clock;
    private final int bufferKib;
    private volatile boolean closed;
    private volatile Optional<String> failure = Optional.empty();
    private Optional<Thread> thread = Optional.empty();

    /**
     * The events of this system.
     *
     * @param catalog names the processes
     * @param clock nanoseconds since the epoch, monotonic; asked from the stream's thread
     */
    public TracefsKernelEvents(ProcessCatalog catalog, LongSupplier clock) {
        this(catalog, clock, BUFFER_KIB);
    }

    TracefsKernelEvents(ProcessCatalog catalog, LongSupplier clock, int bufferKib) {
        this.catalog = catalog;
        this.clock = clock;
        this.bufferKib = bufferKib;
    }

    @Override
    public void start(Consumer<Observation> observer) throws SourceException {
        if (thread.isPresent()) {
            throw new IllegalStateException("kernel events are started once");
        }
        try {
            begin(observer);
        } catch (IOException e) {
            throw TracingRefusal.refused(e);
        }
    }

    private void begin(Consumer<Observation> observer) throws IOException {
        TraceSession session = TraceSession.open(bufferKib);
        try {
            EventReading reading = reading(session, observer);
            Thread reader = new Thread(() -> read(session, reading), "kernel-events");
            reader.setDaemon(true);
            thread = Optional.of(reader);
            reader.start();
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private EventReading reading(TraceSession session, Consumer<Observation> observer) throws IOException {
        TraceTime time = TraceTime.measure(session::now, clock);
        Callers callers = new Callers(
                new ProcThreads(Path.of("/proc")), new SavedProcesses(session.savedProcesses(), clock), catalog, clock);
        callers.warmUp((int) ProcessHandle.current().pid());
        ConnectTracker tracker = new ConnectTracker(callers, new OwnAddresses(clock), time::toEpoch, observer);
        return new EventReading(session, time, clock, callers, tracker, observer);
    }

    private void read(TraceSession session, EventReading reading) {
        try (session) {
            session.hurry();
            while (!closed) {
                reading.round();
            }
        } catch (IOException | RuntimeException e) {
            String reason = e instanceof IOException ? e.getMessage() : e.toString();
            failure = Optional.of("Kernel events have ended: " + reason);
        }
    }

    @Override
    public Optional<String> failure() {
        return failure;
    }

    /** When the observer does not return within 2 s, the end of its call is not waited for. */
    @Override
    public void close() {
        closed = true;
        thread.ifPresent(reader -> {
            try {
                reader.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
