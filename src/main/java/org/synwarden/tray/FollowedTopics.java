package org.synwarden.tray;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.Rows;
import org.synwarden.control.RequestException;

/**
 * The topics that are followed over one connection. One that the service refuses is left until it is wished otherwise: only
 * the end of the connection is the end of the others. One thread, which may wait for the service.
 */
final class FollowedTopics {
    /** Empty: the service has refused it. */
    private record Followed(Optional<Watch.Following> following, Wishes.Wish wish) {
        void end() {
            following.ifPresent(Watch.Following::end);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(FollowedTopics.class);

    private final Watch watch;
    private final Consumer<Rows> receiver;
    private final Map<String, Followed> followed = new HashMap<>();

    /**
     * None yet.
     *
     * @param receiver what the service says, on a thread of the connection
     */
    FollowedTopics(Watch watch, Consumer<Rows> receiver) {
        this.watch = watch;
        this.receiver = receiver;
    }

    /** Follows what is wished, as it is wished, and nothing else. */
    void become(Wishes wishes) throws RequestException {
        Map<String, Wishes.Wish> wanted = wishes.take();
        followed.entrySet().removeIf(topic -> {
            boolean over = isOver(topic.getValue().wish(), Optional.ofNullable(wanted.get(topic.getKey())));
            if (over) {
                topic.getValue().end();
            }
            return over;
        });
        for (Map.Entry<String, Wishes.Wish> topic : wanted.entrySet()) {
            follow(topic.getKey(), topic.getValue(), wishes.takeRefresh(topic.getKey()));
        }
    }

    private static boolean isOver(Wishes.Wish wish, Optional<Wishes.Wish> now) {
        return now.filter(other -> other.since() == wish.since()).isEmpty();
    }

    private void follow(String topic, Wishes.Wish wish, boolean atOnce) throws RequestException {
        Followed before = followed.get(topic);
        if (before == null) {
            followed.put(topic, anew(topic, wish));
        } else if (atOnce || !before.wish().equals(wish)) {
            followed.put(topic, changed(topic, before, wish));
        }
    }

    private Followed anew(String topic, Wishes.Wish wish) throws RequestException {
        try {
            return new Followed(Optional.of(watch.subscribe(topic, wish.intervalMillis(), receiver)), wish);
        } catch (RequestException e) {
            throwIfDisconnected(e);
            LOG.warn("the service does not tell of {}: {}", topic, e.getMessage());
            return new Followed(Optional.empty(), wish);
        }
    }

    private static void throwIfDisconnected(RequestException e) throws RequestException {
        if (e.code() == RequestException.Code.DISCONNECTED) {
            throw e;
        }
    }

    /** A service that is older than this client changes no interval: there it is followed anew. */
    private Followed changed(String topic, Followed before, Wishes.Wish wish) throws RequestException {
        if (before.following().isEmpty()) {
            return anew(topic, wish);
        }
        try {
            before.following().get().every(wish.intervalMillis());
            return new Followed(before.following(), wish);
        } catch (RequestException e) {
            throwIfDisconnected(e);
            before.end();
            return anew(topic, wish);
        }
    }
}
