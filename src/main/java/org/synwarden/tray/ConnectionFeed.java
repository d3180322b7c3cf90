package org.synwarden.tray;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.synwarden.contract.Rows;

/**
 * Keeps the connection table up to date away from the event thread, to which it gives views that only have to be drawn. A
 * view that has not been drawn yet is replaced by the next: a slow screen never lets them pile up. Any thread; what the
 * service says is taken over on the thread that brings it, what the user wants on a worker's.
 */
final class ConnectionFeed {
    private static final long EARLY = TimeUnit.MILLISECONDS.toNanos(100);

    private final ConnectionList list = new ConnectionList();
    private final Executor worker;
    private final Executor presenters;
    private final LongSupplier nanoTime;
    private final Consumer<ConnectionView> drawn;
    private final AtomicReference<ConnectionView> latest = new AtomicReference<>(ConnectionView.EMPTY);
    private final AtomicBoolean pending = new AtomicBoolean();
    private boolean paused;
    private long interval = TimeUnit.SECONDS.toNanos(1);
    private long publishedAt = Long.MIN_VALUE;

    /**
     * An empty table.
     *
     * @param worker where sorting and filtering are done
     * @param presenters where views are delivered: the event thread
     * @param nanoTime {@link System#nanoTime}, or a test's
     * @param drawn gets each view
     */
    ConnectionFeed(Executor worker, Executor presenters, LongSupplier nanoTime, Consumer<ConnectionView> drawn) {
        this.worker = worker;
        this.presenters = presenters;
        this.nanoTime = nanoTime;
        this.drawn = drawn;
    }

    /** Takes over what the service says; while it is paused, without showing it. */
    synchronized void apply(Rows rows) {
        list.apply(ConnectionChange.of(rows), nanoTime.getAsLong());
        if (!paused && isDue() && list.hasChanged()) {
            publish();
        }
    }

    /** Shows something new that often at most. */
    void every(Duration speed) {
        change(() -> {
            interval = speed.toNanos();
            list.markFor(Math.max(ConnectionList.MARKED, interval));
        });
    }

    /** A beat's length early is in time: the next beat would be late. */
    private boolean isDue() {
        return publishedAt == Long.MIN_VALUE || nanoTime.getAsLong() - publishedAt >= interval - EARLY;
    }

    /** Sorts by that column from now on. */
    void sortBy(ConnectionColumn column, boolean descending) {
        change(() -> list.sortBy(column, descending));
    }

    /** Shows what that test lets through from now on. */
    void want(Predicate<ConnectionRow> test) {
        change(() -> list.want(test));
    }

    /** Shows nothing new until it goes on. */
    void pause(boolean wanted) {
        later(() -> {
            paused = wanted;
            if (!paused) {
                publishNow();
            }
        });
    }

    /** Shows the table as it is now, paused or not. */
    void refresh() {
        change(() -> {});
    }

    /** Time has passed: marks that have been seen long enough go. Where nothing has changed, nothing is drawn. */
    void expire() {
        later(() -> {
            if (!paused && isDue()) {
                list.expire(nanoTime.getAsLong());
                if (list.hasChanged()) {
                    publish();
                }
            }
        });
    }

    private void change(Runnable task) {
        later(() -> {
            task.run();
            publishNow();
        });
    }

    private void later(Runnable task) {
        worker.execute(() -> {
            synchronized (this) {
                task.run();
            }
        });
    }

    private void publishNow() {
        list.expire(nanoTime.getAsLong());
        publish();
    }

    private void publish() {
        publishedAt = nanoTime.getAsLong();
        latest.set(list.view());
        if (pending.compareAndSet(false, true)) {
            presenters.execute(() -> {
                pending.set(false);
                drawn.accept(latest.get());
            });
        }
    }
}
