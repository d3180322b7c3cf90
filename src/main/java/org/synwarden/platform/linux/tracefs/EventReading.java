package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * One round after the other: wait, read all processors' buffers, look at the callers while they live, put the events in
 * order, pass them on; once a second say what was lost. One thread.
 */
final class EventReading implements KernelEvent.Receiver {
    private static final int LONGEST_WAIT_MILLIS = 500;
    private static final int PAGES_A_ROUND = 256;
    private static final long LOSS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TraceSession session;
    private final TraceTime time;
    private final LongSupplier clock;
    private final Callers callers;
    private final KernelEvent.Receiver next;
    private final Consumer<Observation> observer;
    private final EventOrder order = new EventOrder();
    private final ReadingPace pace = new ReadingPace();
    private long seen;
    private long taken;
    private long looksBefore;
    private long lost;
    private long lossAskedAt;

    /**
     * The reading of one session.
     *
     * @param clock nanoseconds since the epoch, monotonic
     * @param next receives the events in the order of their time
     * @param observer is told of losses
     */
    EventReading(
            TraceSession session,
            TraceTime time,
            LongSupplier clock,
            Callers callers,
            KernelEvent.Receiver next,
            Consumer<Observation> observer) {
        this.session = session;
        this.time = time;
        this.clock = clock;
        this.callers = callers;
        this.next = next;
        this.observer = observer;
        this.lossAskedAt = clock.getAsLong();
    }

    /** One round; returns after half a second at the latest when nothing happens. */
    void round() throws IOException {
        session.await(order.isEmpty() ? LONGEST_WAIT_MILLIS : 0);
        long horizon = time.fromEpoch(clock.getAsLong());
        session.await(0);
        if (session.read(PAGES_A_ROUND, this::take)) {
            order.release(horizon, event -> event.deliverTo(next));
        }
        tellLosses();
        rest();
    }

    private void rest() {
        int millis = pace.restMillis(clock.getAsLong(), taken, callers.looks() - looksBefore);
        looksBefore = callers.looks();
        taken = 0;
        if (millis > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    private void take(KernelEvent event) {
        seen++;
        taken++;
        event.deliverTo(this);
        order.add(event);
    }

    private void tellLosses() throws IOException {
        long now = clock.getAsLong();
        if (seen == 0 || now - lossAskedAt < LOSS_NANOS) {
            return;
        }
        lossAskedAt = now;
        long lostByNow = session.lost();
        if (lostByNow > lost) {
            observer.accept(new Observation.EventsLost(now, EvidenceSource.KERNEL_EVENTS, lostByNow - lost, seen));
        }
        lost = lostByNow;
        seen = 0;
    }

    @Override
    public void began(KernelEvent.ConnectBegan event) {
        callers.glance(event.thread());
    }

    @Override
    public void executed(KernelEvent.Executed event) {
        callers.executed(event.process(), event.file());
    }

    @Override
    public void synRepeated(KernelEvent.SynRepeated event) {
        // says nothing of a caller
    }

    @Override
    public void resetReceived(KernelEvent.ResetReceived event) {
        // says nothing of a caller
    }

    @Override
    public void ended(KernelEvent.ConnectOver event) {
        // says nothing of a caller
    }

    @Override
    public void threadMade(KernelEvent.ThreadMade event) {
        callers.made(event.thread(), event.maker(), event.inSameProcess());
    }
}
