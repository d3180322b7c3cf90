package org.synwarden.tray;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.export.NewFile;

/**
 * What the client does on this PC without the service, on a thread of its own, one thing after another: writing files.
 * At most {@value #WAITING} things wait for their turn; what is wanted beyond that is not done, and told so. Any thread.
 */
final class Errands implements AutoCloseable {
    /** How many things may wait for their turn. */
    static final int WAITING = 16;

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final int REASON_LIMIT = 240;
    private static final int PATH_LIMIT = 160;

    private final Texts texts;
    private final Executor presenters;
    private final ExecutorService worker = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), new DaemonThread("tray-errands"));

    /**
     * Nothing to do yet.
     *
     * @param presenters where outcomes are delivered: the event thread
     */
    Errands(Texts texts, Executor presenters) {
        this.texts = texts;
        this.presenters = presenters;
    }

    /**
     * Writes a file that is not there yet, and returns at once. A file that is there is left alone.
     *
     * @param told once how it went
     */
    void save(Path file, SaveFormat.Content content, Consumer<Outcome> told) {
        run(told, () -> {
            try {
                NewFile.write(file, content::write);
                return Outcome.done(texts.of("save.done", shown(file)));
            } catch (FileAlreadyExistsException e) {
                return Outcome.failed(texts.of("save.exists", shown(file)));
            } catch (AccessDeniedException e) {
                LOG.info("not saved: {}", file, e);
                return Outcome.failed(texts.of("save.forbidden", shown(file)));
            } catch (NoSuchFileException e) {
                return Outcome.failed(texts.of("save.nowhere", shown(file)));
            } catch (IOException e) {
                LOG.info("not saved: {}", file, e);
                String why = ForeignText.shorten(String.valueOf(e.getMessage()), REASON_LIMIT);
                return Outcome.failed(texts.of("save.failed", shown(file), why));
            }
        });
    }

    private static String shown(Path file) {
        return ForeignText.shorten(file.toString(), PATH_LIMIT);
    }

    private void run(Consumer<Outcome> told, Supplier<Outcome> errand) {
        try {
            worker.execute(() -> {
                Outcome outcome = outcome(errand);
                presenters.execute(() -> told.accept(outcome));
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("too much at once, or after the end", e);
            presenters.execute(() -> told.accept(Outcome.failed(texts.of("errand.busy"))));
        }
    }

    private Outcome outcome(Supplier<Outcome> errand) {
        EventThread.forbid();
        try {
            return errand.get();
        } catch (RuntimeException e) {
            LOG.error("an errand ended in an unexpected way", e);
            return Outcome.failed(texts.of("outcome.failed", ForeignText.shorten(e.toString(), REASON_LIMIT)));
        }
    }

    /** Takes no more; what is under way is finished. */
    @Override
    public void close() {
        worker.shutdown();
    }
}
