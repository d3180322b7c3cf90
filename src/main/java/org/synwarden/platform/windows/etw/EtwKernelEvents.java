package org.synwarden.platform.windows.etw;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.observation.Observation;
import org.synwarden.observation.ObservationStream;
import org.synwarden.observation.SourceException;
import org.synwarden.platform.windows.bindings.EventTracing;
import org.synwarden.process.ProcessCatalog;

/**
 * Kernel events of Windows: who connects where, and how that ends, as its TCP/IP driver says. It yields
 * {@link Observation.ConnectCalled}, {@link Observation.ConnectLinked}, {@link Observation.ConnectEnded},
 * {@link Observation.ProcessDescribed} and {@link Observation.EventsLost}, and while it is wanted
 * {@link Observation.ShareRequested}. Needs an administrator or LocalSystem. Raw
 * senders, WSL2 and virtual machines bypass the driver and are not seen. Threads: {@code kernel-events}, and
 * {@code kernel-events-flush}, which asks for what the kernel holds every 200 ms, because its own timer counts seconds.
 */
public final class EtwKernelEvents implements ObservationStream {
    /** The session of the service. */
    public static final String SERVICE_SESSION = "SynWarden-Service";

    private static final Logger LOG = LoggerFactory.getLogger(EtwKernelEvents.class);
    private static final long FLUSH_MILLIS = 200;
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final Supplier<EventTracing> library;
    private final String sessionName;
    private final ProcessCatalog catalog;
    private final LongSupplier clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<String> failure = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private boolean followed;
    private Optional<ShareTrace> shares = Optional.empty();

    private record Running(
            Consumer<Observation> observer,
            TraceSession session,
            RealTimeTrace trace,
            EventReading reading,
            Thread reader,
            Thread flusher) {}

    /**
     * The events of this system.
     *
     * @param sessionName {@link #SERVICE_SESSION}, or that of {@link #ownSession}
     * @param catalog names the processes
     * @param clock nanoseconds since the epoch, monotonic; asked from the stream's threads
     */
    public EtwKernelEvents(String sessionName, ProcessCatalog catalog, LongSupplier clock) {
        this(() -> EventTracing.INSTANCE, sessionName, catalog, clock);
    }

    EtwKernelEvents(Supplier<EventTracing> library, String sessionName, ProcessCatalog catalog, LongSupplier clock) {
        this.library = library;
        this.sessionName = sessionName;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** The name of the session of a process that is not the service. */
    public static String ownSession() {
        return "SynWarden-" + ProcessHandle.current().pid();
    }

    @Override
    public void start(Consumer<Observation> observer) throws SourceException {
        if (running.isPresent()) {
            throw new IllegalStateException("kernel events are started once");
        }
        try {
            EventTracing tracing = library.get();
            TraceSession session =
                    TraceSession.begin(tracing, sessionName, SessionOwner.current(), TraceProvider.TCPIP);
            try {
                Consumer<Observation> oneAtATime = oneAtATime(observer);
                EventReading reading =
                        new EventReading(PerformanceTime.ofThisPc(clock), clock, callers(oneAtATime), oneAtATime);
                RealTimeTrace trace = RealTimeTrace.open(tracing, session, reading::take);
                Thread reader = new Thread(() -> read(session, trace, reading), "kernel-events");
                Thread flusher = new Thread(() -> flush(session, trace, reading), "kernel-events-flush");
                running = Optional.of(new Running(oneAtATime, session, trace, reading, reader, flusher));
                reader.setDaemon(true);
                flusher.setDaemon(true);
                reader.start();
                flusher.start();
            } catch (SourceException | RuntimeException | LinkageError e) {
                session.close();
                throw e;
            }
        } catch (LinkageError e) {
            throw TracingError.missing(String.valueOf(e.getMessage()));
        }
    }

    private static Consumer<Observation> oneAtATime(Consumer<Observation> observer) {
        Object turn = new Object();
        return observation -> {
            synchronized (turn) {
                observer.accept(observation);
            }
        };
    }

    private Callers callers(Consumer<Observation> observer) {
        return new Callers(catalog, clock, () -> TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()), observer);
    }

    private void read(TraceSession session, RealTimeTrace trace, EventReading reading) {
        String why;
        try (session;
                trace) {
            why = trace.process();
        }
        if (closed.getCount() > 0) {
            failure = Optional.of("Kernel events have ended: " + why);
            reading.endedUnasked();
        }
    }

    private void flush(TraceSession session, RealTimeTrace trace, EventReading reading) {
        try {
            while (failure.isEmpty() && !closed.await(FLUSH_MILLIS, TimeUnit.MILLISECONDS)) {
                Optional<SessionLosses> losses = session.flush();
                losses.ifPresent(reading::take);
                if (losses.isEmpty()) {
                    trace.close(); // the session is gone
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void followShares(boolean wanted) {
        if (wanted == followed || running.isEmpty()) {
            return;
        }
        followed = wanted;
        shares.ifPresent(ShareTrace::close);
        shares = Optional.empty();
        if (wanted) {
            Consumer<Observation> observer = running.get().observer();
            ShareReading reading = new ShareReading(PerformanceTime.ofThisPc(clock), callers(observer), observer);
            try {
                shares = Optional.of(
                        ShareTrace.begin(library.get(), sessionName, SessionOwner.current(), reading::take));
            } catch (SourceException e) {
                LOG.info("Which programs ask for files of other hosts cannot be told: {}", e.getMessage());
            }
        }
    }

    @Override
    public Optional<String> failure() {
        return failure;
    }

    /** When the observer does not return within 2 s, the end of its call is not waited for. */
    @Override
    public void close() {
        closed.countDown();
        followShares(false);
        running.ifPresent(now -> {
            now.reading.stop();
            now.session.close();
            now.trace.close();
            try {
                now.reader.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
