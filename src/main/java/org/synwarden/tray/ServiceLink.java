package org.synwarden.tray;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 * again with {@link Backoff}. One thread calls {@link #step} and waits as long as it says; the rest is for any thread.
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
    private final Map<String, Integer> wanted = new ConcurrentHashMap<>(Map.of("incidents", INCIDENTS_MILLIS));
    private final Set<String> followed = new HashSet<>();
    private volatile boolean closed;
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
            followWanted();
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
        followed.clear();
        if (closed) {
            watch.close();
        }
        listener.status(watch.requests().status());
        listener.link(LinkState.connected());
    }

    private void followWanted() throws RequestException {
        if (current.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Integer> topic : wanted.entrySet()) {
            if (followed.add(topic.getKey())) {
                follow(current.get(), topic.getKey(), topic.getValue());
            }
        }
    }

    private void follow(Watch watch, String topic, int intervalMillis) throws RequestException {
        watch.subscribe(topic, intervalMillis, rows -> {
            if (isCurrent(watch)) {
                listener.rows(rows);
            }
        });
    }

    private boolean isCurrent(Watch watch) {
        return current.filter(now -> now == watch).isPresent();
    }

    private Duration lost(LinkState state) {
        Optional<Watch> broken = current;
        current = Optional.empty();
        broken.ifPresent(Watch::close);
        if (!closed) {
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

    /**
     * From the next step on, that topic is followed, too.
     *
     * @param intervalMillis shortest time between two messages
     */
    void want(String topic, int intervalMillis) {
        wanted.putIfAbsent(topic, intervalMillis);
    }

    /** Ends the connection; a step that is blocked in it returns. */
    @Override
    public void close() {
        closed = true;
        current.ifPresent(Watch::close);
    }
}
