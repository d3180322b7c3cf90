package org.synwarden.tray;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which columns of a table are shown, in what order and how wide, as the user arranged them. In the settings it is
 * {@code process:120 pid:60 -path:300}; what is not shown has a hyphen before it. Immutable.
 *
 * @param columns in their order; none where the user has arranged nothing
 */
record ColumnLayout(List<Column> columns) {
    /** As at first. */
    static final ColumnLayout UNTOUCHED = new ColumnLayout(List.of());

    static final int NARROWEST = 10;
    static final int WIDEST = 9_999;

    private static final int MOST = 64;
    private static final Pattern WORD = Pattern.compile("(-?)([a-z][a-z.-]{0,40}):([0-9]{1,5})");

    /**
     * One column.
     *
     * @param name what tells it from the others
     * @param width in pixels
     */
    record Column(String name, int width, boolean shown) {
        private String word() {
            return (shown ? "" : "-") + name + ":" + width;
        }

        private static Optional<Column> of(String word) {
            return Optional.of(WORD.matcher(word))
                    .filter(Matcher::matches)
                    .map(read -> new Column(
                            read.group(2),
                            Integer.parseInt(read.group(3)),
                            read.group(1).isEmpty()))
                    .filter(column -> column.width() >= NARROWEST && column.width() <= WIDEST);
        }
    }

    /** Copies the columns. */
    ColumnLayout {
        columns = List.copyOf(columns);
    }

    /**
     * How the layout of a table is remembered.
     *
     * @param table its name in the settings
     */
    static UserSetting<ColumnLayout> of(String table) {
        return new UserSetting<>(table + ".columns", UNTOUCHED, ColumnLayout::read, ColumnLayout::text);
    }

    private static Optional<ColumnLayout> read(String text) {
        if (text.isEmpty()) {
            return Optional.of(UNTOUCHED);
        }
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String word : text.split(" ", MOST + 1)) {
            Optional<Column> column = Column.of(word).filter(one -> names.add(one.name()));
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.add(column.get());
        }
        return Optional.of(new ColumnLayout(columns))
                .filter(layout -> columns.size() <= MOST && columns.stream().anyMatch(Column::shown));
    }

    private String text() {
        return columns.stream().map(Column::word).collect(Collectors.joining(" "));
    }

    /**
     * Arranges the columns that a table has. Those that were remembered come as they were; one that was not, because it is
     * new, comes behind the one that it follows at first. What is remembered of columns that are no more is dropped.
     *
     * @param first the columns as they are at first
     */
    List<Column> over(List<Column> first) {
        Set<String> there = first.stream().map(Column::name).collect(Collectors.toSet());
        List<Column> arranged = new ArrayList<>(
                columns.stream().filter(column -> there.contains(column.name())).toList());
        int place = 0;
        for (Column column : first) {
            int known = indexOf(arranged, column.name());
            if (known < 0) {
                arranged.add(place, column);
            }
            place = (known < 0 ? place : known) + 1;
        }
        return arranged.stream().anyMatch(Column::shown) ? arranged : first;
    }

    private static int indexOf(List<Column> columns, String name) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).name().equals(name)) {
                return index;
            }
        }
        return -1;
    }
}
