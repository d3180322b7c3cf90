package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.Rows;
import org.synwarden.net.Protocol;

@Timeout(30)
class ControlClientTest {
    private final MemoryTransport transport = new MemoryTransport();
    private final FakeWatchdog watchdog = new FakeWatchdog();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final ControlServer server = new ControlServer(
            transport,
            watchdog,
            new ProtocolFilters(),
            deed -> {},
            ServerSettings.of("0.1.0"),
            scheduler,
            scheduler::nanoTime);
    private final BlockingQueue<String> lost = new LinkedBlockingQueue<>();
    private final BlockingQueue<Rows> heard = new LinkedBlockingQueue<>();
    private ControlClient client;

    @BeforeEach
    void connect() throws Exception {
        server.start();
        client = ControlClient.connect(transport, "0.1.0", lost::add);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return Optional.ofNullable(queue.poll(5, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("nothing came within 5 s"));
    }

    private static void assertDisconnected(ThrowingCallable question, String reason) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(question)
                .withMessageContaining(reason)
                .extracting(RequestException::code)
                .isEqualTo(RequestException.Code.DISCONNECTED);
    }

    @Test
    void everyQuestionIsAnsweredAsTheWatchdogAnswersIt() throws Exception {
        watchdog.sockets = FakeWatchdog.sockets(2_500);
        watchdog.incidents = List.of(FakeWatchdog.incident("7", 31));

        assertThat(client.status()).isEqualTo(watchdog.status().to(Standing.told(MemoryTransport.ADMINISTRATOR)));
        assertThat(client.sockets()).isEqualTo(watchdog.sockets);
        assertThat(client.incidents()).isEqualTo(watchdog.incidents);
        assertThat(client.rules()).isEqualTo(watchdog.rules());
        assertThat(client.rates()).isEqualTo(watchdog.rates());
        Optional<String> program = Optional.of("C:\\Zoë\\worm.exe");
        BlockOrder order = new BlockOrder(
                program,
                Optional.of("Spooler"),
                Optional.of("Some.App_8wekyb3d8bbwe"),
                Optional.of("zoe"),
                Optional.of(Protocol.UDP),
                Optional.of(445),
                true,
                Optional.of(Duration.ofHours(1)),
                false,
                Optional.of("7"),
                "incident 7");
        assertThat(client.block(order)).isEqualTo(watchdog.block(order));
        assertThat(watchdog.asked).endsWith("block " + order, "block " + order);
        client.unblockAll();
        assertThat(watchdog.asked).endsWith("unblock all");
        ApprovalOrder approved = new ApprovalOrder(
                "/usr/bin/python3", "0".repeat(64), Optional.of("/opt/scan.py"), Optional.of("1".repeat(64)), true);
        assertThat(client.approvals()).isEqualTo(watchdog.approvals());
        assertThat(client.approve(approved)).isEqualTo(watchdog.approve(approved));
        assertThat(watchdog.asked).endsWith("approve " + approved, "approve " + approved);
        client.disapprove("A1");
        assertThat(watchdog.asked).endsWith("disapprove A1");
        client.unblock("a1");
        client.kill(42, "133861234567890123", "/tmp/worm");
        assertThat(watchdog.asked).endsWith("unblock a1", "kill 42 133861234567890123 /tmp/worm");
        ProcessOrder suspend = new ProcessOrder(ProcessOrder.Action.SUSPEND, 42, "77", "/tmp/worm", true);
        assertThat(client.act(suspend)).isEqualTo(watchdog.act(suspend));
        client.act(new ProcessOrder(ProcessOrder.Action.RESUME, 42, "77", "", false));
        assertThat(watchdog.asked).endsWith("suspend 42 77 /tmp/worm", "resume 42 77 ");
    }

    @Test
    void aRefusalKeepsItsCodeAndItsWords() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client.unblock("b2"))
                .withMessage("there is no rule b2")
                .extracting(RequestException::code)
                .isEqualTo(RequestException.Code.NOT_FOUND);
    }

    @Test
    void manyThreadsAskAtOnceAndEachGetsItsAnswer() throws Exception {
        watchdog.sockets = FakeWatchdog.sockets(1_200);
        List<CompletableFuture<Boolean>> answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> answeredRight(i % 2 == 0)))
                .toList();
        for (CompletableFuture<Boolean> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private boolean answeredRight(boolean large) {
        try {
            return large ? client.sockets().size() == 1_200 : client.status().attempts() == 977;
        } catch (RequestException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void aSubscriberHearsTheWholeAndThenWhatChangesAtItsInterval() throws Exception {
        watchdog.sockets = List.of(FakeWatchdog.socket(1, "SYN_SENT"));
        client.subscribe(Topic.SOCKETS, Duration.ofMillis(500), heard::add);
        scheduler.pass(0);
        assertThat(next(heard)).isEqualTo(new Rows("sockets", 1, true, watchdog.sockets, List.of(), List.of()));

        watchdog.sockets = List.of(FakeWatchdog.socket(1, "ESTABLISHED"));
        scheduler.pass(499);
        assertThat(client.status().attempts()).isEqualTo(977);
        assertThat(heard).as("rows before the interval is over").isEmpty();
        scheduler.pass(1);
        assertThat(next(heard)).isEqualTo(new Rows("sockets", 2, false, List.of(), watchdog.sockets, List.of()));
    }

    @Test
    void anIncidentIsHeardAtOnce() throws Exception {
        client.subscribe(Topic.INCIDENTS, Duration.ofSeconds(10), heard::add);
        scheduler.pass(0);
        assertThat(next(heard).added()).isEmpty();

        IncidentObject incident = FakeWatchdog.incident("7", 31);
        watchdog.incidents = List.of(incident);
        server.incidentsChanged();
        scheduler.pass(0);

        assertThat(next(heard)).isEqualTo(new Rows("incidents", 2, false, List.of(incident), List.of(), List.of()));
    }

    @Test
    void aStormOfChangesIsHeardTenTimesASecondAndNoneIsLost() throws Exception {
        client.subscribe(Topic.INCIDENTS, Duration.ofSeconds(10), heard::add);
        scheduler.pass(0);
        next(heard);
        watchdog.asked.clear();
        for (int attempts = 1; attempts <= 1_000; attempts++) {
            watchdog.incidents = List.of(FakeWatchdog.incident("7", attempts));
            server.incidentsChanged();
            scheduler.pass(1);
        }
        scheduler.pass(100);

        assertThat(watchdog.asked).hasSizeBetween(10, 12);
        RowModel<IncidentObject> model = new RowModel<>(IncidentObject.class);
        while (model.row("7").map(IncidentObject::totalAttempts).orElse(0L) < 1_000) {
            model.apply(next(heard));
        }
        assertThat(model.rows()).isEqualTo(watchdog.incidents);
    }

    @Test
    void whoUnsubscribesHearsNoMoreAndIsPolledNoMore() throws Exception {
        ClientSubscription subscription = client.subscribe(Topic.SOCKETS, Duration.ofMillis(500), heard::add);
        scheduler.pass(0);
        next(heard);
        subscription.close();
        assertThat(client.status().attempts()).isEqualTo(977);
        watchdog.asked.clear();
        scheduler.pass(10_000);
        assertThat(watchdog.asked).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void anotherIntervalHoldsFromNowOnAndWhatIsNewIsHeardAtOnce() throws Exception {
        ClientSubscription subscription = client.subscribe(Topic.SOCKETS, Duration.ofSeconds(10), heard::add);
        scheduler.pass(0);
        next(heard);
        watchdog.sockets = List.of(FakeWatchdog.socket(1, "SYN_SENT"));
        scheduler.pass(250);
        assertThat(heard).isEmpty();

        subscription.every(Duration.ofMillis(500));
        scheduler.pass(0);
        assertThat(next(heard)).isEqualTo(new Rows("sockets", 2, false, watchdog.sockets, List.of(), List.of()));

        watchdog.sockets = List.of(FakeWatchdog.socket(1, "ESTABLISHED"));
        scheduler.pass(500);
        assertThat(next(heard)).isEqualTo(new Rows("sockets", 3, false, List.of(), watchdog.sockets, List.of()));
    }

    @Test
    void whoeverChangesTheIntervalOftenIsPolledNoMoreOftenAndKeepsOnePlace() throws Exception {
        ClientSubscription subscription = client.subscribe(Topic.SOCKETS, Duration.ofMillis(500), heard::add);
        for (int times = 0; times < 40; times++) {
            subscription.every(Duration.ofSeconds(10));
        }
        scheduler.pass(0);
        watchdog.asked.clear();
        scheduler.pass(10_000);
        assertThat(watchdog.asked).hasSize(1);

        for (int more = 1; more < Subscriptions.MAX; more++) {
            client.subscribe(Topic.INCIDENTS, Duration.ofSeconds(10), heard::add);
        }
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client.subscribe(Topic.INCIDENTS, Duration.ofSeconds(10), heard::add))
                .withMessage("a client has at most 8 subscriptions: end one of them");
        subscription.every(Duration.ofSeconds(1));
    }

    @Test
    void anIntervalOutOfBoundsIsRefused() {
        for (int millis : new int[] {499, 10_001}) {
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(() -> client.subscribe(Topic.SOCKETS, Duration.ofMillis(millis), heard::add))
                    .withMessage("'intervalMillis' is " + millis + ", not from 500 to 10000");
        }
    }

    @Test
    void aConsumerThatFailsLosesItsRowsAndNothingElse() throws Exception {
        client.subscribe(Topic.SOCKETS, Duration.ofMillis(500), rows -> {
            throw new IllegalStateException("a bug in the tray");
        });
        scheduler.pass(0);
        assertThat(client.status().attempts()).isEqualTo(977);
    }

    @Test
    void aQuestionOnTheThreadThatHearsTheAnswersIsABug() throws Exception {
        BlockingQueue<Throwable> caught = new LinkedBlockingQueue<>();
        client.subscribe(Topic.SOCKETS, Duration.ofMillis(500), rows -> {
            try {
                client.status();
            } catch (IllegalStateException | RequestException refused) {
                caught.add(refused);
            }
        });
        scheduler.pass(0);
        Throwable refused = next(caught);
        assertThatIllegalStateException().isThrownBy(() -> {
            throw refused;
        });
    }

    @Test
    void whenTheServiceStopsTheClientIsToldOnceAndEveryQuestionEnds() throws Exception {
        server.close();
        assertThat(next(lost)).isEqualTo("the SynWarden service is stopping");
        assertDisconnected(() -> client.status(), "connection to the SynWarden service is gone");
        client.close();
        assertThat(lost).isEmpty();
    }

    @Test
    void whoClosesItsClientIsNotToldThatItIsLost() {
        client.close();
        assertDisconnected(() -> client.status(), "gone");
        assertThat(lost).isEmpty();
    }

    @Test
    void aServiceThatEndsInTheMiddleOfARequestDisconnects() throws Exception {
        MemoryTransport elsewhere = new MemoryTransport();
        try (FakeService service = new FakeService(elsewhere)) {
            service.say("{\"event\":\"hello\",\"protocol\":\"1.0\",\"version\":\"0.1.0\"}");
            ControlClient other = ControlClient.connect(elsewhere, "0.1.0", lost::add);
            service.endAfterNextRequest();
            assertDisconnected(other::status, "the SynWarden service has ended the connection");
            assertThat(next(lost)).isEqualTo("the SynWarden service has ended the connection");
        }
    }

    @Test
    void aServiceThatDoesNotAnswerDisconnectsAfterTheTimeout() throws Exception {
        MemoryTransport elsewhere = new MemoryTransport();
        try (FakeService service = new FakeService(elsewhere)) {
            service.say("{\"event\":\"hello\",\"protocol\":\"1.0\",\"version\":\"0.1.0\"}");
            ControlClient other =
                    ControlClient.connect(elsewhere, Hello.ofThis("0.1.0"), Duration.ofMillis(200), lost::add);
            assertDisconnected(other::status, "has not answered within 0.2 s");
        }
    }

    @Test
    void aServiceThatSaysNonsenseDisconnects() throws Exception {
        MemoryTransport elsewhere = new MemoryTransport();
        try (FakeService service = new FakeService(elsewhere)) {
            service.say("{\"event\":\"hello\",\"protocol\":\"1.0\",\"version\":\"0.1.0\"}");
            ControlClient.connect(elsewhere, "0.1.0", lost::add);
            service.say("[]");
            assertThat(next(lost)).contains("does not understand").contains("not a JSON object");
        }
    }

    @Test
    void aClientThatIsTooOldSaysSo() throws Exception {
        MemoryTransport elsewhere = new MemoryTransport();
        try (FakeService service = new FakeService(elsewhere)) {
            service.say("{\"event\":\"hello\",\"protocol\":\"2.0\",\"version\":\"3.0.0\"}");
            assertDisconnected(() -> ControlClient.connect(elsewhere, "0.1.0", lost::add), "update the client");
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void aClientThatIsTooNewIsToldSoByTheService() {
        assertDisconnected(
                () -> ControlClient.connect(transport, new Hello("2.0", "3.0.0"), Duration.ofSeconds(5), lost::add),
                "update the service");
    }

    @Test
    void theReasonForHavingNoPlaceReachesTheClient() throws Exception {
        for (int i = 1; i < 16; i++) {
            Wire.greeted(transport);
        }
        assertDisconnected(() -> ControlClient.connect(transport, "0.1.0", lost::add), "16 clients");
    }

    @Test
    void aRequestThatNoServiceWouldTakeIsNotSent() throws Exception {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client.kill(42, "77", "x".repeat(300_000)))
                .withMessage("the request is too long for the service");
        assertThat(client.status().attempts()).isEqualTo(977);
    }

    @Test
    void noServiceIsSaidInTheTransportsWords() {
        Transport nobody = new Transport() {
            @Override
            public Listener listen() throws IOException {
                throw new IOException();
            }

            @Override
            public Connection connect() throws IOException {
                throw new IOException("the SynWarden service is not running");
            }
        };
        assertDisconnected(() -> ControlClient.connect(nobody, "0.1.0", lost::add), "is not running");
    }
}
