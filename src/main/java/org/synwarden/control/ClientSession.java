package org.synwarden.control;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.IncidentObject;

/**
 * One connected client, at the service's side: a thread that reads and answers, and one that writes. Whatever the client
 * sends or fails to do ends at most this connection.
 */
final class ClientSession {
    private static final Logger LOG = LoggerFactory.getLogger(ClientSession.class);

    private static final long HELLO_MILLIS = 5_000;
    private static final long GOODBYE_MILLIS = 1_000;

    private final Transport.Connection connection;
    private final Function<ClientSession, Optional<String>> confirmation;
    private final Scheduler scheduler;
    private final Consumer<ClientSession> whenEnded;
    private final Outbox outbox = new Outbox();
    private final Conversation conversation;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Caller caller = Caller.NOBODY;
    private volatile boolean dismissed;

    /**
     * A session that has not started.
     *
     * @param confirmation says, once the caller is known, why the session may not go on; empty when it may
     * @param whenEnded told once, on the thread that ends the session
     */
    ClientSession(
            Transport.Connection connection,
            Desk desk,
            Function<ClientSession, Optional<String>> confirmation,
            Consumer<ClientSession> whenEnded) {
        this.connection = connection;
        this.confirmation = confirmation;
        this.scheduler = desk.scheduler();
        this.whenEnded = whenEnded;
        this.conversation = new Conversation(this::caller, desk, outbox, this::dismiss);
    }

    /** Who is at the other end: as the system says it after the first message, not before. */
    Caller caller() {
        return caller;
    }

    /** Begins to serve, on threads of that name. */
    void start(String name) {
        scheduler.after(HELLO_MILLIS, this::dismissUnlessGreeted);
        startThread(name, this::readAll);
        startThread(name + "-writer", this::writeAll);
    }

    private static void startThread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll() {
        try {
            Optional<String> frame = read();
            if (frame.isPresent()) {
                meetCaller();
            }
            while (frame.isPresent() && !dismissed) {
                ClientMessages.deliver(frame.get(), conversation);
                frame = dismissed ? Optional.empty() : read();
            }
            if (!dismissed) {
                end();
            }
        } catch (MalformedFrameException | ContractFormatException malformed) {
            LOG.info("{} sent what is no message: {}", caller, malformed.getMessage());
            dismiss("that is no message of the protocol: " + malformed.getMessage());
        } catch (IOException gone) {
            LOG.debug("{} is gone", caller, gone);
            end();
        }
    }

    private void meetCaller() {
        caller = connection.caller();
        Optional<String> refusal = Authorisation.refusal(caller).or(() -> confirmation.apply(this));
        refusal.ifPresent(this::dismiss);
    }

    private Optional<String> read() throws IOException {
        return FrameCodec.read(connection, FrameCodec.MAX_REQUEST_BYTES);
    }

    private void writeAll() {
        try {
            outbox.drainTo(connection);
        } catch (IOException gone) {
            LOG.debug("{} is gone", caller, gone);
        } finally {
            end();
        }
    }

    private void dismissUnlessGreeted() {
        if (!conversation.greeted()) {
            dismiss("no hello within " + TimeUnit.MILLISECONDS.toSeconds(HELLO_MILLIS) + " s");
        }
    }

    /** Says why, then ends the connection: soon, also when the client does not read. */
    void dismiss(String reason) {
        dismiss(List.of(ServiceMessages.goodbye(reason)));
    }

    private void dismiss(List<String> lastMessages) {
        dismissed = true;
        conversation.close();
        outbox.finish(() -> lastMessages.stream().map(FrameCodec::encode).iterator());
        scheduler.after(GOODBYE_MILLIS, this::end);
    }

    /** Whether the client follows the incidents, or did until its end. */
    boolean followsIncidents() {
        return conversation.followsIncidents();
    }

    /** Takes the incidents as they stand now. */
    void publish(List<IncidentObject> incidents) {
        conversation.publish(incidents);
    }

    /** Waits until the session has ended; false when it has not in that time. */
    boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Ends the connection now. Its place is free before the client can notice. */
    void end() {
        if (over.getAndSet(true)) {
            return;
        }
        dismissed = true;
        conversation.close();
        outbox.finish(List.<byte[]>of()::iterator);
        whenEnded.accept(this);
        try {
            connection.close();
        } catch (IOException closing) {
            LOG.debug("closing the connection of {}", caller, closing);
        }
        ended.countDown();
    }
}
