package org.synwarden.control;

import java.time.Duration;
import java.util.function.Consumer;
import org.synwarden.contract.Rows;

/**
 * A topic that a client follows over its connection, until it or the connection is closed. Any thread but the one that
 * hears the rows.
 */
public final class ClientSubscription implements AutoCloseable {
    private final ServiceLink link;
    private final long id;
    private final Topic topic;
    private final String filter;

    private ClientSubscription(ServiceLink link, long id, Topic topic, String filter) {
        this.link = link;
        this.id = id;
        this.topic = topic;
        this.filter = filter;
    }

    static ClientSubscription open(
            ServiceLink link, Topic topic, String filter, Duration interval, Consumer<Rows> consumer)
            throws RequestException {
        ClientSubscription subscription = new ClientSubscription(link, link.newId(), topic, filter);
        link.hear(subscription.id, consumer);
        try {
            subscription.every(interval);
        } catch (RequestException refused) {
            link.hearNoMore(subscription.id);
            throw refused;
        }
        return subscription;
    }

    /**
     * Has it told at that interval from now on, and what is new by now at once.
     *
     * @param interval 500 ms to 10 s
     */
    public void every(Duration interval) throws RequestException {
        link.ask(id, RequestKind.SUBSCRIBE, out -> {
            out.text("topic", topic.word());
            out.number("intervalMillis", interval.toMillis());
            if (!filter.isEmpty()) {
                out.text("filter", filter);
            }
        });
    }

    /** Nothing is heard of it from now on; does not wait. */
    @Override
    public void close() {
        link.hearNoMore(id);
        link.tell(RequestKind.UNSUBSCRIBE, out -> out.number("subscription", id));
    }
}
