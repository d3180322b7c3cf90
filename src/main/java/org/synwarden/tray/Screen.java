package org.synwarden.tray;

import java.awt.EventQueue;
import java.time.ZoneId;
import java.util.Optional;
import javax.swing.JFrame;
import org.synwarden.contract.Rows;
import org.synwarden.contract.StatusObject;

/**
 * All that the user sees in one language, kept in step with the model: icon, notices and windows. Everything here runs on the event thread
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
    private final WelcomeWindow welcome;
    private final OptionsWindow options;
    private final Notices notices;
    private final ScreenCommands commands;
    private final Optional<TrayIconView> icon;
    private final UserSettings settings;
    private final ProcessIcons icons;

    /** Which of its small windows are open. */
    record Open(boolean options, boolean welcome) {}

    /**
     * A screen of which nothing is open yet.
     *
     * @param model what is known already
     * @param frame of the window; nobody else has anything in it
     * @param icon empty where the desktop has no place for one
     * @param user what is the user's own
     * @param exit called when the user wants the client to end
     */
    Screen(
            Texts texts,
            ClientModel model,
            JFrame frame,
            Optional<TrayIconView> icon,
            ServiceSide service,
            UserSide user,
            Runnable exit) {
        EventThread.require();
        this.words = Wording.of(texts, ZoneId.systemDefault());
        this.model = model;
        model.speak(words.incidents());
        this.icon = icon;
        this.settings = user.settings();
        this.icons = user.icons();
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
        this.window = new MainWindow(frame, texts, tabs.all(), statusBar, settings, this::windowClosed);
        this.welcome =
                new WelcomeWindow(texts, new Welcome(words, model, service.asker(), redraw::soon), this::openWindow);
        this.options = new OptionsWindow(texts, new Options(texts, settings), welcome::open);
        window.offer(texts.of("tray.options"), options::open);
        this.notices = new Notices(texts, model, conversations, user.attention(), this::open, this::balloon, redraw);
        this.commands = new ScreenCommands(model, settings, tabs, window, options, notices, redraw, exit);
        TrayMenu menu = new TrayMenu(texts, new TrayMenuContent(texts, words.incidents(), commands));
        icon.ifPresent(view -> view.serve(menu, commands, commands::menuState));
        if (icon.isEmpty()) {
            statusBar.sayNoTray();
        }
        notices.start();
        redraw.now();
    }

    /** Opens the window where there is no icon, and welcomes who comes for the first time. */
    void start() {
        if (icon.isEmpty()) {
            commands.open();
        }
        if (!settings.get(Welcome.TOLD)) {
            settings.set(Welcome.TOLD, true);
            welcome.appear();
        }
    }

    /** Which of its small windows are open now. */
    Open open() {
        return new Open(options.isVisible(), welcome.isVisible());
    }

    /** Opens those; the window stands as it stood. */
    void reopen(Open before) {
        window.look();
        if (before.welcome()) {
            welcome.open();
        }
        if (before.options()) {
            options.reopen();
        }
        redraw.now();
    }

    void link(LinkState state) {
        model.link(state);
        if (state.isConnected()) {
            window.askAgain();
        }
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
    void openWindow() {
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
        welcome.refresh();
        notices.draw();
    }

    private void windowClosed() {
        if (icon.isEmpty()) {
            commands.exit();
        }
    }

    /** Takes everything away but the icon. */
    void close() {
        redraw.end();
        errands.close();
        tabs.close();
        notices.close();
        options.close();
        welcome.close();
        window.close();
        icons.watchNoMore();
    }
}
