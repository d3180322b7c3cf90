package org.synwarden.tray;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.SocketObject;

/**
 * The live connections in the order the user chose. A message that changes k of n rows costs one pass over n and a sort
 * of k. Used by one thread.
 */
final class ConnectionList implements PlainTable.RowKeys {
    private final Map<String, ConnectionRow> byKey = new HashMap<>();
    private Comparator<ConnectionRow> order = ConnectionColumn.PROCESS.order(false);
    private List<ConnectionRow> shown = new ArrayList<>();

    /** A message with its rows read and sorted out, made off the event thread. */
    record Change(boolean reset, List<ConnectionRow> put, List<String> removed) {
        static Change of(Rows rows) {
            List<ConnectionRow> put =
                    new ArrayList<>(rows.added().size() + rows.changed().size());
            read(rows.added(), put);
            read(rows.changed(), put);
            return new Change(rows.reset(), put, rows.removed());
        }

        private static void read(List<? extends ContractObject> objects, List<ConnectionRow> into) {
            for (ContractObject object : objects) {
                if (object instanceof SocketObject socket) {
                    into.add(ConnectionRow.of(socket));
                }
            }
        }

        boolean isNothing() {
            return !reset && put.isEmpty() && removed.isEmpty();
        }
    }

    /** Takes over what the service says. */
    void apply(Change change) {
        if (change.reset()) {
            byKey.clear();
        }
        change.removed().forEach(byKey::remove);
        Map<String, ConnectionRow> fresh = new HashMap<>();
        change.put().forEach(row -> fresh.put(row.key(), row));
        byKey.putAll(fresh);
        List<ConnectionRow> sorted = new ArrayList<>(fresh.values());
        sorted.sort(order);
        List<ConnectionRow> staying = shown.stream()
                .filter(row -> byKey.containsKey(row.key()) && !fresh.containsKey(row.key()))
                .toList();
        shown = merged(staying, sorted);
    }

    private List<ConnectionRow> merged(List<ConnectionRow> staying, List<ConnectionRow> fresh) {
        List<ConnectionRow> merged = new ArrayList<>(staying.size() + fresh.size());
        int next = 0;
        for (ConnectionRow row : staying) {
            while (next < fresh.size() && order.compare(fresh.get(next), row) < 0) {
                merged.add(fresh.get(next++));
            }
            merged.add(row);
        }
        merged.addAll(fresh.subList(next, fresh.size()));
        return merged;
    }

    void sortBy(ConnectionColumn column, boolean descending) {
        order = column.order(descending);
        shown.sort(order);
    }

    /** All rows in their order. */
    List<ConnectionRow> all() {
        return List.copyOf(shown);
    }

    int size() {
        return shown.size();
    }

    ConnectionRow row(int index) {
        return shown.get(index);
    }

    @Override
    public String key(int index) {
        return shown.get(index).key();
    }

    @Override
    public OptionalInt indexOf(String key) {
        ConnectionRow row = byKey.get(key);
        if (row == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Collections.binarySearch(shown, row, order));
    }
}
