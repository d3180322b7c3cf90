package org.synwarden.tray;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.util.Optional;
import java.util.function.Consumer;

/** Has the windows look as the user chooses, at once. Event thread. */
final class Look {
    private final UserSettings settings;
    private final DesktopWorker desktop;
    private final Consumer<Appearance> wearing;

    /**
     * Changes nothing yet.
     *
     * @param wearing gives all windows that look: {@link #change}
     */
    Look(UserSettings settings, DesktopWorker desktop, Consumer<Appearance> wearing) {
        this.settings = settings;
        this.desktop = desktop;
        this.wearing = wearing;
    }

    /** From now on every choice takes effect. */
    void follow() {
        settings.watch(Theme.SETTING, this::chosen);
    }

    private void chosen() {
        if (settings.get(Theme.SETTING) == Theme.SYSTEM) {
            desktop.appearance(this::wear);
        } else {
            wear(Optional.empty());
        }
    }

    /** What is chosen by now holds: the system's answer may come after the next choice. */
    private void wear(Optional<Appearance> ofSystem) {
        wearing.accept(settings.get(Theme.SETTING).appearance(ofSystem));
    }

    /** Sets up the look for windows that are not made yet. */
    static void setUp(Appearance appearance) {
        FlatLaf.registerCustomDefaultsSource("org.synwarden.tray");
        switch (appearance) {
            case LIGHT -> FlatLightLaf.setup();
            case DARK -> FlatDarkLaf.setup();
        }
    }

    /** Gives the windows that are there another look. */
    static void change(Appearance appearance) {
        EventThread.require();
        setUp(appearance);
        FlatLaf.updateUI();
    }
}
