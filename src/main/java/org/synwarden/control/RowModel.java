package org.synwarden.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.Rows;

/**
 * A topic as a client knows it: the rows that have been told and not taken back. Not for more than one thread.
 *
 * @param <T> what the topic's rows are
 */
public final class RowModel<T extends ContractObject> {
    private final Class<T> type;
    private final Map<String, T> rows = new LinkedHashMap<>();

    /** An empty model of rows of that type; rows of another are passed over. */
    public RowModel(Class<T> type) {
        this.type = type;
    }

    /** Takes what changed. Of a subscription, every message has to be applied, in order. */
    public void apply(Rows change) {
        if (change.reset()) {
            rows.clear();
        }
        change.removed().forEach(rows::remove);
        put(change.added());
        put(change.changed());
    }

    private void put(List<? extends ContractObject> objects) {
        objects.stream().filter(type::isInstance).forEach(object -> rows.put(object.key(), type.cast(object)));
    }

    /** Forgets everything: the connection is gone. */
    public void clear() {
        rows.clear();
    }

    /** The rows, in the order in which they were first told. */
    public List<T> rows() {
        return List.copyOf(rows.values());
    }

    /** The row of that key. */
    public Optional<T> row(String key) {
        return Optional.ofNullable(rows.get(key));
    }
}
