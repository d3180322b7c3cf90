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
    /** What comes later than this is no answer. */
    private static final long ANSWER = TimeUnit.SECONDS.toNanos(2);

    private static final long EARLY = TimeUnit.MILLISECONDS.toNanos(100);

    private final ConnectionList list = new ConnectionList();
    private final Executor worker;
    private final Executor presenters;
    private final LongSupplier nanoTime;
    private final Consumer<ConnectionView> drawn;
    private final AtomicReference<ConnectionView> latest = new AtomicReference<>(ConnectionView.EMPTY);
    private final AtomicBoolean pending = new AtomicBoolean();
    private boolean paused;
    private boolean unseen;
    private long interval = TimeUnit.SECONDS.toNanos(1);
    private long newsAt = Long.MIN_VALUE;
    private long wholeUntil;
    private long askedUntil;
    private long askedPagesUntil;

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
        this.wholeUntil = nanoTime.getAsLong();
        this.askedUntil = wholeUntil;
        this.askedPagesUntil = wholeUntil;
        this.drawn = drawn;
    }

    /** Takes over what the service says; while it is paused, without showing it. */
    synchronized void apply(Rows rows) {
        long now = nanoTime.getAsLong();
        list.apply(ConnectionChange.of(rows), now);
        unseen |= list.hasChanged();
        boolean asked = now - askedUntil < 0;
        if (rows.reset() || asked) {
            wholeUntil = now + ConnectionList.WHOLE;
        }
        if (rows.reset() && asked) {
            askedPagesUntil = now + ConnectionList.WHOLE;
        }
        boolean answer = asked || now - askedPagesUntil < 0;
        if (unseen && (answer || !paused && isDue(now))) {
            askedUntil = now;
            publishNews(now);
        }
    }

    /** Shows something new that often at most. */
    void every(Duration speed) {
        change(() -> {
            interval = speed.toNanos();
            list.markFor(Math.max(ConnectionList.MARKED, interval));
        });
    }

    /** A beat's length early is in time: the next beat would be late. The pages of a whole are shown as they come. */
    private boolean isDue(long now) {
        return newsAt == Long.MIN_VALUE || now - newsAt >= interval - EARLY || now - wholeUntil < 0;
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

    /** Shows what the service answers now as soon as it comes, paused or not. */
    void showNext() {
        later(() -> askedUntil = nanoTime.getAsLong() + ANSWER);
    }

    /** Shows the table as it is now, paused or not. */
    void refresh() {
        change(() -> {});
    }

    /**
     * Time has passed: marks that have been seen long enough go, and what came too soon to be shown is shown. Where nothing
     * has changed, nothing is drawn.
     */
    void expire() {
        later(() -> {
            long now = nanoTime.getAsLong();
            if (paused) {
                return;
            }
            list.expire(now);
            if (unseen && isDue(now)) {
                publishNews(now);
            } else if (!unseen && list.hasChanged()) {
                publish();
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

    /** What the user chooses meanwhile is shown at once and does not count: the service goes on at its own beat. */
    private void publishNews(long now) {
        newsAt = now;
        publish();
    }

    private void publish() {
        unseen = false;
        latest.set(list.view());
        if (pending.compareAndSet(false, true)) {
            presenters.execute(() -> {
                pending.set(false);
                drawn.accept(latest.get());
            });
        }
    }
}
