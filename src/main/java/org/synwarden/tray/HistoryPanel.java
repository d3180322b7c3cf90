package org.synwarden.tray;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.synwarden.contract.IncidentObject;

/** Incidents of the past with what was done, and the question who used a port. Event thread. */
final class HistoryPanel extends JPanel implements Tab {
    private static final int TEXT_WIDTH = 760;
    private static final int DETAIL_HEIGHT = 220;
    private static final int NUMBERS = 4;

    private final transient Texts texts;
    private final transient HistoryPresenter presenter;
    private final HistoryModel model;
    private final PlainTable table;
    private final transient RowCommands commands;
    private final JTextField line = new JTextField();
    private final JComboBox<String> span;
    private final FactsPanel facts = new FactsPanel(TEXT_WIDTH);
    private final WrappedText trouble = new WrappedText(TEXT_WIDTH);
    private transient String opened = "";

    HistoryPanel(IncidentText text, Moments moments, ServiceSide service, QuestionReader reader, RowContext context) {
        super(new BorderLayout());
        this.texts = context.texts();
        this.presenter = new HistoryPresenter(
                new HistoryText(texts, text, moments), reader, service.asker(), Instant::now, this::refresh);
        this.model = new HistoryModel(texts, moments);
        this.table = new PlainTable(model, model);
        this.span = new JComboBox<>(Stream.of(HistorySpan.values())
                .map(back -> texts.of("history.span", back.days()))
                .toArray(String[]::new));
        this.commands = new RowCommands(context, table, rows(context.subjects()));
        arrangeTable(context.user().settings());
        add(form(), BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll);
        add(detail(), BorderLayout.SOUTH);
    }

    private RowCommands.Rows rows(RowSubjects subjects) {
        return new RowCommands.Rows() {
            @Override
            public Optional<RowSubject> selected() {
                int row = table.getSelectedRow();
                return row < 0
                        ? Optional.empty()
                        : Optional.of(subject(subjects, model.rows().get(row)));
            }

            @Override
            public String name() {
                return "history";
            }

            @Override
            public List<SaveFormat> formats() {
                return List.of(
                        model.csv(),
                        SaveFormat.jsonLines(
                                texts,
                                () -> model.rows().stream()
                                        .map(HistoryRow::object)
                                        .toList()));
            }
        };
    }

    private RowSubject subject(RowSubjects subjects, HistoryRow row) {
        return row.incident().map(subjects::of).orElseGet(() -> {
            Optional<IncidentObject> because = row.measure().flatMap(presenter::because);
            return subjects.of(row, because);
        });
    }

    private void who() {
        presenter.who(line.getText());
    }

    private JPanel form() {
        JLabel label = new JLabel(texts.of("history.who"));
        label.setLabelFor(line);
        line.setToolTipText(texts.of("history.who.tip"));
        line.addActionListener(event -> who());
        JButton ask = new JButton(texts.of("history.ask"));
        ask.addActionListener(event -> who());
        span.getAccessibleContext().setAccessibleName(texts.of("history.span.name"));
        span.addActionListener(event -> presenter.look(HistorySpan.values()[span.getSelectedIndex()]));
        JPanel form = new JPanel(new MigLayout("insets 8 16 8 16, fillx", "[][grow,fill][]24[]"));
        form.add(label);
        form.add(line);
        form.add(ask);
        form.add(span);
        return form;
    }

    private JPanel detail() {
        trouble.setForeground(UIManager.getColor("Actions.Red"));
        JPanel answer = new JPanel(new MigLayout("insets 12 16 14 16, gap 0, wrap 1, hidemode 3"));
        answer.add(trouble, "gapbottom 8");
        answer.add(facts);
        JScrollPane scroll = new JScrollPane(answer);
        scroll.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, UIManager.getColor("Component.borderColor")));
        scroll.setPreferredSize(new Dimension(0, DETAIL_HEIGHT));
        JPanel south = new JPanel(new BorderLayout());
        south.add(commands.bars(), BorderLayout.NORTH);
        south.add(scroll);
        return south;
    }

    private void arrangeTable(UserSettings settings) {
        List<String> samples = List.of(
                "Wednesday, September 30, 2026",
                "00:00:00 AM",
                texts.of("behaviour.scan", "thunderbird.exe", texts.of("ports.one", "445")),
                "thunderbird.exe (65535)",
                "1,000,000",
                texts.of("incident.closed"));
        table.arrange(samples, column -> column == NUMBERS);
        TableColumns.install(texts, settings, table, "history", model.headingKeys());
        table.getAccessibleContext().setAccessibleName(texts.of("tab.history"));
        table.getSelectionModel().addListSelectionListener(event -> {
            int row = table.getSelectedRow();
            if (!event.getValueIsAdjusting() && row >= 0 && row < model.getRowCount()) {
                open(model.row(row));
            }
        });
    }

    /** The table selects its row again whenever it is drawn anew: what is shown already is not asked for once more. */
    private void open(HistoryRow row) {
        if (!row.key().equals(opened)) {
            opened = row.key();
            presenter.open(row);
        }
    }

    @Override
    public String title() {
        return texts.of("tab.history");
    }

    @Override
    public JComponent content() {
        return this;
    }

    @Override
    public void inView(boolean now) {
        if (now) {
            presenter.ask();
        }
    }

    @Override
    public void refresh() {
        EventThread.require();
        model.show(presenter.rows());
        facts.show(presenter.facts());
        trouble.setVisible(presenter.trouble().isPresent());
        trouble.setText(presenter.trouble().orElse(""));
    }
}
