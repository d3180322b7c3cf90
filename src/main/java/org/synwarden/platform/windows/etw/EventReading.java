package org.synwarden.platform.windows.etw;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * What becomes of a session's events: each is parsed, joined and told; losses are told once a second. Two threads call,
 * that of the events and that which flushes; the observer hears one of them at a time, and nothing after {@link #stop}.
 */
final class EventReading {
    private static final Logger LOG = LoggerFactory.getLogger(EventReading.class);

    private final PerformanceTime time;
    private final LongSupplier clock;
    private final Consumer<Observation> observer;
    private final TcpipEvents events = new TcpipEvents();
    private final LossCount losses = new LossCount();
    private final TcbConnects connects;
    private long evictionsSaid;
    private volatile boolean stopped;

    /**
     * The reading of one session.
     *
     * @param time from the events' time to the epoch
     * @param clock nanoseconds since the epoch, monotonic
     */
    EventReading(PerformanceTime time, LongSupplier clock, Callers callers, Consumer<Observation> observer) {
        this.time = time;
        this.clock = clock;
        this.observer = observer;
        this.connects = new TcbConnects(callers, observer);
    }

    /** Takes one event. */
    synchronized void take(TraceRecord event) {
        if (!stopped && event.provider().equals(TraceProvider.TCPIP.id())) {
            losses.seen();
            events.read(event.id(), event.version(), event.process(), event.data())
                    .ifPresent(meant -> meant.deliverTo(connects, time.toEpoch(event.ticks())));
        }
    }

    /** Takes what the session says of its losses since it began. */
    synchronized void take(SessionLosses session) {
        if (stopped) {
            return;
        }
        losses.tell(clock.getAsLong(), session, events.unreadable()).ifPresent(observer);
        if (connects.evictions() > evictionsSaid) {
            evictionsSaid = connects.evictions();
            LOG.info("{} connects have had to make room since the session began", evictionsSaid);
        }
    }

    /** The session has ended unasked: how the connects that are under way end will not be heard of. */
    synchronized void endedUnasked() {
        stopped = true;
        observer.accept(new Observation.EventsLost(clock.getAsLong(), EvidenceSource.KERNEL_EVENTS, 1, 0));
    }

    /** Nothing more is told, but for what is being told at this moment. */
    void stop() {
        stopped = true;
    }
}
