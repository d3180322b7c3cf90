package org.synwarden.tray;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.Rows;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.NotRunningException;
import org.synwarden.control.RequestException;

/**
 * Keeps one connection to the service: opens it, asks how the service is every 2 s, notices when it is gone, and tries
 * again with {@link Backoff}. One thread calls {@link #step} and {@link #rest} in turn; the rest is for any thread.
 */
final class ServiceLink implements AutoCloseable {
    /** Told on the link's own thread, or, for rows, on a thread of the connection. */
    interface Listener {
        void link(LinkState state);

        void status(StatusObject status);

        void rows(Rows rows);
    }

    static final Duration POLL = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLink.class);
    private static final int INCIDENTS_MILLIS = 500;

    private final Connector connector;
    private final Listener listener;
    private final LongSupplier nanoTime;
    private final Backoff backoff;
    private volatile Optional<Watch> current = Optional.empty();
    private final Wishes wishes = new Wishes();
    private Optional<FollowedTopics> followed = Optional.empty();
    private final CountDownLatch closed = new CountDownLatch(1);
    private long connectedAt;

    /**
     * Makes a link that is not connected yet.
     *
     * @param nanoTime {@link System#nanoTime}, or a test's
     * @param chance spreads the tries, 0 to 1
     */
    ServiceLink(Connector connector, Listener listener, LongSupplier nanoTime, DoubleSupplier chance) {
        this.backoff = new Backoff(chance);
        this.connector = connector;
        this.listener = listener;
        this.nanoTime = nanoTime;
        wishes.follow("incidents", INCIDENTS_MILLIS);
    }

    /** Connects, or looks after the connection; says how long to wait before the next step. */
    Duration step() {
        EventThread.forbid();
        try {
            if (current.isPresent()) {
                listener.status(current.get().requests().status());
            } else {
                connect();
            }
            if (followed.isPresent()) {
                followed.get().become(wishes);
            }
            return POLL;
        } catch (IOException | RequestException e) {
            String reason = Optional.ofNullable(e.getMessage()).orElse(e.toString());
            return lost(NotRunningException.isBehind(e) ? LinkState.notRunning(reason) : LinkState.absent(reason));
        } catch (RuntimeException e) {
            LOG.error("the connection to the service broke in an unexpected way", e);
            return lost(LinkState.absent(e.toString()));
        }
    }

    private void connect() throws IOException, RequestException {
        Watch watch = connector.connect();
        current = Optional.of(watch);
        connectedAt = nanoTime.getAsLong();
        followed = Optional.of(new FollowedTopics(watch, rows -> {
            if (isCurrent(watch)) {
                listener.rows(rows);
            }
        }));
        if (isClosed()) {
            watch.close();
        }
        listener.status(watch.requests().status());
        listener.link(LinkState.connected());
    }

    private boolean isCurrent(Watch watch) {
        return current.filter(now -> now == watch).isPresent();
    }

    private Duration lost(LinkState state) {
        Optional<Watch> broken = current;
        current = Optional.empty();
        followed = Optional.empty();
        broken.ifPresent(Watch::close);
        if (!isClosed()) {
            listener.link(state);
        }
        return broken.isPresent()
                ? backoff.broke(Duration.ofNanos(nanoTime.getAsLong() - connectedAt))
                : backoff.failed();
    }

    /** What can be asked or had of the service now; empty while there is none. */
    Optional<Watch> watch() {
        return current;
    }

    /** What the service is to tell of; it is asked for it with the next step, to which {@link #rest} comes at once. */
    Topics topics() {
        return wishes;
    }

    /**
     * Waits that long, or until the service that is there is to be asked for something, or the link is closed. A service
     * that is not there is not looked for sooner.
     *
     * @return whether something is to be asked
     */
    boolean rest(Duration time) throws InterruptedException {
        if (current.isPresent()) {
            return wishes.await(time);
        }
        return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Ends the connection; a step that is blocked in it returns, and so does a rest. */
    @Override
    public void close() {
        closed.countDown();
        current.ifPresent(Watch::close);
        wishes.wake();
    }
}
