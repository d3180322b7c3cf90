package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttentionAskerTest {
    private final ScriptedDesktop desktop = new ScriptedDesktop();
    private final BlockingQueue<Runnable> presenters = new LinkedBlockingQueue<>();
    private final BlockingQueue<Attention> told = new LinkedBlockingQueue<>();
    private final AttentionAsker asker = new AttentionAsker(desktop, presenters::add);

    @AfterEach
    void close() {
        asker.close();
    }

    @Test
    void theAnswerComesOnThePresentersThread() throws Exception {
        desktop.attend(Attention.PRESENTING);

        asker.ask(told::add);
        Runnable answer = presenters.poll(30, TimeUnit.SECONDS);

        assertThat(told).isEmpty();
        answer.run();
        assertThat(told).containsExactly(Attention.PRESENTING);
    }

    @Test
    void afterTheEndNothingIsAskedAndNothingFails() {
        asker.close();

        asker.ask(told::add);

        assertThat(presenters).isEmpty();
    }
}
