package org.synwarden.tray;

import java.util.List;

/** Incidents of the past and what was done as rows. Event thread. */
final class HistoryModel extends ListedRows<HistoryRow> {
    private static final List<String> HEADINGS = List.of(
            "column.day", "column.time", "column.what", "column.program", "column.attempts", "column.incident.state");

    private final transient Moments moments;

    HistoryModel(Texts texts, Moments moments) {
        super(texts, HistoryRow::key, HEADINGS);
        this.moments = moments;
    }

    @Override
    String cell(HistoryRow row, int column) {
        return switch (column) {
            case 0 -> moments.day(row.at());
            case 1 -> moments.time(row.at());
            case 2 -> row.what();
            case 3 -> row.program();
            case 4 -> row.attempts();
            default -> row.state();
        };
    }
}
