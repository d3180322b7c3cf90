package org.synwarden.tray;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.swing.table.AbstractTableModel;
import org.synwarden.contract.IncidentObject;

/** Incidents of the past as rows. Event thread. */
final class HistoryModel extends AbstractTableModel implements PlainTable.RowKeys {
    private static final List<String> HEADINGS = List.of(
            "column.day", "column.time", "column.what", "column.program", "column.attempts", "column.incident.state");

    private final transient Texts texts;
    private final transient IncidentText text;
    private final transient Moments moments;
    private transient List<IncidentObject> shown = List.of();

    HistoryModel(Texts texts, IncidentText text, Moments moments) {
        this.texts = texts;
        this.text = text;
        this.moments = moments;
    }

    /** Shows those incidents. */
    void show(List<IncidentObject> incidents) {
        if (!incidents.equals(shown)) {
            shown = List.copyOf(incidents);
            fireTableDataChanged();
        }
    }

    /** The incidents as they are shown. */
    List<IncidentObject> rows() {
        return shown;
    }

    /** The headings of {@link #cells}. */
    List<String> headings() {
        return HEADINGS.stream().map(texts::of).toList();
    }

    /** The cells of one incident. */
    List<String> cells(IncidentObject incident) {
        return List.of(
                moments.day(incident.raisedAt()),
                moments.time(incident.raisedAt()),
                text.headline(incident),
                text.program(incident),
                texts.of("count", incident.totalAttempts()),
                texts.of(Incidents.isOpen(incident) ? "incident.open" : "incident.closed"));
    }

    @Override
    public String key(int row) {
        return shown.get(row).id();
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
        return cells(shown.get(row)).get(column);
    }
}
