package org.synwarden.tray;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import org.synwarden.contract.IncidentObject;

/** The incidents, and below them the conversation about the selected one. Event thread. */
final class IncidentsPanel extends JPanel implements Tab {
    private static final int BEAT_MILLIS = 1_000;
    private static final int RULES_MILLIS = 2_000;
    private static final int TABLE_HEIGHT = 150;
    private static final int LEAST_TABLE = 70;
    private static final int LEAST_PAGE = 120;
    private static final double SHARE_OF_TABLE = 0.3;
    private static final String NONE = "none";
    private static final String SOME = "some";

    private final transient Texts texts;
    private final transient ClientModel client;
    private final transient Conversations conversations;
    private final transient ServiceSide service;
    private final transient RowContext context;
    private final PressurePanel pressure;
    private final JComponent whole;
    private final IncidentsModel model;
    private final PlainTable table;
    private final IncidentView page = new IncidentView(this::choose);
    private final transient RowCommands commands;
    private final transient EvidenceSaver evidence;
    private final CardLayout cards = new CardLayout();
    private final Timer beat = new Timer(BEAT_MILLIS, event -> look());

    /**
     * Makes an empty panel.
     *
     * @param context what the commands on rows need
     * @param pressure stands below, whether there is an incident or not
     */
    IncidentsPanel(
            Wording words,
            ClientModel client,
            Conversations conversations,
            ServiceSide service,
            RowContext context,
            PressurePanel pressure) {
        this.texts = words.texts();
        this.client = client;
        this.conversations = conversations;
        this.service = service;
        this.context = context;
        this.model = new IncidentsModel(texts, words.incidents(), client.incidents());
        this.table = new PlainTable(model, model);
        this.commands = new RowCommands(context, table, new Listed(), Optional.of(this::ask));
        this.evidence = new EvidenceSaver(
                texts,
                new HistoryText(texts, words.incidents(), words.moments()),
                service.asker(),
                context.errands(),
                (name, format, chosen) ->
                        SaveDialog.open(this, texts, name, List.of(format), (file, only) -> chosen.accept(file)));
        this.pressure = pressure;
        this.whole = pressure.below(this);
        setLayout(cards);
        add(new EmptyNote(texts.of("incidents.none"), texts.of("incidents.none.more")), NONE);
        add(some(), SOME);
        table.getSelectionModel().addListSelectionListener(event -> drawPage());
    }

    private JComponent some() {
        arrangeTable();
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        JPanel list = new JPanel(new BorderLayout());
        list.add(scroll);
        list.add(commands.bars(), BorderLayout.SOUTH);
        list.setPreferredSize(new Dimension(0, TABLE_HEIGHT));
        list.setMinimumSize(new Dimension(0, LEAST_TABLE));
        page.setMinimumSize(new Dimension(0, LEAST_PAGE));
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, list, page);
        split.setResizeWeight(SHARE_OF_TABLE);
        split.setBorder(BorderFactory.createEmptyBorder());
        return split;
    }

    private void arrangeTable() {
        String program = "thunderbird.exe";
        List<String> samples = List.of(
                texts.of("severity.amber") + "    ",
                texts.of("behaviour.scan", program, texts.of("ports.one", "65535")),
                texts.of("program.named", program, "99999") + "     ",
                texts.of("count", 1_000_000),
                "00/00/0000, 00:00:00",
                texts.of("incident.ignored"));
        table.arrange(samples, column -> column == IncidentsModel.ATTEMPTS);
        table.getAccessibleContext().setAccessibleName(texts.of("tab.incidents"));
        table.getColumnModel().getColumn(IncidentsModel.SEVERITY).setCellRenderer(new SeverityCell());
        ProcessIcons icons = context.user().icons();
        ProgramCell.installPrograms(
                table, IncidentsModel.PROGRAM, icons, row -> model.row(row).program());
        TableColumns.install(texts, context.user().settings(), table, "incidents", model.headingKeys());
    }

    private void ask(Known<Deed> offer) {
        page.presenter().ifPresent(presenter -> presenter.ask(offer));
    }

    private void choose(Answer answer) {
        page.presenter().filter(presenter -> presenter.offers(answer)).ifPresent(presenter -> {
            if (answer == Answer.SAVE_EVIDENCE) {
                evidence.save(presenter);
            } else {
                presenter.choose(answer);
            }
            if (answer == Answer.CANCEL || answer == Answer.CLOSE) {
                table.requestFocusInWindow();
            }
        });
    }

    @Override
    public String title() {
        return texts.of("tab.incidents.count", client.incidents().calling().size());
    }

    @Override
    public Optional<Icon> mark() {
        return client.incidents().calling().stream()
                .findFirst()
                .map(first -> Incidents.isRed(first) ? Dot.RED : Dot.AMBER);
    }

    @Override
    public JComponent content() {
        return whole;
    }

    @Override
    public void inView(boolean now) {
        pressure.inView(now);
        if (now) {
            service.topics().follow("rules", RULES_MILLIS);
            beat.start();
        } else {
            beat.stop();
            service.topics().letGo("rules");
        }
    }

    private void look() {
        page.presenter().ifPresent(IncidentPresenter::look);
    }

    /** Draws what the incidents are now; when none was selected, the most urgent one is. */
    @Override
    public void refresh() {
        EventThread.require();
        model.refresh();
        cards.show(this, model.getRowCount() == 0 ? NONE : SOME);
        if (table.getSelectedRow() < 0 && model.getRowCount() > 0) {
            table.setRowSelectionInterval(0, 0);
        }
        drawPage();
        pressure.refresh();
    }

    /** Selects that incident. */
    void select(IncidentId id) {
        model.indexOf(id.toString()).ifPresent(table::selectAndShow);
    }

    /** Whether the user sees that incident now. */
    boolean shows(IncidentId id) {
        return isShowing() && selected().map(IncidentId::of).filter(id::equals).isPresent();
    }

    private Optional<IncidentObject> selected() {
        int row = table.getSelectedRow();
        return row >= 0 && row < model.getRowCount() ? Optional.of(model.row(row)) : Optional.empty();
    }

    private void drawPage() {
        selected().map(conversations::about).ifPresent(wanted -> {
            if (page.presenter().filter(shown -> shown == wanted).isEmpty()) {
                page.show(wanted);
                wanted.look();
            } else {
                page.draw();
            }
        });
    }

    /** The rows for {@link RowCommands}. */
    private final class Listed implements RowCommands.Rows {
        @Override
        public Optional<RowSubject> selected() {
            return IncidentsPanel.this.selected().map(context.subjects()::of);
        }

        @Override
        public String name() {
            return "incidents";
        }

        @Override
        public List<SaveFormat> formats() {
            return List.of(model.csv(), SaveFormat.jsonLines(texts, model::rows));
        }

        @Override
        public List<JMenuItem> own() {
            return page.presenter()
                    .map(presenter -> presenter.page().prompt().choices().stream()
                            .filter(choice -> choice.answer() == Answer.SUSPEND
                                    || choice.answer() == Answer.SAVE_EVIDENCE
                                    || choice.answer() == Answer.IGNORE
                                    || choice.answer() == Answer.NOTICE_AGAIN)
                            .map(this::item)
                            .toList())
                    .orElse(List.of());
        }

        private JMenuItem item(Prompt.Choice choice) {
            JMenuItem item = Plain.menuItem(choice.label());
            item.addActionListener(event -> choose(choice.answer()));
            return item;
        }
    }

    private final class SeverityCell extends PlainTable.Cell {
        SeverityCell() {
            super(SwingConstants.LEADING);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable owner, Object value, boolean selected, boolean focused, int row, int column) {
            setIcon(Incidents.isRed(model.row(row)) ? Dot.RED : Dot.AMBER);
            return super.getTableCellRendererComponent(owner, value, selected, focused, row, column);
        }
    }
}
