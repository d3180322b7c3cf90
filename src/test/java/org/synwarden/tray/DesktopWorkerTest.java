package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the user clicks is done elsewhere, and what became of it is told in the user's words. */
class DesktopWorkerTest {
    private final ScriptedDesktop desktop = new ScriptedDesktop();
    private final BlockingQueue<Runnable> presenters = new LinkedBlockingQueue<>();
    private final DesktopWorker worker = new DesktopWorker(desktop, presenters::add, () -> new Texts(Locale.ENGLISH));
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        worker.close();
    }

    private void asAdministrator() {
        worker.asAdministrator(
                AdministratorTask.startService(),
                refusal -> told.add(refusal.map(DesktopWorker.Refusal::why).orElse("done")));
    }

    @Test
    void tellsWhatBecameOfIt() throws InterruptedException {
        asAdministrator();
        presenters.take().run();
        assertThat(desktop.asked()).containsExactly("as administrator service start");
        assertThat(told).containsExactly("done");
    }

    @Test
    void tellsWhyItWasNotDone() throws InterruptedException {
        desktop.refuse(DesktopException.Reason.DECLINED, "x");
        asAdministrator();
        presenters.take().run();
        desktop.refuse(DesktopException.Reason.UNAVAILABLE, "sudo synwarden service start");
        asAdministrator();
        presenters.take().run();
        desktop.refuse(DesktopException.Reason.GONE, "C:\\worm.exe");
        worker.showInFolder("C:\\worm.exe", told::add);
        presenters.take().run();
        assertThat(told)
                .containsExactly(
                        "Not done: you, or an administrator, did not agree.",
                        "This desktop cannot do it. Do it yourself: sudo synwarden service start",
                        "No longer there: C:\\worm.exe");
    }

    @Test
    void refusesWhatIsTooMuch() throws InterruptedException {
        CountDownLatch dialogue = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        desktop.whenAsked(() -> {
            open.countDown();
            dialogue.await();
        });
        asAdministrator();
        open.await();
        for (int i = 0; i <= DesktopWorker.MOST_WAITING; i++) {
            worker.browse(WebAddress.search("worm"), told::add);
        }
        presenters.take().run();
        assertThat(told).containsExactly("Not done: too much is being opened already.");
        dialogue.countDown();
    }

    @Test
    void followsTheSystemOnlyWhereTheUserWantsThat() {
        assertThat(Theme.SYSTEM.appearance(Optional.of(Appearance.DARK))).isEqualTo(Appearance.DARK);
        assertThat(Theme.SYSTEM.appearance(Optional.empty())).isEqualTo(Appearance.LIGHT);
        assertThat(Theme.LIGHT.appearance(Optional.of(Appearance.DARK))).isEqualTo(Appearance.LIGHT);
        assertThat(Theme.DARK.appearance(Optional.of(Appearance.LIGHT))).isEqualTo(Appearance.DARK);
        assertThat(Language.SYSTEM.locale(Locale.GERMANY)).isEqualTo(Locale.GERMANY);
        assertThat(Language.ENGLISH.locale(Locale.UK)).isEqualTo(Locale.UK);
        assertThat(Language.ENGLISH.locale(Locale.JAPAN)).isEqualTo(Locale.ENGLISH);
        assertThat(Language.JAPANESE.locale(Locale.UK)).isEqualTo(Locale.JAPAN);
    }
}
