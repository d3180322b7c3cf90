package org.synwarden.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.MemberWriter;
import org.synwarden.contract.Rows;

/**
 * The client's end of one connection: brings questions and answers together by their ids. Threads {@code control-reader},
 * which also calls the consumers of rows, and {@code control-writer}. Any thread may ask but those two.
 */
final class ServiceLink implements ServiceMessages.Receiver, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceLink.class);

    private final Transport.Connection connection;
    private final Hello ours;
    private final Duration timeout;
    private final Consumer<String> lost;
    private final Outbox outbox = new Outbox();
    private final AtomicLong ids = new AtomicLong();
    private final PendingAnswers pending = new PendingAnswers();
    private final Map<Long, Consumer<Rows>> subscriptions = new ConcurrentHashMap<>();
    private final CompletableFuture<Hello> greeting = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread reader = new Thread(this::readAll, "control-reader");

    /**
     * A link over which nothing was said yet.
     *
     * @param timeout how long an answer may take
     * @param lost told once when the connection ends after it was greeted, unless {@link #close} ended it
     */
    ServiceLink(Transport.Connection connection, Hello ours, Duration timeout, Consumer<String> lost) {
        this.connection = connection;
        this.ours = ours;
        this.timeout = timeout;
        this.lost = lost;
    }

    /** Says hello and waits for the service's. */
    void open() throws RequestException {
        say(ClientMessages.hello(ours));
        reader.setDaemon(true);
        reader.start();
        Thread writer = new Thread(this::writeAll, "control-writer");
        writer.setDaemon(true);
        writer.start();
        await(greeting);
    }

    long newId() {
        return ids.incrementAndGet();
    }

    /** Asks and waits for the whole answer. */
    List<ContractObject> ask(long id, RequestKind kind, Consumer<MemberWriter> arguments) throws RequestException {
        if (Thread.currentThread() == reader) {
            throw new IllegalStateException("asked on the thread that hears the answers");
        }
        CompletableFuture<List<ContractObject>> answer = pending.expect(id);
        try {
            say(ClientMessages.request(id, kind, arguments));
            return await(answer);
        } finally {
            pending.forget(id);
        }
    }

    /** Has the consumer told the rows of the subscription of that id. */
    void hear(long id, Consumer<Rows> consumer) {
        subscriptions.put(id, consumer);
    }

    /** No longer. */
    void hearNoMore(long id) {
        subscriptions.remove(id);
    }

    /** Asks without waiting for the answer, or for anything else. */
    void tell(RequestKind kind, Consumer<MemberWriter> arguments) {
        try {
            say(ClientMessages.request(newId(), kind, arguments));
        } catch (RequestException gone) {
            LOG.debug("could not be told", gone);
        }
    }

    private void say(String message) throws RequestException {
        if (message.getBytes(StandardCharsets.UTF_8).length > FrameCodec.MAX_REQUEST_BYTES) {
            throw new RequestException(RequestException.Code.MALFORMED, "the request is too long for the service");
        }
        if (!outbox.offer(() -> List.of(FrameCodec.encode(message)).iterator())) {
            throw disconnected(
                    over.get()
                            ? "the connection to the SynWarden service is gone"
                            : "the SynWarden service takes no requests: see its log, or start it again");
        }
    }

    private <T> T await(CompletableFuture<T> answer) throws RequestException {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw disconnected("the SynWarden service has not answered within " + timeout.toMillis() / 1000.0
                    + " s; what was asked may still happen");
        } catch (ExecutionException refused) {
            RequestException why = (RequestException) refused.getCause();
            throw new RequestException(why.code(), why.getMessage(), why);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw disconnected("interrupted before the SynWarden service answered");
        }
    }

    private void readAll() {
        String reason = "the SynWarden service has ended the connection";
        try {
            Optional<String> frame = FrameCodec.read(connection, FrameCodec.MAX_BYTES);
            while (frame.isPresent()) {
                ServiceMessages.deliver(frame.get(), this);
                frame = FrameCodec.read(connection, FrameCodec.MAX_BYTES);
            }
        } catch (MalformedFrameException | ContractFormatException malformed) {
            reason = "this client does not understand the SynWarden service: update both (" + malformed.getMessage()
                    + ")";
        } catch (IOException broken) {
            reason = "the connection to the SynWarden service broke: " + broken.getMessage();
        } finally {
            end(reason, true);
        }
    }

    private void writeAll() {
        try {
            outbox.drainTo(connection);
        } catch (IOException gone) {
            // The reader hears why: the service's last words may still wait to be read.
            LOG.debug("the service does not read any more", gone);
        }
    }

    @Override
    public void hello(Hello service) {
        Hello.mismatch(service, ours)
                .ifPresentOrElse(
                        mismatch -> greeting.completeExceptionally(disconnected(mismatch)),
                        () -> greeting.complete(service));
    }

    @Override
    public void done(long id, boolean more, List<ContractObject> objects) {
        pending.part(id, more, objects);
    }

    @Override
    public void failed(long id, RequestException why) {
        pending.fail(id, why);
    }

    @Override
    public void rows(long subscription, Rows rows) {
        try {
            subscriptions.getOrDefault(subscription, nobody -> {}).accept(rows);
        } catch (RuntimeException failure) {
            LOG.error("a consumer of rows failed", failure);
        }
    }

    @Override
    public void goodbye(String reason) {
        end(reason, true);
    }

    private void end(String reason, boolean tell) {
        if (over.getAndSet(true)) {
            return;
        }
        outbox.finish(List.<byte[]>of()::iterator);
        try {
            connection.close();
        } catch (IOException closing) {
            LOG.debug("closing the connection to the service", closing);
        }
        boolean greeted = !greeting.completeExceptionally(disconnected(reason)) && !greeting.isCompletedExceptionally();
        pending.failAll(disconnected(reason));
        if (greeted && tell) {
            lost.accept(reason);
        }
    }

    private static RequestException disconnected(String reason) {
        return new RequestException(RequestException.Code.DISCONNECTED, reason);
    }

    @Override
    public void close() {
        end("the connection to the SynWarden service was closed", false);
    }
}
