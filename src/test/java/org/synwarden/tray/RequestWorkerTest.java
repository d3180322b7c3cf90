package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synwarden.control.RequestException;

class RequestWorkerTest {
    private final ScriptedService service = new ScriptedService();
    private Optional<Watch> connected = Optional.of(service);
    private final RequestWorker worker =
            new RequestWorker("tray-requests", () -> connected, Runnable::run, () -> new Texts(Locale.ENGLISH));

    @AfterEach
    void close() {
        worker.close();
    }

    private Outcome outcome(Deed deed) throws Exception {
        CompletableFuture<Outcome> told = new CompletableFuture<>();
        worker.run(deed, told::complete);
        return told.get(10, TimeUnit.SECONDS);
    }

    private static Deed kill() {
        return new Deed.Kill(Some.process("dial.exe", 4312), true);
    }

    @Test
    void whatWasDoneIsTold() throws Exception {
        assertThat(outcome(kill()).done()).isTrue();
        assertThat(outcome(new BlockPort(445, Reach.EVERYWHERE, Optional.empty(), "worm"))
                        .undo())
                .isPresent();
        assertThat(service.asked()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(RequestException.Code.class)
    void everyRefusalIsToldWithTheServicesReason(RequestException.Code code) throws Exception {
        service.refuse(code, "csrss.exe is needed by Windows\u202E");

        Outcome outcome = outcome(kill());

        assertThat(outcome.done()).isFalse();
        assertThat(outcome.message()).endsWith(": csrss.exe is needed by Windows\uFFFD");
    }

    @Test
    void withoutAServiceNothingIsDone() throws Exception {
        connected = Optional.empty();

        assertThat(outcome(kill()).message()).isEqualTo("Not done: the SynWarden service cannot be reached now.");
    }

    @Test
    void aMistakeInTheClientDoesNotEndTheWorker() throws Exception {
        service.whenKilled(() -> {
            throw new IllegalStateException("mistake");
        });

        assertThat(outcome(kill()).done()).isFalse();
        assertThat(outcome(new BlockPort(445, Reach.EVERYWHERE, Optional.empty(), "worm"))
                        .done())
                .isTrue();
    }

    @Test
    void whatIsAskedBeyondTheBoundIsToldAndNotDone() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        List<String> refused = new CopyOnWriteArrayList<>();
        worker.ask(
                connection -> {
                    asked.countDown();
                    return answer.join();
                },
                told -> {},
                refused::add);
        asked.await();
        for (int i = 0; i < RequestWorker.WAITING + 3; i++) {
            worker.ask(connection -> "", told -> {}, refused::add);
        }
        answer.complete("");

        assertThat(refused).hasSize(3).allMatch(reason -> reason.startsWith("Not done: too much"));
    }
}
