package org.synwarden.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.tray.Balloon;
import org.synwarden.tray.BalloonPolicy;

/**
 * Tells the user of a red incident while no tray does: once an incident, and as seldom as the tray's balloons come. Told on
 * the engine's thread, which never waits; shown on a thread of its own ({@code session-notice}). At most 64 incidents
 * wait; one more is left out and logged.
 */
final class SessionNotice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionNotice.class);

    static final int BOUND = 64;
    private static final int REMEMBERED = 1_024;
    private static final long LOOK_MILLIS = 1_000;

    /** Shows a text to whoever uses this host. */
    @FunctionalInterface
    interface Messenger {
        /** Shows it in the session of that process, or of whoever sits at this host; does not wait for the user. */
        void show(OptionalInt pid, String title, String body) throws IOException;
    }

    private final BooleanSupplier trayIsThere;
    private final Messenger messenger;
    private final BalloonPolicy policy;
    private final BlockingQueue<IncidentObject> queue = new ArrayBlockingQueue<>(BOUND);
    private final Thread thread = new Thread(this::run, "session-notice");

    /** On the engine's thread only. */
    private final Map<String, Boolean> told = new LeastRecentMap<>(REMEMBERED);

    /** On the notice's thread only: whose session it will be. */
    private OptionalInt lastPid = OptionalInt.empty();

    private boolean anyWaiting;

    /**
     * A notice that does not run yet.
     *
     * @param trayIsThere whether a client follows the incidents, so that the user hears of them there
     */
    SessionNotice(BooleanSupplier trayIsThere, Messenger messenger, BalloonPolicy policy) {
        this.trayIsThere = trayIsThere;
        this.messenger = messenger;
        this.policy = policy;
    }

    /** Begins to show what it hears. */
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** An incident was raised, or grew and may have become red. */
    void heard(IncidentObject incident) {
        if (!BalloonPolicy.isFor(incident) || told.putIfAbsent(incident.id(), true) != null) {
            return;
        }
        if (!trayIsThere.getAsBoolean() && !queue.offer(incident)) {
            LOG.warn("Incident {} is told of in the log only: too many came at once", incident.id());
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<IncidentObject> news = new ArrayList<>();
                if (anyWaiting) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                } else {
                    news.add(queue.take());
                }
                queue.drainTo(news);
                show(news, System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // asked to stop
        }
    }

    /** Shows what is due at that time of a monotonic clock. */
    void show(List<IncidentObject> news, long now) {
        for (IncidentObject incident : news) {
            policy.raised(incident);
            lastPid = incident.process()
                    .map(ProcessObject::pid)
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
            anyWaiting = true;
        }
        policy.due(now).ifPresent(balloon -> {
            anyWaiting = false;
            show(balloon);
        });
    }

    private void show(Balloon balloon) {
        try {
            messenger.show(lastPid, balloon.title(), balloon.body());
        } catch (IOException | LinkageError e) {
            LOG.warn("An incident is told of in the log only: {}", e.getMessage());
        }
    }

    /** What waits to be shown. */
    List<IncidentObject> waiting() {
        return List.copyOf(queue);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
