package org.synwarden.tray;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the operating system on its own thread, {@code tray-desktop}, one thing after another, and brings the answer back to
 * the presenters' thread. At most {@value #MOST_WAITING} things wait; a further one is refused. Any thread.
 */
final class DesktopWorker implements AutoCloseable {
    static final int MOST_WAITING = 8;

    private static final Logger LOG = LoggerFactory.getLogger(DesktopWorker.class);
    private static final int REASON_LIMIT = 600;

    /** One thing that is asked of the operating system. */
    @FunctionalInterface
    private interface Task {
        void run() throws DesktopException;
    }

    /**
     * Why something was not done.
     *
     * @param begun whether it was begun all the same, so that a part of it may have been done
     * @param why for the user
     */
    record Refusal(boolean begun, String why) {}

    private final Desktop desktop;
    private final Executor presenters;
    private final Supplier<Texts> texts;
    private final ThreadPoolExecutor worker;

    /**
     * Makes a worker.
     *
     * @param presenters where answers are delivered: the event thread
     * @param texts the words as they are now
     */
    DesktopWorker(Desktop desktop, Executor presenters, Supplier<Texts> texts) {
        this.desktop = desktop;
        this.presenters = presenters;
        this.texts = texts;
        this.worker = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), new DaemonThread("tray-desktop"));
    }

    /**
     * Opens the folder of a file.
     *
     * @param failed told once, for the user, where it did not work
     */
    void showInFolder(String path, Consumer<String> failed) {
        begin(
                () -> desktop.showInFolder(path),
                refusal -> refusal.map(Refusal::why).ifPresent(failed));
    }

    /**
     * Opens a page in the browser.
     *
     * @param failed told once, for the user, where it did not work
     */
    void browse(WebAddress address, Consumer<String> failed) {
        begin(
                () -> desktop.browse(address),
                refusal -> refusal.map(Refusal::why).ifPresent(failed));
    }

    /**
     * Has a task carried out by an administrator, whom the operating system asks.
     *
     * @param finished told once: nothing where it was done, else why it was not
     */
    void asAdministrator(AdministratorTask task, Consumer<Optional<Refusal>> finished) {
        begin(() -> desktop.asAdministrator(task), finished);
    }

    /**
     * Asks how the operating system looks.
     *
     * @param finished told once; empty where it does not say
     */
    void appearance(Consumer<Optional<Appearance>> finished) {
        AtomicReference<Optional<Appearance>> found = new AtomicReference<>(Optional.empty());
        begin(() -> found.set(desktop.appearance()), refusal -> finished.accept(found.get()));
    }

    private void begin(Task task, Consumer<Optional<Refusal>> finished) {
        try {
            worker.execute(() -> {
                Optional<Refusal> refusal = refusal(task);
                presenters.execute(() -> finished.accept(refusal));
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("too much is asked of the desktop, or after the end", e);
            Refusal busy = new Refusal(false, texts.get().of("desktop.busy"));
            presenters.execute(() -> finished.accept(Optional.of(busy)));
        }
    }

    private Optional<Refusal> refusal(Task task) {
        EventThread.forbid();
        try {
            task.run();
            return Optional.empty();
        } catch (DesktopException e) {
            boolean begun = e.reason() == DesktopException.Reason.FAILED;
            return Optional.of(new Refusal(begun, reason(key(e.reason()), String.valueOf(e.getMessage()))));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the desktop failed in an unexpected way", e);
            return Optional.of(new Refusal(true, reason("desktop.failed", e.toString())));
        }
    }

    private String reason(String key, String message) {
        return texts.get().of(key, ForeignText.shorten(message, REASON_LIMIT));
    }

    private static String key(DesktopException.Reason reason) {
        return switch (reason) {
            case DECLINED -> "desktop.declined";
            case GONE -> "desktop.gone";
            case UNAVAILABLE -> "desktop.unavailable";
            case FAILED -> "desktop.failed";
        };
    }

    /** Begins nothing more. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
