package org.synwarden.control;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MemberReader;

/**
 * What is said with one client: hello, then requests, each answered before the next is heard. A client that does not
 * read its answers is not heard any further. Messages come from the reading thread; the rest may come from any.
 */
final class Conversation implements ClientMessages.Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private static final double REQUESTS_PER_SECOND = 50;
    private static final double REQUESTS_AT_ONCE = 100;

    private final Supplier<Caller> caller;
    private final Desk desk;
    private final Outbox outbox;
    private final Consumer<List<String>> dismiss;
    private final Subscriptions subscriptions;
    private final RateLimiter limiter;
    private volatile boolean greeted;

    /**
     * Nothing said yet.
     *
     * @param dismiss ends the connection after these last messages
     */
    Conversation(Supplier<Caller> caller, Desk desk, Outbox outbox, Consumer<List<String>> dismiss) {
        this.caller = caller;
        this.desk = desk;
        this.outbox = outbox;
        this.dismiss = dismiss;
        this.subscriptions = new Subscriptions(caller, desk, outbox);
        this.limiter = new RateLimiter(REQUESTS_PER_SECOND, REQUESTS_AT_ONCE, desk.nanoClock());
    }

    boolean greeted() {
        return greeted;
    }

    @Override
    public void hello(Hello client) throws ContractFormatException {
        if (greeted) {
            throw new ContractFormatException("hello comes once");
        }
        greeted = true;
        String ours = ServiceMessages.hello(desk.hello());
        Hello.mismatch(desk.hello(), client)
                .ifPresentOrElse(
                        mismatch -> dismiss.accept(List.of(ours, ServiceMessages.goodbye(mismatch))), () -> say(ours));
    }

    @Override
    public void request(long id, String word, MemberReader arguments) throws ContractFormatException {
        if (!greeted) {
            throw new ContractFormatException("hello comes first");
        }
        try {
            List<ContractObject> answer = answer(id, admitted(word), arguments);
            put(() -> Pages.of(answer).frames(page -> ServiceMessages.done(id, !page.last(), page.added())));
        } catch (ContractFormatException malformed) {
            say(ServiceMessages.failed(
                    id, new RequestException(RequestException.Code.MALFORMED, malformed.getMessage(), malformed)));
        } catch (RequestException refused) {
            say(ServiceMessages.failed(id, refused));
        } catch (RuntimeException failure) {
            LOG.error("a request of {} failed", caller.get(), failure);
            say(ServiceMessages.failed(
                    id, new RequestException(RequestException.Code.FAILED, "the service failed: see its log")));
        }
    }

    private RequestKind admitted(String word) throws RequestException {
        if (!limiter.tryAcquire()) {
            throw new RequestException(
                    RequestException.Code.UNAVAILABLE, "more than 50 requests in a second: ask more slowly");
        }
        RequestKind kind = RequestKind.of(word)
                .orElseThrow(() -> new RequestException(
                        RequestException.Code.MALFORMED, "the service does not know this request: update the service"));
        Optional<String> refusal = Authorisation.refusalOf(caller.get(), desk.administratorsOnly())
                .or(() -> Authorisation.refusal(caller.get(), kind));
        if (refusal.isPresent()) {
            throw new RequestException(RequestException.Code.FORBIDDEN, refusal.get());
        }
        return kind;
    }

    private List<ContractObject> answer(long id, RequestKind kind, MemberReader arguments)
            throws RequestException, ContractFormatException {
        if (kind == RequestKind.SUBSCRIBE) {
            subscriptions.subscribe(id, arguments);
            return List.of();
        }
        if (kind == RequestKind.UNSUBSCRIBE) {
            subscriptions.unsubscribe(arguments.number("subscription", 0, Long.MAX_VALUE));
            return List.of();
        }
        return desk.handler().answer(caller.get(), kind, arguments);
    }

    private void say(String message) {
        put(() -> List.of(FrameCodec.encode(message)).iterator());
    }

    private void put(FrameSource message) {
        try {
            outbox.put(message);
        } catch (IOException finished) {
            LOG.debug("{} is gone before its answer", caller.get(), finished);
        }
    }

    /** Takes the incidents as they stand now. */
    void publish(List<IncidentObject> incidents) {
        subscriptions.publish(Topic.INCIDENTS, incidents);
    }

    /** Whether the client follows the incidents, or did until its end. */
    boolean followsIncidents() {
        return subscriptions.follow(Topic.INCIDENTS);
    }

    /** Ends the subscriptions. */
    void close() {
        subscriptions.close();
    }
}
