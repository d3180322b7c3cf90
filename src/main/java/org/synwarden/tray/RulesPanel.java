package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import javax.swing.table.TableColumn;
import net.miginfocom.swing.MigLayout;
import org.synwarden.contract.Rows;

/** What is blocked, approved and snoozed, and how to take it back. Event thread. */
final class RulesPanel extends JPanel implements Tab {
    private static final int TEXT_WIDTH = 760;
    private static final int INTERVAL_MILLIS = 2_000;
    private static final String NONE = "none";
    private static final String SOME = "some";
    private static final KeyStroke DELETE = KeyStroke.getKeyStroke(KeyEvent.VK_DELETE, 0);

    private final transient Texts texts;
    private final transient ClientModel client;
    private final transient ServiceSide service;
    private final transient RowContext context;
    private final transient RulesPresenter presenter;
    private final RulesModel model;
    private final PlainTable table;
    private final transient RowCommands commands;
    private final JLabel what = Plain.label();
    private final FactsPanel facts = new FactsPanel(TEXT_WIDTH);
    private final PromptPanel prompt;
    private final JPanel detail = new JPanel(new MigLayout("insets 12 16 14 16, gap 0, wrap 1, hidemode 3"));
    private final WrappedText trouble = new WrappedText(TEXT_WIDTH);
    private final CardLayout cards = new CardLayout();

    RulesPanel(RuleText text, ClientModel client, ServiceSide service, RowContext context) {
        this.texts = context.texts();
        this.client = client;
        this.service = service;
        this.context = context;
        this.presenter = new RulesPresenter(texts, text, client.rules(), service, this::refresh);
        this.model = new RulesModel(texts);
        this.table = new PlainTable(model, model);
        this.prompt = new PromptPanel(TEXT_WIDTH, presenter::choose);
        this.commands = new RowCommands(context, table, new Listed());
        setLayout(cards);
        add(new EmptyNote(texts.of("rules.none"), texts.of("rules.none.more")), NONE);
        add(some(), SOME);
    }

    private JPanel some() {
        arrangeTable();
        what.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
        detail.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, UIManager.getColor("Component.borderColor")));
        trouble.setForeground(UIManager.getColor("Actions.Red"));
        detail.add(trouble, "gapbottom 8");
        detail.add(what, "wmax " + TEXT_WIDTH);
        detail.add(facts, "gaptop 8");
        detail.add(prompt, "gaptop 12");
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        JPanel below = new JPanel(new BorderLayout());
        below.add(commands.bars(), BorderLayout.NORTH);
        below.add(detail);
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(scroll);
        panel.add(below, BorderLayout.SOUTH);
        return panel;
    }

    private static String longest(String... words) {
        return Collections.max(List.of(words), Comparator.comparingInt(String::length));
    }

    private void arrangeTable() {
        String moment = "0000/00/00, 00:00:00 AM";
        List<String> samples = List.of(
                longest(texts.of("kind.block"), texts.of("kind.approval"), texts.of("kind.snooze")),
                texts.of("scope.port", texts.of("scope.every-program"), "TCP", "65535"),
                texts.of("behaviour.scan", "thunderbird.exe", texts.of("ports.one", "445")),
                texts.of("effect.effective.since", moment),
                moment,
                moment);
        table.arrange(samples, column -> false);
        // In a narrow window the words give way: their tooltips tell the rest, a kind or moment cut short tells
        // nothing.
        for (int column : List.of(RulesModel.KIND, RulesModel.SINCE, RulesModel.UNTIL)) {
            TableColumn of = table.getColumnModel().getColumn(column);
            of.setMinWidth(of.getPreferredWidth());
        }
        table.getAccessibleContext().setAccessibleName(texts.of("tab.rules"));
        table.getColumnModel().getColumn(RulesModel.EFFECT).setCellRenderer(new EffectCell());
        TableColumns.install(texts, context.user().settings(), table, "rules", model.headingKeys());
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                int row = table.getSelectedRow();
                presenter.select(row < 0 ? Optional.empty() : Optional.of(model.key(row)));
            }
        });
        Actions.bind(table, DELETE, () -> presenter.choose(Answer.UNDO));
    }

    /** Takes over what the service says about blocks. */
    void apply(Rows rows) {
        EventThread.require();
        presenter.apply(rows);
    }

    @Override
    public String title() {
        return texts.of("tab.rules");
    }

    @Override
    public JComponent content() {
        return this;
    }

    @Override
    public void inView(boolean now) {
        if (now) {
            service.topics().follow("rules", INTERVAL_MILLIS);
            presenter.askExemptions();
        } else {
            service.topics().letGo("rules");
        }
    }

    @Override
    public void refresh() {
        EventThread.require();
        model.show(presenter.rows());
        if (table.getSelectedRow() < 0 && model.getRowCount() > 0) {
            table.setRowSelectionInterval(0, 0);
        }
        Optional<RuleRow> selected = presenter.selection();
        what.setVisible(selected.isPresent());
        facts.setVisible(selected.isPresent());
        selected.ifPresent(row -> {
            what.setText(row.what());
            facts.show(row.facts());
        });
        Optional<Prompt> asked = presenter.prompt();
        prompt.setVisible(asked.isPresent());
        asked.ifPresent(prompt::show);
        trouble.setVisible(presenter.trouble().isPresent());
        trouble.setText(presenter.trouble().orElse(""));
        boolean nothing = model.getRowCount() == 0
                && asked.isEmpty()
                && presenter.trouble().isEmpty();
        cards.show(this, nothing ? NONE : SOME);
    }

    /** The rows for {@link RowCommands}. */
    private final class Listed implements RowCommands.Rows {
        @Override
        public Optional<RowSubject> selected() {
            return presenter
                    .selection()
                    .map(row ->
                            context.subjects().of(row, row.about().incident().flatMap(client.incidents()::of)));
        }

        @Override
        public String name() {
            return "rules";
        }

        @Override
        public List<SaveFormat> formats() {
            return List.of(
                    model.csv(),
                    SaveFormat.jsonLines(
                            texts,
                            () -> model.rows().stream()
                                    .map(row -> row.about().object())
                                    .toList()));
        }

        @Override
        public List<JMenuItem> own() {
            JMenuItem undo = Plain.menuItem(texts.of("choice.undo.ask"));
            Actions.show(undo, DELETE);
            undo.addActionListener(event -> presenter.choose(Answer.UNDO));
            return List.of(undo);
        }
    }

    /** What a block does, with a mark for how well. */
    private final class EffectCell extends PlainTable.Cell {
        EffectCell() {
            super(SwingConstants.LEADING);
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable owner, Object value, boolean selected, boolean focused, int row, int column) {
            Icon mark = model.row(row).mark();
            setIcon(mark);
            return super.getTableCellRendererComponent(owner, value, selected, focused, row, column);
        }
    }
}
