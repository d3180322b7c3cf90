package org.synwarden.tray;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.swing.table.AbstractTableModel;

/** Blocks, approvals and snoozes as rows of a table. Event thread. */
final class RulesModel extends AbstractTableModel implements PlainTable.RowKeys {
    static final int KIND = 0;
    static final int EFFECT = 3;
    static final int SINCE = 4;
    static final int UNTIL = 5;

    private static final List<String> HEADINGS = List.of(
            "column.rule.kind", "column.rule.what", "column.why", "column.effect", "column.since", "column.until");

    private final transient Texts texts;
    private transient List<RuleRow> shown = List.of();

    RulesModel(Texts texts) {
        this.texts = texts;
    }

    /** Shows those rows. */
    void show(List<RuleRow> rows) {
        if (!rows.equals(shown)) {
            shown = List.copyOf(rows);
            fireTableDataChanged();
        }
    }

    RuleRow row(int index) {
        return shown.get(index);
    }

    @Override
    public String key(int row) {
        return shown.get(row).key();
    }

    @Override
    public OptionalInt indexOf(String key) {
        return IntStream.range(0, shown.size())
                .filter(row -> key(row).equals(key))
                .findFirst();
    }

    @Override
    public int getRowCount() {
        return shown.size();
    }

    @Override
    public int getColumnCount() {
        return HEADINGS.size();
    }

    @Override
    public String getColumnName(int column) {
        return texts.of(HEADINGS.get(column));
    }

    @Override
    public Object getValueAt(int row, int column) {
        RuleRow line = shown.get(row);
        return switch (column) {
            case 0 -> line.kind();
            case 1 -> line.what();
            case 2 -> line.why();
            case EFFECT -> line.effect();
            case 4 -> line.since();
            default -> line.until();
        };
    }
}
