package org.synwarden.tray;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.swing.table.AbstractTableModel;

/** A short list as the rows of a table, whose columns have their headings in the texts. Event thread. */
abstract class ListedRows<T> extends AbstractTableModel implements PlainTable.RowKeys {
    private final transient Texts texts;
    private final transient Function<T, String> keys;
    private final List<String> headings;
    private transient List<T> shown = List.of();

    /**
     * No rows yet.
     *
     * @param keys what tells a row from all others
     * @param headings keys of the headings
     */
    ListedRows(Texts texts, Function<T, String> keys, List<String> headings) {
        this.texts = texts;
        this.keys = keys;
        this.headings = List.copyOf(headings);
    }

    /** What stands in that column of that row. */
    abstract String cell(T row, int column);

    /** Shows those rows; drawn anew only if they are others. */
    final void show(List<T> rows) {
        if (!rows.equals(shown)) {
            showAnew(rows);
        }
    }

    /** Shows those rows, the same ones too: what their cells say may have changed. */
    final void showAnew(List<T> rows) {
        shown = List.copyOf(rows);
        fireTableDataChanged();
    }

    /** The rows as they are shown. */
    final List<T> rows() {
        return shown;
    }

    /** The keys of the headings. */
    final List<String> headingKeys() {
        return headings;
    }

    /** What is shown, to be saved with its headings. */
    final SaveFormat csv() {
        List<String> titles = headings.stream().map(texts::of).toList();
        return SaveFormat.csv(
                texts, titles, () -> shown.stream().map(this::cells).toList(), cells -> cells);
    }

    private List<String> cells(T row) {
        return IntStream.range(0, headings.size())
                .mapToObj(column -> cell(row, column))
                .toList();
    }

    final T row(int index) {
        return shown.get(index);
    }

    @Override
    public final String key(int row) {
        return keys.apply(shown.get(row));
    }

    @Override
    public final OptionalInt indexOf(String key) {
        return IntStream.range(0, shown.size())
                .filter(row -> key(row).equals(key))
                .findFirst();
    }

    @Override
    public final int getRowCount() {
        return shown.size();
    }

    @Override
    public final int getColumnCount() {
        return headings.size();
    }

    @Override
    public final String getColumnName(int column) {
        return texts.of(headings.get(column));
    }

    @Override
    public final Object getValueAt(int row, int column) {
        return cell(shown.get(row), column);
    }
}
