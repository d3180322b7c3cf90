package org.synwarden.tray;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The connection list as Swing's table wants it; one event per change, however many rows it has. Event thread. */
final class ConnectionsModel extends AbstractTableModel {
    /** The columns, by their number in the table. */
    static final List<ConnectionColumn> COLUMNS = List.of(ConnectionColumn.values());

    private final transient ConnectionList list = new ConnectionList();
    private final transient Texts texts;

    ConnectionsModel(Texts texts) {
        this.texts = texts;
    }

    void apply(ConnectionList.Change change) {
        if (!change.isNothing()) {
            list.apply(change);
            fireTableDataChanged();
        }
    }

    void sortBy(int column, boolean descending) {
        list.sortBy(COLUMNS.get(column), descending);
        fireTableDataChanged();
    }

    ConnectionList list() {
        return list;
    }

    @Override
    public int getRowCount() {
        return list.size();
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
        return COLUMNS.get(column).text(list.row(row));
    }
}
