package org.synwarden.tray;

import java.time.Instant;
import java.util.Optional;
import org.synwarden.contract.ProcessObject;

/** What the user can do from the icon, its menu, the popup and the rows of tables to the client as a whole. Event thread. */
final class ScreenCommands implements TrayMenuContent.Commands {
    private final ClientModel model;
    private final UserSettings settings;
    private final Tabs tabs;
    private final MainWindow window;
    private final OptionsWindow options;
    private final Notices notices;
    private final Redraw redraw;
    private final Runnable exit;

    ScreenCommands(
            ClientModel model,
            UserSettings settings,
            Tabs tabs,
            MainWindow window,
            OptionsWindow options,
            Notices notices,
            Redraw redraw,
            Runnable exit) {
        this.model = model;
        this.settings = settings;
        this.tabs = tabs;
        this.window = window;
        this.options = options;
        this.notices = notices;
        this.redraw = redraw;
        this.exit = exit;
    }

    @Override
    public void open() {
        boolean calls = !model.incidents().calling().isEmpty();
        model.popupsAway();
        if (calls && !window.isVisible()) {
            window.open(tabs.incidents());
        } else {
            window.open();
        }
        redraw.now();
    }

    @Override
    public void open(IncidentId id) {
        model.popupsAway();
        window.open(tabs.incidents());
        tabs.incidents().select(id);
        redraw.now();
    }

    /**
     * Shows the incident that a row is about as it is now, else the connections of its process; says whether there is anything
     * that is not shown already.
     */
    boolean goTo(RowSubject subject) {
        Optional<IncidentId> told = subject.incident()
                .filter(id -> model.incidents().find(id).isPresent())
                .or(() -> subject.process().flatMap(process -> model.incidents().of(process)));
        Optional<IncidentId> elsewhere = told.filter(id -> !tabs.incidents().shows(id));
        elsewhere.ifPresent(this::open);
        boolean isKnown = told.isPresent() || subject.incident().isEmpty();
        return elsewhere.isPresent()
                || isKnown && subject.process().filter(this::openConnections).isPresent();
    }

    private boolean openConnections(ProcessObject process) {
        boolean elsewhere = !tabs.connections().isShowing();
        boolean other = tabs.connections().show(RowFilter.of(process));
        if (elsewhere) {
            window.open(tabs.connections());
        }
        return elsewhere || other;
    }

    @Override
    public void suspend(Suspension.Span span) {
        model.suspend(span, System.nanoTime(), Instant.now());
        redraw.soon();
    }

    @Override
    public void resume() {
        model.resume();
        redraw.soon();
        notices.tell();
    }

    @Override
    public void choose(Notifications notifications) {
        settings.set(Notifications.SETTING, notifications);
    }

    @Override
    public void options() {
        options.open();
    }

    @Override
    public void exit() {
        exit.run();
    }

    /** What the menu of the icon depends on, as it is now. */
    TrayMenuContent.State menuState() {
        return new TrayMenuContent.State(
                model.incidents().all(), model.suspension().isOn(), settings.get(Notifications.SETTING));
    }
}
