package org.synwarden.control;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.MemberReader;

/** The subscriptions of one client, at most {@value #MAX}, each with its poll. Any thread. */
final class Subscriptions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    static final int MAX = 8;
    static final int MIN_INTERVAL_MILLIS = 500;
    static final int MAX_INTERVAL_MILLIS = 10_000;

    /**
     * What a client has subscribed to.
     *
     * @param filter as the client wrote it
     * @param snapshots of a topic that is told as a whole
     * @param poll looks for what is new
     */
    private record Feed(Topic topic, String filter, Optional<Subscription> snapshots, Runnable poll) {}

    private record Open(Feed feed, Runnable cancelPoll) {}

    private final Map<Long, Open> open = new HashMap<>();
    private final Supplier<Caller> caller;
    private final Desk desk;
    private final Snapshots snapshots;
    private final Scheduler scheduler;
    private final Outbox outbox;
    private final Set<Topic> followed = EnumSet.noneOf(Topic.class);
    private boolean closed;

    Subscriptions(Supplier<Caller> caller, Desk desk, Outbox outbox) {
        this.caller = caller;
        this.desk = desk;
        this.snapshots = desk.snapshots();
        this.scheduler = desk.scheduler();
        this.outbox = outbox;
    }

    /**
     * Subscribes. The whole topic, then its changes, come from the scheduler's thread, as pushed changes do, so that an
     * older state never follows a newer one. Where the id is subscribed to that topic already, it is told at that interval
     * from now on, and what is new by now at once.
     */
    void subscribe(long id, MemberReader arguments) throws RequestException, ContractFormatException {
        Topic topic = Topic.of(arguments.text("topic"))
                .orElseThrow(
                        () -> new RequestException(
                                RequestException.Code.MALFORMED,
                                "the topics are 'incidents', 'sockets', 'packets', 'rules' and 'rates'; or update the service"));
        String filter = arguments.optionalText("filter").orElse("");
        int interval = arguments.integer("intervalMillis", MIN_INTERVAL_MILLIS, MAX_INTERVAL_MILLIS);
        if (!again(id, topic, filter, interval)) {
            open(id, feed(id, topic, filter), interval);
        }
    }

    private synchronized boolean again(long id, Topic topic, String filter, int interval) throws RequestException {
        Open before = open.get(id);
        if (before == null) {
            return false;
        }
        if (before.feed().topic() != topic || !before.feed().filter().equals(filter)) {
            throw new RequestException(
                    RequestException.Code.MALFORMED,
                    "subscription " + id + " is to another topic or filter: end it first, or take another id");
        }
        before.cancelPoll().run();
        begin(id, before.feed(), interval);
        return true;
    }

    private Feed feed(long id, Topic topic, String filter) throws RequestException {
        Predicate<ContractObject> test = filter(topic, filter);
        // Of what the caller may see: a filter that knew more would tell by what it lets through.
        Function<ContractObject, Optional<ContractObject>> view =
                object -> desk.handler().shown(caller.get(), object).filter(test);
        if (topic == Topic.PACKETS) {
            PacketFeed packets = new PacketFeed(id, snapshots, view, desk.nanoClock());
            return new Feed(topic, filter, Optional.empty(), () -> outbox.wake(packets));
        }
        snapshots.of(topic);
        Subscription subscription = new Subscription(id, topic, view, outbox);
        return new Feed(topic, filter, Optional.of(subscription), () -> poll(subscription));
    }

    private Predicate<ContractObject> filter(Topic topic, String text) throws RequestException {
        if (text.length() > RowFilters.LONGEST) {
            throw new RequestException(
                    RequestException.Code.MALFORMED,
                    "'filter' has at most " + RowFilters.LONGEST + " characters here: filter at the client's side");
        }
        return text.isBlank() ? object -> true : desk.filters().parse(topic, text);
    }

    private synchronized void open(long id, Feed feed, int interval) throws RequestException {
        if (closed || open.size() >= MAX) {
            throw new RequestException(
                    RequestException.Code.UNAVAILABLE,
                    "a client has at most " + MAX + " subscriptions: end one of them");
        }
        begin(id, feed, interval);
    }

    private void begin(long id, Feed feed, int interval) {
        open.put(id, new Open(feed, scheduler.every(interval, feed.poll())));
        scheduler.after(0, feed.poll());
    }

    /** Ends a subscription; one that is not there is no error. */
    synchronized void unsubscribe(long id) {
        Optional.ofNullable(open.remove(id))
                .ifPresent(ended -> ended.cancelPoll().run());
    }

    /** Takes the topic as it stands now. */
    synchronized void publish(Topic topic, List<? extends ContractObject> snapshot) {
        open.values().stream()
                .map(Open::feed)
                .filter(one -> one.topic() == topic)
                .flatMap(one -> one.snapshots().stream())
                .forEach(subscription -> subscription.publish(snapshot));
    }

    private void poll(Subscription subscription) {
        try {
            subscription.publish(snapshots.of(subscription.topic()));
        } catch (RequestException unavailable) {
            // The client keeps what it was told last; why there is nothing newer is a degradation in the status.
            LOG.debug("no {} this time", subscription.topic(), unavailable);
        }
    }

    /** Whether the client follows that topic; after the end, whether it did until then. */
    synchronized boolean follow(Topic topic) {
        return followed.contains(topic)
                || open.values().stream().anyMatch(one -> one.feed().topic() == topic);
    }

    @Override
    public synchronized void close() {
        closed = true;
        open.values().forEach(ended -> followed.add(ended.feed().topic()));
        open.values().forEach(ended -> ended.cancelPoll().run());
        open.clear();
    }
}
