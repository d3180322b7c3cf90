package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceStartTest {
    private static final LinkState NOT_RUNNING = LinkState.notRunning("the service is not running");

    private final ScriptedDesktop desktop = new ScriptedDesktop();
    private final BlockingQueue<Runnable> presenters = new LinkedBlockingQueue<>();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final DesktopWorker worker = new DesktopWorker(desktop, presenters::add, () -> texts);
    private final ServiceStart start = new ServiceStart(texts, worker, () -> {});

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void isOfferedOnlyWhereTheServiceDoesNotRun() {
        assertThat(start.isOffered(NOT_RUNNING)).isTrue();
        assertThat(start.isOffered(LinkState.connecting())).isFalse();
        assertThat(start.isOffered(LinkState.connected())).isFalse();
        assertThat(start.isOffered(LinkState.absent("update the client"))).isFalse();
    }

    @Test
    void anAdministratorStartsItOnceAndThatIsTold() throws InterruptedException {
        start.begin();
        start.begin();
        assertThat(start.isOffered(NOT_RUNNING)).isFalse();
        assertThat(start.told(NOT_RUNNING))
                .hasValueSatisfying(text -> assertThat(text).startsWith("The system asks for an administrator"));

        presenters.take().run();

        assertThat(desktop.asked()).containsExactly("as administrator service start");
        assertThat(start.told(NOT_RUNNING))
                .hasValueSatisfying(text -> assertThat(text).startsWith("Started."));
        assertThat(start.told(LinkState.connected())).isEmpty();
        assertThat(start.told(NOT_RUNNING))
                .as("when it stops again, that it was started once says nothing")
                .isEmpty();
    }

    @Test
    void whoeverSaysNoIsToldSoAndMayTryAgain() throws InterruptedException {
        desktop.refuse(DesktopException.Reason.DECLINED, "x");
        start.begin();
        presenters.take().run();

        assertThat(start.told(NOT_RUNNING)).contains("Not done: you, or an administrator, did not agree.");
        assertThat(start.isOffered(NOT_RUNNING)).isTrue();
    }
}
