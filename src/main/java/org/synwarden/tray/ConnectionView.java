package org.synwarden.tray;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The connection table as it is to be drawn. Immutable.
 *
 * @param rows in the order the user chose, those that pass the filter
 * @param marks of the rows that have just changed, by key
 * @param total how many connections there are, shown or not
 */
record ConnectionView(List<ConnectionRow> rows, Map<String, Mark> marks, int total) {
    /** Nothing is known yet. */
    static final ConnectionView EMPTY = new ConnectionView(List.of(), Map.of(), 0);

    Mark mark(int index) {
        return marks.isEmpty() ? Mark.NONE : marks.getOrDefault(rows.get(index).key(), Mark.NONE);
    }

    /** How many of the rows are connections that there are, not just gone. */
    int living() {
        return (int) IntStream.range(0, rows.size())
                .filter(index -> mark(index) != Mark.CLOSING)
                .count();
    }

    /** Where the connection of that key stands; empty when it is not shown. */
    OptionalInt indexOf(String key) {
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).key().equals(key)) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }
}
