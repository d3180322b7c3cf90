package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.Rows;

/** What clients may do to the service, and that it goes on serving the others. */
@Timeout(30)
class ControlServerTest {
    private static final String STATUS = "{\"event\":\"request\",\"id\":1,\"request\":\"status\"}";

    private static final IncidentObject ZOES = FakeWatchdog.incident("7", 31);

    private final MemoryTransport transport = new MemoryTransport();
    private final FakeWatchdog watchdog = new FakeWatchdog();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<Deed> deeds = new CopyOnWriteArrayList<>();
    private final ControlServer server = new ControlServer(
            transport,
            watchdog,
            new ProtocolFilters(),
            deeds::add,
            ServerSettings.of("0.1.0"),
            scheduler,
            scheduler::nanoTime);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void assertServesOthers() throws RequestException {
        try (ControlClient other = ControlClient.connect(transport, "0.1.0", reason -> {})) {
            assertThat(other.status()).isEqualTo(watchdog.status().to(Standing.told(MemoryTransport.ADMINISTRATOR)));
        }
    }

    @Test
    void aRequestIsAnsweredUnderItsId() throws Exception {
        try (Wire wire = Wire.greeted(transport)) {
            wire.say("{\"event\":\"request\",\"id\":77,\"request\":\"status\",\"new\":[]}");
            assertThat(wire.hear())
                    .startsWith("{\"event\":\"response\",\"id\":77,\"ok\":true,\"objects\":[{\"event\":\"status\"");
        }
    }

    @Test
    void theIdOfASubscriptionIsNotTakenForAnotherTopicOrFilter() throws Exception {
        try (Wire wire = Wire.greeted(transport)) {
            String sockets =
                    "{\"event\":\"request\",\"id\":1,\"request\":\"subscribe\",\"topic\":\"sockets\",\"intervalMillis\":500";
            wire.say(sockets + "}");
            assertThat(wire.hear()).contains("\"ok\":true");
            for (String other : List.of(sockets.replace("sockets", "rules") + "}", sockets + ",\"filter\":\"tcp\"}")) {
                wire.say(other);
                assertThat(wire.hear())
                        .contains("malformed")
                        .contains("subscription 1 is to another topic or filter: end it first, or take another id");
            }
            wire.say(sockets.replace("500", "10000") + "}");
            assertThat(wire.hear()).contains("\"id\":1,\"ok\":true");
        }
    }

    @Test
    void itIsKnownWhetherSomebodyFollowsTheIncidents() throws Exception {
        try (Wire wire = Wire.greeted(transport)) {
            wire.say(
                    "{\"event\":\"request\",\"id\":1,\"request\":\"subscribe\",\"topic\":\"sockets\",\"intervalMillis\":500}");
            assertThat(wire.hear()).contains("\"ok\":true");
            assertThat(server.isFollowed(ZOES)).isFalse();
            wire.say(
                    "{\"event\":\"request\",\"id\":2,\"request\":\"subscribe\",\"topic\":\"incidents\",\"intervalMillis\":500}");
            assertThat(wire.hear()).contains("\"id\":2,\"ok\":true");
            assertThat(server.isFollowed(ZOES)).isTrue();
            wire.say("no message");
            assertThat(wire.hear()).startsWith("{\"event\":\"goodbye\"");
            assertThat(wire.hear()).isEqualTo(Wire.END);
        }
        assertThat(server.isFollowed(ZOES)).isFalse();
    }

    private Wire follower(Caller caller) throws Exception {
        transport.connectAs(caller);
        Wire wire = Wire.greeted(transport);
        wire.say(
                "{\"event\":\"request\",\"id\":1,\"request\":\"subscribe\",\"topic\":\"incidents\",\"intervalMillis\":500}");
        assertThat(wire.hear()).contains("\"ok\":true");
        return wire;
    }

    @Test
    void aFollowerCountsForIncidentsOfItsOwnAccountOnlyAndAnAdministratorsForAll() throws Exception {
        IncidentObject ofNobody = ZOES.withProcess(Optional.empty());
        follower(MemoryTransport.user("mallory", "1001"));
        assertThat(server.isFollowed(ZOES)).isFalse();
        assertThat(server.isFollowed(ofNobody)).isFalse();
        follower(MemoryTransport.USER);
        assertThat(server.isFollowed(ZOES)).isTrue();
        assertThat(server.isFollowed(ofNobody)).isFalse();
        follower(MemoryTransport.ADMINISTRATOR);
        assertThat(server.isFollowed(ofNobody)).isTrue();
    }

    private List<ILoggingEvent> saidWhile(int comeAndGo) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Followers.class);
        logger.addAppender(log);
        try {
            for (int i = 0; i < comeAndGo; i++) {
                Wire wire = follower(MemoryTransport.USER);
                wire.say("no message");
                for (String heard = ""; !heard.equals(Wire.END); ) {
                    heard = wire.hear();
                }
            }
        } finally {
            logger.detachAppender(log);
        }
        return log.list;
    }

    @Test
    void thatTheLastFollowerGoesWhileIncidentsAreOpenIsLoggedOnceAMinute() throws Exception {
        watchdog.incidents = List.of(ZOES);
        assertThat(saidWhile(5))
                .singleElement()
                .satisfies(said -> assertThat(said.getFormattedMessage())
                        .contains("zoe (1000, pid 2) follows the incidents no more while 1 are open"));
        scheduler.pass(60_000);
        assertThat(saidWhile(2)).hasSize(1);
    }

    @Test
    void aTrayThatVanishesDuringAnIncidentStandsInTheHistoryOfThatIncident() throws Exception {
        watchdog.incidents = List.of(ZOES);
        saidWhile(5);
        assertThat(deeds).singleElement().satisfies(deed -> {
            assertThat(deed.caller().user()).isEqualTo("zoe");
            assertThat(deed.verb()).isEqualTo("stop-following");
            assertThat(deed.incident()).contains(ZOES.id());
        });
    }

    @Test
    void aTestAlertIsNothingThatIsWrongWhileTheLastFollowerGoes() throws Exception {
        watchdog.incidents = List.of(IncidentObject.ofTest("test-1", FakeWatchdog.START));
        assertThat(saidWhile(1)).isEmpty();
    }

    @Test
    void anUnknownMessageIsPassedOverAndAnUnknownRequestIsAnswered() throws Exception {
        try (Wire wire = Wire.greeted(transport)) {
            wire.say("{\"event\":\"from a newer version\"}");
            wire.say("{\"event\":\"request\",\"id\":2,\"request\":\"dance\"}");
            assertThat(wire.hear())
                    .contains("\"id\":2,\"error\":{\"code\":\"malformed\"")
                    .contains("update the service");
            wire.say(STATUS);
            assertThat(wire.hear()).contains("\"ok\":true");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "[]",
                "{\"event\":1}",
                "{\"event\":\"request\",\"id\":-1,\"request\":\"status\"}",
                "{\"event\":\"request\",\"request\":\"status\"}",
                "{\"event\":\"hello\",\"protocol\":\"1.0\",\"version\":\"again\"}"
            })
    void whatIsNoMessageEndsThatConnectionAndNoOther(String message) throws Exception {
        try (Wire decent = Wire.greeted(transport);
                Wire wire = Wire.greeted(transport)) {
            wire.say(message);
            assertThat(wire.hear()).startsWith("{\"event\":\"goodbye\"");
            assertThat(wire.hear()).isEqualTo(Wire.END);
            decent.say(STATUS);
            assertThat(decent.hear()).contains("\"ok\":true");
        }
    }

    @Test
    void aRequestBeforeHelloEndsTheConnection() throws Exception {
        try (Wire wire = new Wire(transport).listening()) {
            wire.say(STATUS);
            assertThat(wire.hear()).contains("hello comes first");
            assertThat(wire.hear()).isEqualTo(Wire.END);
        }
        assertThat(watchdog.asked).isEmpty();
    }

    @Test
    void whoNeverSaysHelloIsDismissed() throws Exception {
        try (Wire silent = new Wire(transport).listening();
                Wire decent = Wire.greeted(transport)) {
            scheduler.pass(5_000);
            assertThat(silent.hear()).contains("no hello within 5 s");
            assertThat(silent.hear()).isEqualTo(Wire.END);
            decent.say(STATUS);
            assertThat(decent.hear()).contains("\"ok\":true");
        }
    }

    @Test
    void anAnnouncedGigabyteEndsTheConnection() throws Exception {
        try (Wire wire = Wire.greeted(transport)) {
            wire.send(ByteBuffer.allocate(4).putInt(1 << 30).array());
            assertThat(wire.hear()).contains("a frame here holds 1 to 262144 bytes, not 1073741824");
            assertThat(wire.hear()).isEqualTo(Wire.END);
        }
        assertServesOthers();
    }

    @Test
    void halfAFrameAndThenNothingIsNoHarm() throws Exception {
        try (Wire wire = Wire.greeted(transport)) {
            wire.send(Arrays.copyOf(FrameCodec.encode(STATUS), 20));
        }
        assertServesOthers();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 445, 3389})
    void randomBytesAreNoHarm(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            try (Wire wire = i % 2 == 0 ? new Wire(transport) : Wire.greeted(transport)) {
                byte[] bytes = new byte[random.nextInt(200) + 1];
                random.nextBytes(bytes);
                wire.send(bytes);
            }
        }
        assertServesOthers();
    }

    @Test
    void aClientOfAnotherMajorVersionIsToldWhichSideToUpdate() throws Exception {
        try (Wire wire = new Wire(transport).listening()) {
            wire.say("{\"event\":\"hello\",\"protocol\":\"2.0\",\"version\":\"9.9\"}");
            assertThat(wire.hear()).contains("\"protocol\":\"1.0\"");
            assertThat(wire.hear()).contains("goodbye").contains("update the service");
            assertThat(wire.hear()).isEqualTo(Wire.END);
        }
    }

    @Test
    void theSeventeenthClientIsToldSo() throws Exception {
        List<Wire> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clients.add(Wire.greeted(transport));
        }
        try (Wire seventeenth = new Wire(transport).listening()) {
            assertThat(seventeenth.hear()).contains("16 clients are connected already");
            assertThat(seventeenth.hear()).isEqualTo(Wire.END);
        }
        clients.get(3).say("no JSON");
        assertThat(clients.get(3).hear()).contains("goodbye");
        assertThat(clients.get(3).hear()).isEqualTo(Wire.END);
        assertServesOthers();
    }

    @Test
    void usersCannotShutTheAdministratorOut() throws Exception {
        transport.connectAs(MemoryTransport.USER);
        for (int i = 0; i < 12; i++) {
            Wire.greeted(transport);
        }
        try (Wire thirteenth = new Wire(transport).listening()) {
            thirteenth.say(Wire.HELLO);
            assertThat(thirteenth.hear()).contains("kept for administrators");
        }
        transport.connectAs(MemoryTransport.ADMINISTRATOR);
        assertServesOthers();
    }

    @Test
    void aFloodIsRefusedAndCostsTheFloodingClientOnly() throws Exception {
        try (Wire flooding = Wire.greeted(transport);
                Wire decent = Wire.greeted(transport)) {
            for (int i = 0; i < 300; i++) {
                flooding.say(STATUS);
                assertThat(flooding.hear()).contains(i < 100 ? "\"ok\":true" : "more than 50 requests in a second");
            }
            decent.say(STATUS);
            assertThat(decent.hear()).contains("\"ok\":true");
            scheduler.pass(1_000);
            flooding.say(STATUS);
            assertThat(flooding.hear()).contains("\"ok\":true");
        }
        assertThat(watchdog.asked).hasSize(102);
    }

    @Test
    void aClientThatNeverReadsIsHeardNoFurtherAndTheOthersAreServed() throws Exception {
        watchdog.sockets = FakeWatchdog.sockets(3_000);
        CountDownLatch allTaken = new CountDownLatch(1);
        Thread asking;
        try (Wire stuck = new Wire(transport)) {
            stuck.say("{\"event\":\"hello\",\"protocol\":\"1.0\",\"version\":\"test\"}");
            asking = new Thread(() -> askUntilBroken(stuck, allTaken), "asking");
            asking.start();
            assertThat(allTaken.await(300, TimeUnit.MILLISECONDS))
                    .as("the service hears all that a client says who does not read")
                    .isFalse();
            assertServesOthers();
            assertThat(watchdog.asked.stream().filter("status"::equals).count())
                    .as("answers waiting for the stuck client, besides two of ours")
                    .isLessThanOrEqualTo(Outbox.CAPACITY + 2 + 2);
        }
        asking.join(5_000);
        assertThat(asking.isAlive()).isFalse();
    }

    @Test
    void whoIsDismissedAndDoesNotReadIsCutOffAfterASecond() throws Exception {
        watchdog.sockets = FakeWatchdog.sockets(3_000);
        try (Wire stuck = new Wire(transport)) {
            stuck.say("{\"event\":\"hello\",\"protocol\":\"1.0\",\"version\":\"test\"}");
            stuck.say("{\"event\":\"request\",\"id\":1,\"request\":\"sockets\"}");
            stuck.take(ByteBuffer.wrap(stuck.take(4)).getInt());
            int announced = ByteBuffer.wrap(stuck.take(4)).getInt();
            stuck.say("no JSON");
            scheduler.awaitTaskIn(1_000);
            scheduler.pass(1_000);
            assertThat(stuck.take(announced))
                    .as("what was on its way, and no more")
                    .hasSizeLessThan(announced);
        }
    }

    /** Asks for 3,000 rows, then for more than any buffer holds; counts down if all of it was taken. */
    private static void askUntilBroken(Wire stuck, CountDownLatch allTaken) {
        try {
            stuck.say("{\"event\":\"request\",\"id\":1,\"request\":\"sockets\"}");
            for (int i = 0; i < 10_000; i++) {
                stuck.say(STATUS);
            }
            allTaken.countDown();
        } catch (IOException ended) {
            assertThat(ended).hasMessage("broken pipe");
        }
    }

    @Test
    void aUserThatWantsToKillIsRefusedWithWhatToDo() throws Exception {
        transport.connectAs(MemoryTransport.USER);
        try (ControlClient client = ControlClient.connect(transport, "0.1.0", reason -> {})) {
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(() -> client.kill(42, "77", ""))
                    .withMessageContaining("run as administrator")
                    .extracting(RequestException::code)
                    .isEqualTo(RequestException.Code.FORBIDDEN);
        }
        assertThat(watchdog.asked).isEmpty();
    }

    @Test
    void aBugInTheWatchdogEndsNoConnection() throws Exception {
        try (ControlClient client = ControlClient.connect(transport, "0.1.0", reason -> {})) {
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(() -> client.kill(666, "77", ""))
                    .withMessage("the service failed: see its log");
            assertThat(client.status().attempts()).isEqualTo(977);
        }
    }

    @Test
    void theServiceSaysGoodbyeAndEndsWithinASecondAlsoWithAStuckClient() throws Exception {
        watchdog.sockets = FakeWatchdog.sockets(3_000);
        try (Wire decent = Wire.greeted(transport);
                Wire stuck = new Wire(transport)) {
            stuck.say("{\"event\":\"hello\",\"protocol\":\"1.0\",\"version\":\"test\"}");
            stuck.say("{\"event\":\"request\",\"id\":1,\"request\":\"sockets\"}");
            long before = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
            assertThat(decent.hear()).contains("the SynWarden service is stopping");
            assertThat(decent.hear()).isEqualTo(Wire.END);
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("control-accept", "control-poll");
    }

    /** What a subscriber hears first: the whole of what passes a filter for the command line of zoe's process. */
    private List<ContractObject> heardFirst(Caller caller) throws Exception {
        transport.connectAs(caller);
        BlockingQueue<Rows> heard = new LinkedBlockingQueue<>();
        try (ControlClient client = ControlClient.connect(transport, "0.1.0", reason -> {})) {
            client.subscribe(Topic.SOCKETS, "secret", Duration.ofSeconds(1), heard::add);
            scheduler.pass(1_000);
            Rows first = Optional.ofNullable(heard.poll(5, TimeUnit.SECONDS)).orElseThrow();
            assertThat(first.reset()).isTrue();
            return List.copyOf(first.added());
        }
    }

    @Test
    void aFilterTellsNothingThatItsUserMayNotSee() throws Exception {
        watchdog.sockets = List.of(FakeWatchdog.socket(50_123, "SYN_SENT"));
        assertThat(heardFirst(MemoryTransport.user("mallory", "1001"))).isEmpty();
        assertThat(heardFirst(MemoryTransport.USER)).hasSize(1);
    }

    @Test
    void aSandboxedProgramIsToldWhyAndAnsweredNothing() throws Exception {
        transport.connectAs(new Caller("zoe", "S-1-5-21-1-2-3-1001", Caller.Logon.INTERACTIVE, true, false, 42));
        try (Wire wire = new Wire(transport).listening()) {
            wire.say(Wire.HELLO);
            assertThat(wire.hear()).contains("a program in a sandbox is not answered");
            assertThat(wire.hear()).isEqualTo(Wire.END);
        }
        assertThat(watchdog.asked).isEmpty();
    }
}
