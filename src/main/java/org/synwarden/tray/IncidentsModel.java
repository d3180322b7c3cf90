package org.synwarden.tray;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.swing.table.AbstractTableModel;
import org.synwarden.contract.IncidentObject;

/** The incidents as rows, at most 256. Event thread. */
final class IncidentsModel extends AbstractTableModel implements PlainTable.RowKeys {
    static final int SEVERITY = 0;
    static final int WHAT = 1;
    static final int PROGRAM = 2;
    static final int ATTEMPTS = 3;
    static final int SINCE = 4;
    static final int STATE = 5;

    private static final List<String> HEADINGS = List.of(
            "column.severity",
            "column.what",
            "column.program",
            "column.attempts",
            "column.since",
            "column.incident.state");

    private final transient Texts texts;
    private final transient IncidentText text;
    private final transient Incidents incidents;
    private transient List<IncidentObject> shown = List.of();

    IncidentsModel(Texts texts, IncidentText text, Incidents incidents) {
        this.texts = texts;
        this.text = text;
        this.incidents = incidents;
    }

    /** Draws what the incidents are now. */
    void refresh() {
        shown = incidents.all();
        fireTableDataChanged();
    }

    IncidentObject row(int index) {
        return shown.get(index);
    }

    @Override
    public String key(int row) {
        return IncidentId.of(shown.get(row)).toString();
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
        IncidentObject incident = shown.get(row);
        return switch (column) {
            case SEVERITY -> texts.of(Incidents.isRed(incident) ? "severity.red" : "severity.amber");
            case WHAT -> text.headline(incident);
            case PROGRAM -> text.program(incident);
            case ATTEMPTS -> texts.of("count", incident.totalAttempts());
            case SINCE -> text.since(incident);
            default -> state(incident);
        };
    }

    private String state(IncidentObject incident) {
        if (!Incidents.isOpen(incident)) {
            return texts.of("incident.closed");
        }
        return texts.of(incidents.isIgnored(IncidentId.of(incident)) ? "incident.ignored" : "incident.open");
    }
}
