package org.synwarden.tray;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What the client wants the service to tell of, kept for whoever asks the service for it. Any thread. */
final class Wishes implements Topics {
    /**
     * That a topic is to be told.
     *
     * @param intervalMillis shortest time between two messages
     * @param since the number of the wish: whoever let the topic go and wants it again has another one, and knows nothing
     */
    record Wish(int intervalMillis, long since) {}

    private final Map<String, Wish> wanted = new TreeMap<>();
    private final Set<String> refreshed = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private long wishes;

    @Override
    public synchronized void follow(String topic, int intervalMillis) {
        Optional<Wish> before = Optional.ofNullable(wanted.get(topic));
        Wish now = new Wish(intervalMillis, before.map(Wish::since).orElseGet(() -> ++wishes));
        if (!now.equals(wanted.put(topic, now))) {
            news.release();
        }
    }

    @Override
    public void refresh(String topic) {
        if (refreshed.add(topic)) {
            news.release();
        }
    }

    @Override
    public synchronized void letGo(String topic) {
        if (wanted.remove(topic) != null) {
            news.release();
        }
    }

    /** The topics that are to be told, by name; a later change is news again. */
    synchronized Map<String, Wish> take() {
        news.drainPermits();
        return new TreeMap<>(wanted);
    }

    /** Whether that topic is to be told at once; once. */
    boolean takeRefresh(String topic) {
        return refreshed.remove(topic);
    }

    /** Waits until something else is wanted than what was taken, or for that time; says whether there is. */
    boolean await(Duration time) throws InterruptedException {
        return news.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the wait, as if something else were wanted. */
    void wake() {
        news.release();
    }
}
