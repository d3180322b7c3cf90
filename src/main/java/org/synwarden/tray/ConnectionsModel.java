package org.synwarden.tray;

import java.util.List;
import java.util.OptionalInt;
import javax.swing.table.AbstractTableModel;

/** The connection table as Swing wants it; one event a view, however many rows have changed. Event thread. */
final class ConnectionsModel extends AbstractTableModel implements PlainTable.RowKeys {
    /** The columns, by their number in the model. */
    static final List<ConnectionColumn> COLUMNS = List.of(ConnectionColumn.values());

    private final transient Texts texts;
    private final transient ConnectionCells cells;
    private transient ConnectionView view = ConnectionView.EMPTY;

    ConnectionsModel(Texts texts) {
        this.texts = texts;
        this.cells = new ConnectionCells(texts);
    }

    /** Shows that from now on. */
    void show(ConnectionView next) {
        boolean same = next.rows().isEmpty() && view.rows().isEmpty();
        view = next;
        if (!same) {
            fireTableDataChanged();
        }
    }

    ConnectionView view() {
        return view;
    }

    @Override
    public String key(int row) {
        return view.rows().get(row).key();
    }

    @Override
    public OptionalInt indexOf(String key) {
        return view.indexOf(key);
    }

    @Override
    public int getRowCount() {
        return view.rows().size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return texts.of(COLUMNS.get(column).key());
    }

    @Override
    public Object getValueAt(int row, int column) {
        return cells.text(view.rows().get(row), COLUMNS.get(column));
    }
}
