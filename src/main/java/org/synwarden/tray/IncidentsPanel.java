package org.synwarden.tray;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.synwarden.contract.IncidentObject;

/** The incidents, and below them the conversation about the selected one. Event thread. */
final class IncidentsPanel extends JPanel implements Tab {
    private static final int TEXT_WIDTH = 760;
    private static final String NONE = "none";
    private static final String SOME = "some";

    private final transient Texts texts;
    private final transient ClientModel client;
    private final transient Function<IncidentObject, IncidentPresenter> presenters;
    private final IncidentsModel model;
    private final PlainTable table;
    private final IncidentPanel detail = new IncidentPanel(TEXT_WIDTH);
    private final CardLayout cards = new CardLayout();

    /**
     * Makes an empty panel.
     *
     * @param presenters finds the conversation about an incident
     */
    IncidentsPanel(
            Texts texts,
            IncidentText text,
            ClientModel client,
            Function<IncidentObject, IncidentPresenter> presenters) {
        this.texts = texts;
        this.client = client;
        this.model = new IncidentsModel(texts, text, client.incidents());
        this.presenters = presenters;
        this.table = new PlainTable(model, model);
        setLayout(cards);
        add(new EmptyNote(texts.of("incidents.none"), texts.of("incidents.none.more")), NONE);
        add(some(), SOME);
        table.getSelectionModel().addListSelectionListener(event -> drawDetail());
    }

    private JPanel some() {
        arrangeTable();
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        JPanel framed = new JPanel(new MigLayout("insets 14 16 16 16"));
        framed.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, UIManager.getColor("Component.borderColor")));
        framed.add(detail);
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(scroll);
        panel.add(framed, BorderLayout.SOUTH);
        return panel;
    }

    private void arrangeTable() {
        String program = "thunderbird.exe";
        List<String> samples = List.of(
                texts.of("severity.amber") + "    ",
                texts.of("behaviour.scan", program, texts.of("ports.one", "65535")),
                texts.of("program.named", program, "99999"),
                texts.of("count", 1_000_000),
                "00/00/0000, 00:00:00",
                texts.of("incident.ignored"));
        for (int column = 0; column < samples.size(); column++) {
            table.makeRoom(column, samples.get(column));
            table.align(column, column == IncidentsModel.ATTEMPTS);
        }
        table.getAccessibleContext().setAccessibleName(texts.of("tab.incidents"));
        table.getColumnModel().getColumn(IncidentsModel.SEVERITY).setCellRenderer(new SeverityCell());
        table.menu(this::menu);
        Actions.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_K, KeyEvent.CTRL_DOWN_MASK), () -> choose(Answer.KILL));
        Actions.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_B, KeyEvent.CTRL_DOWN_MASK), () -> choose(Answer.BLOCK));
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        detail.presenter()
                .ifPresent(presenter -> presenter.page().prompt().choices().forEach(choice -> {
                    JMenuItem item = Plain.menuItem(choice.label());
                    item.setEnabled(choice.enabled());
                    item.addActionListener(event -> presenter.choose(choice.answer()));
                    menu.add(item);
                }));
        return menu;
    }

    private void choose(Answer answer) {
        detail.presenter().ifPresent(presenter -> presenter.choose(answer));
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
        return this;
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
        drawDetail();
    }

    /** Selects that incident. */
    void select(IncidentId id) {
        model.indexOf(id.toString()).ifPresent(row -> table.setRowSelectionInterval(row, row));
    }

    private void drawDetail() {
        int row = table.getSelectedRow();
        if (row >= 0 && row < model.getRowCount()) {
            IncidentPresenter wanted = presenters.apply(model.row(row));
            if (detail.presenter().filter(shown -> shown == wanted).isEmpty()) {
                detail.show(wanted);
            } else {
                detail.draw();
            }
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
