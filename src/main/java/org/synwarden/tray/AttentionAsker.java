package org.synwarden.tray;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the operating system whether the user can be told something, on the thread {@code tray-attention}, which never waits
 * for an administrator. One question at a time; a second one meanwhile is dropped. Any thread.
 */
final class AttentionAsker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AttentionAsker.class);

    private final Desktop desktop;
    private final Executor presenters;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(new DaemonThread("tray-attention"));

    /**
     * Asks nothing yet.
     *
     * @param presenters where answers are delivered: the event thread
     */
    AttentionAsker(Desktop desktop, Executor presenters) {
        this.desktop = desktop;
        this.presenters = presenters;
    }

    /**
     * Asks now.
     *
     * @param told the answer; never called where a question is under way already, or after the end
     */
    void ask(Consumer<Attention> told) {
        if (!asking.compareAndSet(false, true)) {
            return;
        }
        try {
            worker.execute(() -> {
                Attention attention = attention();
                asking.set(false);
                presenters.execute(() -> told.accept(attention));
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("asked after the end", e);
        }
    }

    /** A system that fails to answer keeps no incident from the user. */
    private Attention attention() {
        EventThread.forbid();
        try {
            return desktop.attention();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the system does not say whether the user can be told something", e);
            return Attention.FREE;
        }
    }

    /** Asks nothing more. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
