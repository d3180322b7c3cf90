package org.synwarden.tray;

import java.awt.EventQueue;
import java.time.ZoneId;
import java.util.Optional;
import org.synwarden.contract.Rows;
import org.synwarden.contract.StatusObject;

/**
 * All that the user sees, kept in step with the model: icon, notices and window. Everything here runs on the event thread
 * and none of it waits for anything.
 */
final class Screen {
    private final Wording words;
    private final ClientModel model;
    private final Redraw redraw = new Redraw(this::draw);
    private final Conversations conversations;
    private final Errands errands;
    private final Tabs tabs;
    private final StatusBar statusBar;
    private final MainWindow window;
    private final OptionsWindow options;
    private final Notices notices;
    private final ScreenCommands commands;
    private final Optional<TrayIconView> icon;

    /**
     * Puts the icon up, or opens the window where there is no place for an icon.
     *
     * @param user what is the user's own
     * @param exit called when the user wants the client to end
     */
    Screen(Texts texts, Appearance appearance, ServiceSide service, UserSide user, Runnable exit) {
        EventThread.require();
        Look.setUp(appearance);
        new Look(user.settings(), user.desktop(), Look::change).follow();
        this.words = Wording.of(texts, ZoneId.systemDefault());
        this.model = new ClientModel(words.incidents(), () -> user.settings().get(Notifications.SETTING));
        this.conversations = new Conversations(words, model, service, redraw::soon);
        this.errands = new Errands(texts, EventQueue::invokeLater);
        RowContext context = new RowContext(
                texts,
                new RowSubjects(texts, words.incidents()),
                service.deeds(),
                service.asker(),
                errands,
                user,
                this::goTo);
        this.tabs = new Tabs(words, model, service, user.reader(), context, conversations, redraw);
        this.statusBar = new StatusBar(texts, words.states(), new ServiceStart(texts, user.desktop(), redraw::soon));
        this.window = new MainWindow(texts.of("product"), tabs.all(), statusBar, this::windowClosed);
        this.options = new OptionsWindow(texts, new Options(texts, user.settings()));
        this.notices = new Notices(texts, model, conversations, user.attention(), this::open, this::balloon, redraw);
        this.commands = new ScreenCommands(model, user.settings(), tabs, window, options, notices, redraw, exit);
        this.icon = TrayIconView.install(
                model.state(),
                new TrayMenu(texts, new TrayMenuContent(texts, words.incidents(), commands)),
                commands,
                commands::menuState);
        if (icon.isEmpty()) {
            statusBar.sayNoTray();
            commands.open();
        }
        notices.start();
        redraw.now();
    }

    void link(LinkState state) {
        model.link(state);
        redraw.soon();
    }

    void status(StatusObject status) {
        model.status(status);
        redraw.soon();
    }

    void incidents(Rows rows) {
        model.incidents(rows);
        conversations.update();
        redraw.soon();
        notices.tell();
    }

    /** On the thread that brings them: they are many, and sorted there. */
    void connections(Rows rows) {
        tabs.connections(rows);
    }

    /** What the service says of anything else. */
    void rows(Rows rows) {
        tabs.apply(rows);
    }

    /** Shows the window. */
    void open() {
        commands.open();
    }

    private void open(IncidentId incident) {
        commands.open(incident);
    }

    private boolean goTo(RowSubject subject) {
        return commands.goTo(subject);
    }

    private void balloon(Balloon balloon) {
        icon.ifPresent(view -> view.balloon(balloon));
    }

    private void draw() {
        icon.ifPresent(view -> view.show(model.state(), words.states().tooltip(model)));
        window.refresh(model, tabs.connectionCount());
        notices.draw();
    }

    private void windowClosed() {
        if (icon.isEmpty()) {
            commands.exit();
        }
    }

    /** Takes everything away. */
    void close() {
        redraw.end();
        errands.close();
        tabs.close();
        notices.close();
        options.close();
        window.close();
        icon.ifPresent(TrayIconView::close);
    }
}
