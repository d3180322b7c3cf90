package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;

/** A culprit that is stopped where it is. */
class SuspendTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ScriptedService service = new ScriptedService();
    private final Deeds deeds = new Deeds(texts, new IncidentText(texts, ZoneOffset.UTC));
    private final Decision decision = new Decision(texts, new AtOnce(service, texts), () -> {});

    private Prompt prompt() {
        return decision.prompt().orElseThrow();
    }

    @Test
    void suspendingAsksOnceAndResumeTakesItBack() {
        decision.ask(deeds.suspend(Some.worm("1")).orElseThrow());
        assertThat(prompt().text()).startsWith("Stops dial.exe (pid 4312) where it is, until you resume it.");
        assertThat(service.asked()).isEmpty();

        decision.choose(Answer.CONFIRM);
        assertThat(prompt().choices())
                .containsExactly(
                        new Prompt.Choice("Resume", Answer.UNDO, true), new Prompt.Choice("Close", Answer.CLOSE, true));
        assertThat(decision.isSettled()).isTrue();

        decision.choose(Answer.UNDO);
        assertThat(service.asked())
                .containsExactly(
                        "suspend 4312 13100004312 C:\\Users\\eva\\AppData\\Roaming\\dial.exe",
                        "resume 4312 13100004312 C:\\Users\\eva\\AppData\\Roaming\\dial.exe");
        assertThat(prompt().text()).isEqualTo("dial.exe (pid 4312) goes on.");
        assertThat(decision.isSettled()).as("it does again what it did").isFalse();
    }

    @Test
    void whoIsOnlyProbablyTheCulpritIsNotSuspendedWithoutAWordAboutThat() {
        IncidentObject probable =
                Some.incident("1", "red", "scan", Optional.of(Some.process("dial.exe", 4312)), "recent", List.of(445));

        assertThat(deeds.suspend(probable).orElseThrow().question(texts))
                .endsWith("It is not certain that dial.exe did this.");
    }

    @Test
    void theKernelAndWhoStartedTheCulpritsAreNotOfferedForIt() {
        ProcessObject kernel = new ProcessObject(4, "131", "System", Optional.empty(), Optional.empty());

        assertThat(deeds.suspend(Some.incident("1", "red", "scan", Optional.of(kernel), "reported", List.of(445))))
                .isEmpty();
        assertThat(deeds.suspend(Some.loop("1"))).isEmpty();
    }
}
