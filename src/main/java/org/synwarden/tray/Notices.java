package org.synwarden.tray;

import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.Timer;

/**
 * Tells the user of incidents as soon as the user can be told something: by balloon, and by popup one after the other.
 * Event thread.
 */
final class Notices implements AutoCloseable {
    private static final int BEAT_MILLIS = 1_000;

    private final ClientModel model;
    private final Conversations conversations;
    private final AttentionAsker attention;
    private final PopupWindow popup;
    private final Consumer<Balloon> balloons;
    private final Redraw redraw;
    private final Timer beat = new Timer(BEAT_MILLIS, event -> pass());
    private boolean ended;

    /**
     * Tells nothing yet.
     *
     * @param opening what a click on the popup does
     * @param balloons shows a balloon
     */
    Notices(
            Texts texts,
            ClientModel model,
            Conversations conversations,
            AttentionAsker attention,
            Consumer<IncidentId> opening,
            Consumer<Balloon> balloons,
            Redraw redraw) {
        this.model = model;
        this.conversations = conversations;
        this.attention = attention;
        this.balloons = balloons;
        this.redraw = redraw;
        this.popup =
                new PopupWindow(texts, () -> model.popup().map(IncidentId::of).ifPresent(opening), this::popupAway);
    }

    /** From now on what the user could not be told at once is told later. */
    void start() {
        beat.start();
    }

    private void pass() {
        boolean before = model.suspension().isOn();
        model.pass(System.nanoTime());
        if (before != model.suspension().isOn()) {
            redraw.soon();
        }
        tell();
    }

    /** Asks first whether the user can be told something: the answer is as old as its question. */
    void tell() {
        if (model.hasToTell(System.nanoTime())) {
            attention.ask(this::tell);
        }
    }

    private void tell(Attention now) {
        if (!ended) {
            Optional<Balloon> balloon = model.tell(now, System.nanoTime());
            balloon.ifPresent(balloons);
            redraw.soon();
        }
    }

    /** Draws the popup as it is now. */
    void draw() {
        model.popup()
                .ifPresentOrElse(
                        incident -> popup.show(conversations.about(incident), model.popupsBehind()), popup::hide);
    }

    private void popupAway() {
        model.popupsAway();
        redraw.now();
    }

    @Override
    public void close() {
        ended = true;
        beat.stop();
        popup.close();
    }
}
