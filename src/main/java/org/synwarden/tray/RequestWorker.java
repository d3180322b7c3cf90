package org.synwarden.tray;

import java.io.IOException;
import java.util.Optional;
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
import org.synwarden.control.RequestException;

/**
 * Asks the service on a thread of its own, one thing after another, and brings the answer back to the presenters'
 * thread. At most {@value #WAITING} things wait for their turn; what is asked beyond that is not done, and told so. Any
 * thread.
 */
final class RequestWorker implements DeedRunner, Asker, AutoCloseable {
    /** How many things may wait for their turn. */
    static final int WAITING = 64;

    private static final Logger LOG = LoggerFactory.getLogger(RequestWorker.class);
    private static final int REASON_LIMIT = 240;

    private final Supplier<Optional<Watch>> service;
    private final Executor presenters;
    private final Supplier<Texts> texts;
    private final ExecutorService worker;

    /**
     * Makes a worker.
     *
     * @param name of its thread
     * @param service the connection as it is now, empty while there is none
     * @param presenters where answers are delivered: the event thread
     * @param texts the words as they are now
     */
    RequestWorker(String name, Supplier<Optional<Watch>> service, Executor presenters, Supplier<Texts> texts) {
        this.service = service;
        this.presenters = presenters;
        this.texts = texts;
        this.worker = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), new DaemonThread(name));
    }

    @Override
    public void run(Deed deed, Consumer<Outcome> finished) {
        Question<Outcome> question = connection -> {
            try {
                Optional<Deed> undo = deed.carryOut(connection.requests());
                return new Outcome(true, deed.done(texts.get()), undo);
            } catch (RequestException e) {
                if (e.code() != RequestException.Code.FORBIDDEN) {
                    throw e;
                }
                return Outcome.refused(reason(key(e.code()), e.getMessage()), AsAdministrator.of(deed, texts.get()));
            }
        };
        ask(question, finished, reason -> finished.accept(Outcome.failed(reason)));
    }

    @Override
    public <T> void ask(Question<T> question, Consumer<T> told, Consumer<String> failed) {
        try {
            worker.execute(() -> {
                Runnable answer = answer(question, told, failed);
                presenters.execute(answer);
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("asked too much, or after the end: {}", question, e);
            presenters.execute(() -> failed.accept(texts.get().of("outcome.busy")));
        }
    }

    private <T> Runnable answer(Question<T> question, Consumer<T> told, Consumer<String> failed) {
        EventThread.forbid();
        Optional<Watch> connection = service.get();
        if (connection.isEmpty()) {
            return () -> failed.accept(texts.get().of("outcome.absent"));
        }
        try {
            T answer = question.ask(connection.get());
            return () -> told.accept(answer);
        } catch (RequestException e) {
            return () -> failed.accept(reason(key(e.code()), e.getMessage()));
        } catch (IOException e) {
            return () -> failed.accept(reason("outcome.failed", e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("a request ended in an unexpected way: {}", question, e);
            return () -> failed.accept(reason("outcome.failed", e.toString()));
        }
    }

    private static String key(RequestException.Code code) {
        return switch (code) {
            case FORBIDDEN -> "outcome.forbidden";
            case NOT_FOUND -> "outcome.gone";
            case UNAVAILABLE -> "outcome.unavailable";
            case DISCONNECTED -> "outcome.disconnected";
            case FAILED, MALFORMED -> "outcome.failed";
        };
    }

    private String reason(String key, String message) {
        return texts.get().of(key, ForeignText.shorten(String.valueOf(message), REASON_LIMIT));
    }

    /** Takes no more deeds; one that is under way is finished. */
    @Override
    public void close() {
        worker.shutdown();
    }
}
