package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The look follows the choice at once, and the system only while that is chosen. */
class LookTest {
    private final ScriptedDesktop desktop = new ScriptedDesktop();
    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final DesktopWorker worker = new DesktopWorker(desktop, answers::add, () -> new Texts(Locale.ENGLISH));
    private final UserSettings settings = UserSettings.ofDefaults();
    private final List<Appearance> worn = new ArrayList<>();

    @BeforeEach
    void follow() {
        desktop.turn(Appearance.DARK);
        new Look(settings, worker, worn::add).follow();
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void lightAndDarkAreThereAtOnce() {
        settings.set(Theme.SETTING, Theme.LIGHT);
        settings.set(Theme.SETTING, Theme.DARK);

        assertThat(worn).containsExactly(Appearance.LIGHT, Appearance.DARK);
    }

    @Test
    void theSystemIsAskedForItsLook() throws InterruptedException {
        settings.set(Theme.SETTING, Theme.LIGHT);
        settings.set(Theme.SETTING, Theme.SYSTEM);
        answers.take().run();

        assertThat(worn).containsExactly(Appearance.LIGHT, Appearance.DARK);
    }

    @Test
    void anAnswerOfTheSystemDoesNotUndoALaterChoice() throws InterruptedException {
        settings.set(Theme.SETTING, Theme.DARK);
        settings.set(Theme.SETTING, Theme.SYSTEM);
        settings.set(Theme.SETTING, Theme.LIGHT);
        answers.take().run();

        assertThat(worn).last().isEqualTo(Appearance.LIGHT);
    }
}
