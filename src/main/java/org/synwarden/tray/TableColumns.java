package org.synwarden.tray;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import javax.swing.Timer;
import javax.swing.event.ChangeEvent;
import javax.swing.event.ListSelectionEvent;
import javax.swing.event.TableColumnModelEvent;
import javax.swing.event.TableColumnModelListener;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;

/**
 * The columns of a table as the user arranges them, and the order of its rows: remembered, and there again at the next
 * start. While a heading is dragged nothing is written; it is a moment after that. Event thread.
 */
final class TableColumns implements TableColumnModelListener {
    private static final int PAUSE_MILLIS = 300;
    private static final String DESCENDING = "descending";

    private final PlainTable table;
    private final UserSettings settings;
    private final UserSetting<ColumnLayout> layout;
    private final UserSetting<List<String>> sort;
    private final Map<String, TableColumn> all = new LinkedHashMap<>();
    private final List<ColumnLayout.Column> first = new ArrayList<>();
    private final Timer pause = new Timer(PAUSE_MILLIS, event -> remember());
    private boolean arranging;

    private TableColumns(PlainTable table, UserSettings settings, String name, List<String> keys) {
        this.table = table;
        this.settings = settings;
        this.layout = ColumnLayout.of(name);
        this.sort = UserSetting.words(name + ".sort", List.of());
        for (int index = 0; index < table.getColumnCount(); index++) {
            TableColumn column = table.getColumnModel().getColumn(index);
            String bare = keys.get(index).substring(keys.get(index).indexOf('.') + 1);
            all.put(bare, column);
            first.add(new ColumnLayout.Column(bare, column.getPreferredWidth(), true));
        }
        pause.setRepeats(false);
    }

    /**
     * Arranges the columns as they were, remembers from now on how they are, and lets the user choose among them. Done once,
     * when the table has all its columns and renderers.
     *
     * @param name of the table in the settings
     * @param keys of the headings, in the order of the model; without their family, such as "column.", they are the names
     *     in the settings
     */
    static TableColumns install(Texts texts, UserSettings settings, PlainTable table, String name, List<String> keys) {
        TableColumns columns = new TableColumns(table, settings, name, keys);
        columns.arrange(settings.get(columns.layout));
        columns.sort();
        table.getColumnModel().addColumnModelListener(columns);
        new ColumnChooser(texts, table, columns).install();
        return columns;
    }

    private void arrange(ColumnLayout wanted) {
        TableColumnModel shown = table.getColumnModel();
        arranging = true;
        all.values().forEach(shown::removeColumn);
        for (ColumnLayout.Column column : wanted.over(first)) {
            TableColumn one = all.get(column.name());
            one.setPreferredWidth(column.width());
            if (column.shown()) {
                shown.addColumn(one);
            }
        }
        arranging = false;
    }

    private void sort() {
        List<String> wanted = settings.get(sort);
        List<String> names = List.copyOf(all.keySet());
        RowSorter<?> sorter = table.getRowSorter();
        if (sorter == null) {
            return;
        }
        if (!wanted.isEmpty() && names.contains(wanted.get(0))) {
            boolean descending = wanted.contains(DESCENDING);
            sorter.setSortKeys(List.of(new RowSorter.SortKey(
                    names.indexOf(wanted.get(0)), descending ? SortOrder.DESCENDING : SortOrder.ASCENDING)));
        }
        sorter.addRowSorterListener(event -> sorter.getSortKeys().stream()
                .findFirst()
                .ifPresent(key -> settings.set(sort, words(names.get(key.getColumn()), key.getSortOrder()))));
    }

    private static List<String> words(String column, SortOrder order) {
        return order == SortOrder.DESCENDING ? List.of(column, DESCENDING) : List.of(column);
    }

    /** Keeps the columns as they are now. */
    void remember() {
        pause.stop();
        keep(now());
    }

    /** What is as at first is kept as that: headings are wider in another language. */
    private void keep(ColumnLayout now) {
        ColumnLayout kept = now.columns().equals(first) ? ColumnLayout.UNTOUCHED : now;
        if (!kept.equals(settings.get(layout))) {
            settings.set(layout, kept);
        }
    }

    /** Those that are shown in their order, then the others. */
    private ColumnLayout now() {
        List<ColumnLayout.Column> shown = Collections.list(
                        table.getColumnModel().getColumns())
                .stream()
                .map(column -> column(column, true))
                .toList();
        List<ColumnLayout.Column> hidden = all.values().stream()
                .filter(column -> !isShown(column))
                .map(column -> column(column, false))
                .toList();
        List<ColumnLayout.Column> both = new ArrayList<>(shown);
        both.addAll(hidden);
        return new ColumnLayout(both);
    }

    private ColumnLayout.Column column(TableColumn column, boolean shown) {
        String name = all.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseThrow();
        int width = Math.max(ColumnLayout.NARROWEST, Math.min(ColumnLayout.WIDEST, column.getPreferredWidth()));
        return new ColumnLayout.Column(name, width, shown);
    }

    /** All columns, in their first order. */
    List<TableColumn> all() {
        return List.copyOf(all.values());
    }

    boolean isShown(TableColumn column) {
        return Collections.list(table.getColumnModel().getColumns()).contains(column);
    }

    /** Shows a column behind those that come before it in the first order, or takes it away. */
    void show(TableColumn column, boolean wanted) {
        TableColumnModel shown = table.getColumnModel();
        if (!wanted) {
            shown.removeColumn(column);
            return;
        }
        shown.addColumn(column);
        int before = (int) all().subList(0, all().indexOf(column)).stream()
                .filter(this::isShown)
                .count();
        shown.moveColumn(shown.getColumnCount() - 1, before);
    }

    /** Arranges the columns as they are at first. */
    void reset() {
        pause.stop();
        arrange(ColumnLayout.UNTOUCHED);
        keep(ColumnLayout.UNTOUCHED);
    }

    private void changed() {
        if (!arranging) {
            pause.restart();
        }
    }

    @Override
    public void columnAdded(TableColumnModelEvent event) {
        changed();
    }

    @Override
    public void columnRemoved(TableColumnModelEvent event) {
        changed();
    }

    @Override
    public void columnMoved(TableColumnModelEvent event) {
        changed();
    }

    @Override
    public void columnMarginChanged(ChangeEvent event) {
        changed();
    }

    @Override
    public void columnSelectionChanged(ListSelectionEvent event) {}
}
