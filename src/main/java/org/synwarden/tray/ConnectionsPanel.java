package org.synwarden.tray;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** The live connection table; what it asks is asked in a strip below it, never in a dialog. Event thread. */
final class ConnectionsPanel extends JPanel implements Tab {
    private static final int INTERVAL_MILLIS = 1_000;

    private final transient Texts texts;
    private final transient ServiceSide service;
    private final ConnectionsModel model;
    private final PlainTable table;

    /**
     * An empty table.
     *
     * @param context what the commands on rows need
     */
    ConnectionsPanel(Texts texts, ServiceSide service, RowContext context) {
        super(new BorderLayout());
        this.texts = texts;
        this.service = service;
        this.model = new ConnectionsModel(texts);
        this.table = new PlainTable(model, model.list());
        arrangeTable();
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll);
        add(new RowCommands(context, table, new Connections(context)).bars(), BorderLayout.SOUTH);
    }

    private void arrangeTable() {
        table.setRowSorter(new ConnectionSorter(model));
        table.getAccessibleContext().setAccessibleName(texts.of("tab.connections"));
        for (int index = 0; index < ConnectionsModel.COLUMNS.size(); index++) {
            ConnectionColumn column = ConnectionsModel.COLUMNS.get(index);
            table.makeRoom(index, column.sample());
            table.align(index, column.isNumber());
        }
    }

    @Override
    public String title() {
        return texts.of("tab.connections");
    }

    @Override
    public JComponent content() {
        return this;
    }

    @Override
    public void inView(boolean now) {
        if (now) {
            service.topics().accept("sockets", INTERVAL_MILLIS);
        }
    }

    /** Takes over what the service says; the selected connection stays selected as long as it lives. */
    void apply(ConnectionList.Change change) {
        EventThread.require();
        model.apply(change);
    }

    /** How many connections there are. */
    int rows() {
        return model.getRowCount();
    }

    private final class Connections implements RowCommands.Rows {
        private final RowContext context;

        Connections(RowContext context) {
            this.context = context;
        }

        @Override
        public Optional<RowSubject> selected() {
            int row = table.getSelectedRow();
            return row < 0
                    ? Optional.empty()
                    : Optional.of(context.subjects().of(model.list().row(row).socket()));
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
            return List.of(
                    SaveFormat.csv(
                            texts,
                            headings,
                            model.list()::all,
                            row -> ConnectionsModel.COLUMNS.stream()
                                    .map(column -> column.text(row))
                                    .toList()),
                    SaveFormat.jsonLines(
                            texts,
                            () -> model.list().all().stream()
                                    .map(ConnectionRow::socket)
                                    .toList()));
        }
    }
}
