package org.synwarden.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.synwarden.contract.ContractObject;

/**
 * What one client has been told about one topic. Snapshots come from any thread; when the client's connection is free,
 * the difference between the last snapshot and what was told is told. A client that is slow misses the states in between
 * and nothing else, and never makes anything queue up.
 */
final class Subscription implements FrameSource {
    private final long id;
    private final Topic topic;
    private final Function<ContractObject, Optional<ContractObject>> view;
    private final Outbox outbox;
    private volatile List<? extends ContractObject> latest = List.of();

    // Confined to the writing thread.
    private Map<String, ContractObject> told = Map.of();
    private long seq;

    /**
     * Nothing told yet.
     *
     * @param id the id of the request that subscribed
     * @param view an object as this client may see it; empty where it may not, or does not want to
     */
    Subscription(long id, Topic topic, Function<ContractObject, Optional<ContractObject>> view, Outbox outbox) {
        this.id = id;
        this.topic = topic;
        this.view = view;
        this.outbox = outbox;
    }

    Topic topic() {
        return topic;
    }

    /** Takes the topic as it stands; of several objects with one key the first counts. */
    void publish(List<? extends ContractObject> snapshot) {
        latest = snapshot;
        outbox.wake(this);
    }

    @Override
    public Iterator<byte[]> frames() {
        Map<String, ContractObject> now = new LinkedHashMap<>();
        latest.forEach(object -> view.apply(object).ifPresent(seen -> now.putIfAbsent(seen.key(), seen)));
        List<ContractObject> added = new ArrayList<>();
        List<ContractObject> changed = new ArrayList<>();
        now.forEach((key, object) -> {
            ContractObject before = told.get(key);
            if (before == null) {
                added.add(object);
            } else if (!before.equals(object)) {
                changed.add(object);
            }
        });
        List<String> removed =
                told.keySet().stream().filter(key -> !now.containsKey(key)).toList();
        told = now;
        boolean nothingNew = added.isEmpty() && changed.isEmpty() && removed.isEmpty();
        if (nothingNew && seq > 0) {
            return Collections.emptyIterator();
        }
        boolean reset = seq == 0;
        return new Pages(added, changed, removed).frames(page -> message(page, reset && page.first()));
    }

    private String message(Pages.Page page, boolean reset) {
        seq++;
        return ServiceMessages.rows(id, topic, seq, reset, page.added(), page.changed(), page.removed());
    }
}
