package org.synwarden.control;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.IncidentObject;

/**
 * The service's side of the control protocol: lets clients in, at most 16, and answers them out of a {@link Requests}.
 * Threads: {@code control-accept}, {@code control-poll} for subscriptions, two per client ({@code control-client-N} and
 * its {@code -writer}), all daemons. Any thread may call any method. {@code docs/control.md} describes the protocol.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private static final long AFTER_FAILED_ACCEPT_MILLIS = 200;
    private static final long GOODBYE_MILLIS = 500;
    private static final long THREAD_END_MILLIS = 300;

    /** Changes of incidents within this time of the last push are pushed together. */
    private static final long PUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Transport transport;
    private final Requests requests;
    private final Scheduler scheduler;
    private final LongSupplier nanoClock;
    private final Desk desk;
    private final Places places = new Places();
    private final Followers followers;
    private final AtomicBoolean pushPending = new AtomicBoolean();
    private final AtomicLong pushedAt;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Optional<Transport.Listener> listener = Optional.empty();
    private Optional<Thread> acceptThread = Optional.empty();

    /**
     * A server that does not listen yet.
     *
     * @param requests answers what is asked; called by many threads
     * @param filters reads what subscribers filter by
     * @param done hears what callers did or asked to be done, and what came of it; called by many threads, and must not wait
     */
    public ControlServer(
            Transport transport, Requests requests, RowFilters filters, Consumer<Deed> done, ServerSettings settings) {
        this(transport, requests, filters, done, settings, new ThreadScheduler(), System::nanoTime);
    }

    ControlServer(
            Transport transport,
            Requests requests,
            RowFilters filters,
            Consumer<Deed> done,
            ServerSettings settings,
            Scheduler scheduler,
            LongSupplier nanoClock) {
        this.transport = transport;
        this.requests = requests;
        this.scheduler = scheduler;
        this.nanoClock = nanoClock;
        Ledger ledger = new Ledger(done, new RecordLimits(nanoClock));
        this.desk = Desk.of(requests, filters, ledger, settings, scheduler, nanoClock);
        this.followers = new Followers(places, requests, ledger, nanoClock);
        this.pushedAt = new AtomicLong(nanoClock.getAsLong() - PUSH_NANOS);
    }

    /**
     * Begins to let clients in. Once.
     *
     * @throws IOException when the transport cannot listen; the message says why and what to do
     */
    public synchronized void start() throws IOException {
        Transport.Listener opened = transport.listen();
        listener = Optional.of(opened);
        Thread thread = new Thread(() -> acceptAll(opened), "control-accept");
        thread.setDaemon(true);
        thread.start();
        acceptThread = Optional.of(thread);
    }

    private void acceptAll(Transport.Listener opened) {
        for (long number = 1; isOpen(); number++) {
            try {
                welcome(opened.accept(), number);
            } catch (IOException | RuntimeException failed) {
                pauseAfter(failed);
            }
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void welcome(Transport.Connection connection, long number) throws IOException {
        ClientSession session = new ClientSession(connection, desk, places::confirm, this::left);
        Optional<String> refusal = places.take(session);
        if (refusal.isEmpty()) {
            session.start("control-client-" + number);
            return;
        }
        try (connection) {
            byte[] goodbye = FrameCodec.encode(ServiceMessages.goodbye(refusal.get()));
            connection.write(goodbye, 0, goodbye.length);
        }
    }

    /** Whether whom that incident concerns follows it: a tray does, and tells its user. An administrator's counts for all. */
    public boolean isFollowed(IncidentObject incident) {
        return followers.follow(incident);
    }

    private void left(ClientSession session) {
        places.leave(session);
        if (isOpen()) {
            followers.left(session);
        }
    }

    private void pauseAfter(Exception failed) {
        try {
            if (!closing.await(AFTER_FAILED_ACCEPT_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("a client could not be let in", failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that incidents have opened, grown or closed: subscribers hear it at once. Does not wait for anything. */
    public void incidentsChanged() {
        if (pushPending.compareAndSet(false, true)) {
            long wait = Math.max(0, pushedAt.get() + PUSH_NANOS - nanoClock.getAsLong());
            scheduler.after(TimeUnit.NANOSECONDS.toMillis(wait), this::pushIncidents);
        }
    }

    private void pushIncidents() {
        pushPending.set(false);
        pushedAt.set(nanoClock.getAsLong());
        try {
            List<IncidentObject> incidents = requests.incidents();
            places.all().forEach(session -> session.publish(incidents));
        } catch (RequestException unavailable) {
            LOG.warn("the incidents could not be told", unavailable);
        }
    }

    /** Tells the clients, and ends within a second whatever they do. */
    @Override
    public synchronized void close() {
        closing.countDown();
        places.close();
        listener.ifPresent(this::close);
        List<ClientSession> sessions = places.all();
        sessions.forEach(session -> session.dismiss("the SynWarden service is stopping"));
        try {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GOODBYE_MILLIS);
            for (ClientSession session : sessions) {
                session.awaitEnd(TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
            }
            sessions.forEach(ClientSession::end);
            scheduler.close();
            if (acceptThread.isPresent()) {
                acceptThread.get().join(THREAD_END_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            sessions.forEach(ClientSession::end);
            scheduler.close();
            Thread.currentThread().interrupt();
        }
    }

    private void close(Transport.Listener opened) {
        try {
            opened.close();
        } catch (IOException failed) {
            LOG.warn("closing where clients are let in", failed);
        }
    }
}
