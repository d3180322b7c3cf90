package org.synwarden.tray;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The connections as the commands on rows want them. Event thread. */
final class ConnectionRows implements RowCommands.Rows {
    private final Texts texts;
    private final PlainTable table;
    private final ConnectionsModel model;
    private final RowContext context;

    ConnectionRows(Texts texts, PlainTable table, ConnectionsModel model, RowContext context) {
        this.texts = texts;
        this.table = table;
        this.model = model;
        this.context = context;
    }

    @Override
    public Optional<RowSubject> selected() {
        int row = table.getSelectedRow();
        return row < 0 || row >= model.getRowCount()
                ? Optional.empty()
                : Optional.of(context.subjects().of(model.view().rows().get(row).socket()));
    }

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public List<SaveFormat> formats() {
        List<String> headings = IntStream.range(0, model.getColumnCount())
                .mapToObj(model::getColumnName)
                .toList();
        ConnectionCells cells = new ConnectionCells(texts);
        return List.of(
                SaveFormat.csv(
                        texts,
                        headings,
                        () -> model.view().rows(),
                        row -> ConnectionsModel.COLUMNS.stream()
                                .map(column -> cells.text(row, column))
                                .toList()),
                SaveFormat.jsonLines(
                        texts,
                        () -> model.view().rows().stream()
                                .map(ConnectionRow::socket)
                                .toList()));
    }
}
