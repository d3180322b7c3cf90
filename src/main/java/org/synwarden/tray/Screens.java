package org.synwarden.tray;

import java.awt.EventQueue;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;

/**
 * The screen in the language that the user has chosen: with another choice it is made anew, at once. What is known, what is
 * still to be told, the icon, and the frame of the window outlive it. Event thread, but for {@link #now}.
 */
final class Screens {
    private final ServiceSide service;
    private final UserSide user;
    private final Supplier<Texts> words;
    private final Runnable exit;
    private final ClientModel model;
    private final WindowFrame frame;
    private final Optional<TrayIconView> icon;
    private volatile Screen screen;

    /**
     * Puts the icon up, or opens the window where there is no place for an icon; who comes for the first time is welcomed.
     *
     * @param user what is the user's own
     * @param words those in the language that is chosen by now
     * @param exit called when the user wants the client to end
     */
    Screens(Appearance appearance, ServiceSide service, UserSide user, Supplier<Texts> words, Runnable exit) {
        EventThread.require();
        this.service = service;
        this.user = user;
        this.words = words;
        this.exit = exit;
        Look.setUp(appearance);
        new Look(user.settings(), user.desktop(), Look::change).follow();
        IncidentText text = new IncidentText(words.get(), ZoneId.systemDefault());
        this.model = new ClientModel(text, () -> user.settings().get(Notifications.SETTING));
        this.frame = new WindowFrame(user.settings());
        this.icon = TrayIconView.install(model.state());
        this.screen = screen();
        screen.start();
        user.settings().watch(Language.SETTING, () -> EventQueue.invokeLater(this::speakAnew));
    }

    private Screen screen() {
        Texts texts = words.get();
        JComponent.setDefaultLocale(texts.locale());
        return new Screen(texts, model, frame.frame(), icon, service, user, exit);
    }

    private void speakAnew() {
        Screen.Open open = screen.open();
        screen.close();
        screen = screen();
        screen.reopen(open);
    }

    /** The one that is seen now. Any thread. */
    Screen now() {
        return screen;
    }

    /** Takes everything away. */
    void close() {
        screen.close();
        frame.close();
        icon.ifPresent(TrayIconView::close);
    }
}
