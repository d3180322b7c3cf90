package org.synwarden.tray;

import java.awt.EventQueue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.Timer;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.StatusObject;

/**
 * All that the user sees, kept in step with the model: icon, balloon, popup and window. Everything here runs on the
 * event thread and none of it waits for anything.
 */
final class Screen implements IncidentPresenter.Client, TrayMenuContent.Commands {
    private static final int BEAT_MILLIS = 1_000;

    private final Texts texts;
    private final IncidentText text;
    private final StateText stateText;
    private final ClientModel model;
    private final ServiceSide service;
    private final UserSide user;
    private final Runnable exit;
    private final Map<IncidentId, IncidentPresenter> presenters = new HashMap<>();
    private final Errands errands;
    private final RowWorker rowWorker = new RowWorker();
    private final IncidentsPanel incidents;
    private final ConnectionsPanel connections;
    private final PacketsPanel packets;
    private final HistoryPanel history;
    private final RulesPanel rules;
    private final StatusBar statusBar;
    private final MainWindow window;
    private final PopupWindow popup;
    private final OptionsWindow options;
    private final Optional<TrayIconView> icon;
    private final Timer beat;
    private boolean refreshPending;
    private boolean closed;

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
        this.texts = texts;
        ZoneId zone = ZoneId.systemDefault();
        Moments moments = new Moments(texts.locale(), zone);
        this.text = new IncidentText(texts, zone);
        this.stateText = new StateText(texts, text);
        this.model = new ClientModel(text, () -> user.settings().get(Notifications.SETTING));
        this.service = service;
        this.user = user;
        this.exit = exit;
        this.incidents = new IncidentsPanel(texts, text, model, this::presenter);
        this.errands = new Errands(texts, EventQueue::invokeLater);
        RowContext rows = new RowContext(
                texts, new RowSubjects(texts, text), service.deeds(), errands, user.desktop(), this::goTo);
        this.connections =
                new ConnectionsPanel(texts, service, rows, rowWorker, EventQueue::invokeLater, this::refreshSoon);
        this.packets = new PacketsPanel(texts, service, rows);
        this.history = new HistoryPanel(text, moments, service, user.reader(), rows);
        this.rules = new RulesPanel(texts, new RuleText(texts, moments), model.rules(), service);
        this.statusBar = new StatusBar(texts, stateText);
        this.window = new MainWindow(
                texts.of("product"),
                List.of(incidents, connections, packets, history, rules),
                statusBar,
                this::windowClosed);
        this.popup = new PopupWindow(texts, this::openFromPopup, this::popupAway);
        this.options = new OptionsWindow(texts, new Options(texts, user.settings()));
        this.icon = TrayIconView.install(
                model.state(), new TrayMenu(texts, new TrayMenuContent(texts, text, this)), this, this::menuState);
        if (icon.isEmpty()) {
            statusBar.sayNoTray();
            open();
        }
        beat = new Timer(BEAT_MILLIS, event -> pass());
        beat.start();
        refresh();
    }

    void link(LinkState state) {
        model.link(state);
        refreshSoon();
    }

    void status(StatusObject status) {
        model.status(status);
        refreshSoon();
    }

    void incidents(Rows rows) {
        model.incidents(rows);
        presenters.keySet().removeIf(id -> model.incidents().find(id).isEmpty());
        model.incidents().all().forEach(incident -> {
            IncidentPresenter known = presenters.get(IncidentId.of(incident));
            if (known != null) {
                known.update(incident);
            }
        });
        refreshSoon();
        tell();
    }

    /** On the thread that brings them: they are many, and sorted there. */
    void connections(Rows rows) {
        connections.apply(rows);
    }

    void packets(Rows rows) {
        packets.apply(rows);
        refreshSoon();
    }

    void rules(Rows rows) {
        rules.apply(rows);
    }

    private IncidentPresenter presenter(IncidentObject incident) {
        return presenters.computeIfAbsent(IncidentId.of(incident), id -> {
            IncidentPresenter presenter = new IncidentPresenter(incident, texts, text, service.deeds(), this);
            presenter.watch(this::refreshSoon);
            return presenter;
        });
    }

    /** However many incidents have grown, all is drawn once. */
    private void refreshSoon() {
        if (!refreshPending) {
            refreshPending = true;
            EventQueue.invokeLater(this::refresh);
        }
    }

    private void refresh() {
        refreshPending = false;
        if (closed) {
            return;
        }
        icon.ifPresent(view -> view.show(model.state(), stateText.tooltip(model)));
        window.refresh(model, connections.rows());
        model.popup().ifPresentOrElse(incident -> popup.show(presenter(incident), model.popupsBehind()), popup::hide);
    }

    private void pass() {
        boolean before = model.suspension().isOn();
        model.pass(System.nanoTime());
        if (before != model.suspension().isOn()) {
            refreshSoon();
        }
        tell();
    }

    /** Asks first whether the user can be told something: the answer is as old as its question. */
    private void tell() {
        if (model.hasToTell(System.nanoTime())) {
            user.attention().ask(this::tell);
        }
    }

    private void tell(Attention attention) {
        if (!closed) {
            model.tell(attention, System.nanoTime())
                    .ifPresent(balloon -> icon.ifPresent(view -> view.balloon(balloon)));
            refreshSoon();
        }
    }

    private TrayMenuContent.State menuState() {
        return new TrayMenuContent.State(
                model.incidents().all(),
                model.suspension().isOn(),
                user.settings().get(Notifications.SETTING));
    }

    @Override
    public void suspend(Suspension.Span span) {
        model.suspend(span, System.nanoTime(), Instant.now());
        refreshSoon();
    }

    @Override
    public void resume() {
        model.resume();
        refreshSoon();
        tell();
    }

    @Override
    public void choose(Notifications notifications) {
        user.settings().set(Notifications.SETTING, notifications);
    }

    @Override
    public void options() {
        options.open();
    }

    @Override
    public boolean isIgnored(IncidentId id) {
        return model.incidents().isIgnored(id);
    }

    @Override
    public void ignore(IncidentId id) {
        model.incidents().ignore(id);
    }

    @Override
    public void noticeAgain(IncidentId id) {
        model.incidents().noticeAgain(id);
    }

    @Override
    public void finished(IncidentId id) {
        model.popupDone(id);
        refreshSoon();
    }

    @Override
    public void open() {
        boolean calls = !model.incidents().calling().isEmpty();
        Tab first = calls ? incidents : connections;
        model.popupsAway();
        if (window.isVisible()) {
            window.open();
        } else {
            window.open(first);
        }
        refresh();
    }

    @Override
    public void open(IncidentId id) {
        model.popupsAway();
        window.open(incidents);
        incidents.select(id);
        refresh();
    }

    private boolean goTo(RowSubject subject) {
        Optional<IncidentId> id = subject.incident()
                .or(() -> subject.process().flatMap(process -> model.incidents().of(process)));
        id.ifPresent(this::open);
        return id.isPresent();
    }

    private void openFromPopup() {
        model.popup().map(IncidentId::of).ifPresent(this::open);
    }

    private void popupAway() {
        model.popupsAway();
        refresh();
    }

    private void windowClosed() {
        if (icon.isEmpty()) {
            exit();
        }
    }

    @Override
    public void exit() {
        exit.run();
    }

    /** Takes everything away. */
    void close() {
        closed = true;
        errands.close();
        rowWorker.close();
        beat.stop();
        popup.close();
        options.close();
        window.close();
        icon.ifPresent(TrayIconView::close);
    }
}
