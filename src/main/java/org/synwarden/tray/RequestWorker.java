package org.synwarden.tray;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/**
 * Asks the service on its own thread, one deed after another, and brings the answer back to the presenters' thread.
 * Any thread.
 */
final class RequestWorker implements DeedRunner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestWorker.class);
    private static final int REASON_LIMIT = 240;

    private final Supplier<Optional<Requests>> service;
    private final Executor presenters;
    private final Texts texts;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "tray-requests");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Makes a worker.
     *
     * @param service the connection as it is now, empty while there is none
     * @param presenters where outcomes are delivered: the event thread
     */
    RequestWorker(Supplier<Optional<Requests>> service, Executor presenters, Texts texts) {
        this.service = service;
        this.presenters = presenters;
        this.texts = texts;
    }

    @Override
    public void run(Deed deed, Consumer<Outcome> finished) {
        try {
            worker.execute(() -> {
                Outcome outcome = outcome(deed);
                presenters.execute(() -> finished.accept(outcome));
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("asked after the end: {}", deed, e);
        }
    }

    private Outcome outcome(Deed deed) {
        EventThread.forbid();
        Optional<Requests> requests = service.get();
        if (requests.isEmpty()) {
            return failed(texts.of("outcome.absent"));
        }
        try {
            Optional<RuleObject> rule = deed.carryOut(requests.get());
            return new Outcome(true, deed.done(texts), rule);
        } catch (RequestException e) {
            return failed(texts.of(key(e.code()), ForeignText.shorten(e.getMessage(), REASON_LIMIT)));
        } catch (RuntimeException e) {
            LOG.error("a request ended in an unexpected way: {}", deed, e);
            return failed(texts.of("outcome.failed", ForeignText.shorten(e.toString(), REASON_LIMIT)));
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

    private static Outcome failed(String message) {
        return new Outcome(false, message, Optional.empty());
    }

    /** Takes no more deeds; one that is under way is finished. */
    @Override
    public void close() {
        worker.shutdown();
    }
}
