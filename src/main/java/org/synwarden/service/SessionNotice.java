package org.synwarden.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.tray.BalloonPolicy;

/**
 * Tells the user of a red incident while no tray does: once an incident, in the session of its culprit, as seldom as the
 * tray's balloons come and one box at a time. Told on the engine's thread, which never waits; decided on a thread of its own
 * ({@code session-notice}); each open box has a daemon thread that waits for its user ({@code session-box}). At most
 * {@value #BOUND} incidents wait for the thread, and {@value #MOST_SESSIONS} sessions are told at once; what is beyond is
 * left out and logged.
 */
final class SessionNotice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionNotice.class);

    static final int BOUND = 64;
    static final int MOST_SESSIONS = 16;
    private static final int REMEMBERED = 1_024;
    private static final long LOOK_MILLIS = 1_000;

    /** Shows texts to whoever uses this host. */
    interface Messenger {
        /** The session of that process, or else of whoever sits at this host; empty where nobody does. Does not wait. */
        OptionalInt sessionOf(OptionalInt pid);

        /** Shows it there, and returns when the user has closed it, or has not for minutes. */
        void show(int session, String title, String body) throws IOException;
    }

    /** An incident, and whose session is told. */
    record News(int session, IncidentObject incident) {}

    private final Predicate<IncidentObject> trayTells;
    private final Messenger messenger;
    private final Supplier<BalloonPolicy> policies;
    private final Executor boxThreads;
    private final BlockingQueue<News> queue = new ArrayBlockingQueue<>(BOUND);
    private final Thread thread = new Thread(this::run, "session-notice");

    /** On the engine's thread only. */
    private final Map<String, Boolean> told = new LeastRecentMap<>(REMEMBERED);

    /** On the notice's thread only. */
    private final Map<Integer, SessionBox> boxes = new HashMap<>();

    /**
     * A notice that does not run yet.
     *
     * @param trayTells whether a client follows that incident for whom it concerns, so that the user hears of it there
     * @param policies makes one for each session
     */
    SessionNotice(Predicate<IncidentObject> trayTells, Messenger messenger, Supplier<BalloonPolicy> policies) {
        this(trayTells, messenger, policies, SessionNotice::startBoxThread);
    }

    SessionNotice(
            Predicate<IncidentObject> trayTells,
            Messenger messenger,
            Supplier<BalloonPolicy> policies,
            Executor boxThreads) {
        this.trayTells = trayTells;
        this.messenger = messenger;
        this.policies = policies;
        this.boxThreads = boxThreads;
    }

    private static void startBoxThread(Runnable box) {
        Thread waits = new Thread(box, "session-box");
        waits.setDaemon(true);
        waits.start();
    }

    /** Begins to show what it hears. */
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** An incident was raised, or grew and may have become red. The culprit may be gone when its box comes: its session is looked up now. */
    void heard(IncidentObject incident) {
        if (!BalloonPolicy.isFor(incident) || told.putIfAbsent(incident.id(), true) != null) {
            return;
        }
        if (trayTells.test(incident)) {
            return;
        }
        OptionalInt session = sessionOf(incident);
        if (session.isEmpty() || !queue.offer(new News(session.getAsInt(), incident))) {
            leftOut(incident);
        }
    }

    private OptionalInt sessionOf(IncidentObject incident) {
        try {
            return messenger.sessionOf(incident.process()
                    .map(ProcessObject::pid)
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty()));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The session of incident {} is not known", incident.id(), e);
            return OptionalInt.empty();
        }
    }

    private static void leftOut(IncidentObject incident) {
        LOG.warn(
                "Incident {} is told of in the log only: nobody sits at this PC, or too many came at once",
                incident.id());
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<News> first = Optional.empty();
                if (boxes.values().stream().anyMatch(SessionBox::isWaiting)) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                } else {
                    first = Optional.of(queue.take());
                }
                showSafely(Stream.concat(first.stream(), takeAll().stream()).toList());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // asked to stop
        }
    }

    /** A fault with one box must not silence all later ones. */
    private void showSafely(List<News> news) {
        try {
            show(news, System.nanoTime());
        } catch (RuntimeException e) {
            LOG.error("Incidents are told of in the log only", e);
        }
    }

    /** Shows what is due at that time of a monotonic clock. */
    void show(List<News> news, long now) {
        for (News one : news) {
            boxOf(one.session()).ifPresentOrElse(box -> box.raised(one.incident()), () -> leftOut(one.incident()));
        }
        boxes.forEach(
                (session, box) -> box.open(now, boxThreads, (title, body) -> messenger.show(session, title, body)));
    }

    private Optional<SessionBox> boxOf(int session) {
        if (!boxes.containsKey(session) && boxes.size() == MOST_SESSIONS) {
            boxes.values().removeIf(SessionBox::isIdle);
        }
        if (boxes.containsKey(session) || boxes.size() < MOST_SESSIONS) {
            return Optional.of(
                    boxes.computeIfAbsent(session, added -> new SessionBox(policies.get(), SessionNotice::leftOut)));
        }
        return Optional.empty();
    }

    /** What waits to be shown. */
    List<News> waiting() {
        return List.copyOf(queue);
    }

    /** Takes what waits to be shown. */
    List<News> takeAll() {
        List<News> news = new ArrayList<>();
        queue.drainTo(news);
        return news;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
