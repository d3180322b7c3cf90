package org.synwarden.tray;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.UIManager;
import org.synwarden.contract.Rows;

/**
 * The live connection table under its bar; what it asks is asked in a strip below it, never in a dialog. Event thread, but
 * for {@link #apply}.
 */
final class ConnectionsPanel extends JPanel implements Tab {
    private static final String TOPIC = "sockets";
    private static final int BEAT_MILLIS = 250;

    private final transient Texts texts;
    private final transient ServiceSide service;
    private final transient UserSettings settings;
    private final transient Runnable changed;
    private final transient ConnectionFeed feed;
    private final ConnectionsModel model;
    private final PlainTable table;
    private final ConnectionsBar bar;
    private final Timer beat;
    private boolean inView;

    /**
     * An empty table.
     *
     * @param context what the commands on rows need
     * @param worker where rows are sorted and filtered
     * @param presenters the event thread
     * @param changed called when there are other connections than before
     */
    ConnectionsPanel(
            Texts texts,
            ServiceSide service,
            RowContext context,
            Executor worker,
            Executor presenters,
            Runnable changed) {
        super(new BorderLayout());
        this.texts = texts;
        this.service = service;
        this.settings = context.user().settings();
        this.changed = changed;
        this.feed = new ConnectionFeed(worker, presenters, System::nanoTime, this::draw);
        this.model = new ConnectionsModel(texts);
        this.table = new PlainTable(model, model);
        this.bar = new ConnectionsBar(texts, context.user().settings(), feed, this::every);
        this.beat = new Timer(BEAT_MILLIS, event -> feed.expire());
        arrangeTable(context.user());
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(bar, BorderLayout.NORTH);
        add(scroll);
        add(
                new RowCommands(context, table, new ConnectionRows(texts, table, model, context)).bars(),
                BorderLayout.SOUTH);
    }

    private void arrangeTable(UserSide user) {
        table.setRowSorter(new ConnectionSorter(model, feed::sortBy));
        table.getAccessibleContext().setAccessibleName(texts.of("tab.connections"));
        table.setAutoResizeMode(PlainTable.AUTO_RESIZE_OFF);
        table.arrange(
                ConnectionsModel.COLUMNS.stream().map(ConnectionColumn::sample).toList(),
                column -> ConnectionsModel.COLUMNS.get(column).isNumber());
        table.tint(this::tint);
        ProgramCell.install(
                table,
                ConnectionColumn.PROCESS.ordinal(),
                user.icons(),
                row -> model.view().rows().get(row).socket().process());
        List<String> headings =
                ConnectionsModel.COLUMNS.stream().map(ConnectionColumn::key).toList();
        TableColumns.install(texts, user.settings(), table, "connections", headings);
        Actions.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_F6, 0), bar::togglePause);
        Actions.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_F5, 0), this::refreshNow);
    }

    /** The service tells that often from now on, too. */
    private void every(Duration speed) {
        feed.every(speed);
        if (inView) {
            follow();
        }
    }

    private void follow() {
        feed.showNext();
        Duration speed = settings.get(UpdateSpeed.SETTING).interval();
        service.topics().follow(TOPIC, (int) speed.toMillis());
    }

    private void refreshNow() {
        feed.refresh();
        feed.showNext();
        service.topics().refresh(TOPIC);
    }

    private Optional<Color> tint(int row) {
        return switch (model.view().mark(row)) {
            case NONE -> Optional.empty();
            case NEW -> Optional.ofNullable(UIManager.getColor("Connection.new"));
            case CHANGED -> Optional.ofNullable(UIManager.getColor("Connection.changed"));
            case CLOSING -> Optional.ofNullable(UIManager.getColor("Connection.closing"));
        };
    }

    private void draw(ConnectionView view) {
        EventThread.require();
        model.show(view);
        bar.count(view.living(), view.total());
        changed.run();
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
        inView = now;
        if (now) {
            follow();
            beat.start();
        } else {
            service.topics().letGo(TOPIC);
            beat.stop();
        }
    }

    /** Takes over what the service says, on the thread that brings it. */
    void apply(Rows rows) {
        feed.apply(rows);
    }

    /** Shows only what that filter lets through; says whether it was not in force already. */
    boolean show(String filter) {
        return bar.show(filter);
    }

    /** How many connections there are; not known while they are not in view. */
    OptionalInt rows() {
        return inView ? OptionalInt.of(model.view().total()) : OptionalInt.empty();
    }
}
