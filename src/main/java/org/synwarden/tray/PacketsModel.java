package org.synwarden.tray;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.synwarden.contract.Rows;
import org.synwarden.filter.Filter;

/** The packets as Swing's table wants them; one event per change, however many rows it has. Event thread. */
final class PacketsModel extends AbstractTableModel {
    /** The columns, by their number in the table. */
    static final List<PacketColumn> COLUMNS = List.of(PacketColumn.values());

    private final transient PacketLog log = new PacketLog();
    private final transient Texts texts;

    PacketsModel(Texts texts) {
        this.texts = texts;
    }

    PacketLog log() {
        return log;
    }

    void apply(Rows change) {
        log.apply(change);
        fireTableDataChanged();
    }

    void filter(Filter now) {
        log.filter(now);
        fireTableDataChanged();
    }

    @Override
    public int getRowCount() {
        return log.shown().size();
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
        return COLUMNS.get(column).text(texts, log.shown().get(row));
    }
}
