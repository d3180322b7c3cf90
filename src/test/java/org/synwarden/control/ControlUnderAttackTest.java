package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.SocketObject;
import org.synwarden.platform.linux.unixsocket.UnixSocketTransport;

/**
 * What a client may try against the service over a real Unix socket, with the kernel's own buffers between them; time is
 * the test's. Bounds are counted. What follows each attack is that another client is served.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class ControlUnderAttackTest {
    private static final String STATUS = "{\"event\":\"request\",\"id\":1,\"request\":\"status\"}";
    private static final String INCIDENTS = "{\"event\":\"request\",\"id\":2,\"request\":\"incidents\"}";

    private final FakeWatchdog watchdog = new FakeWatchdog();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<Wire> wires = new ArrayList<>();
    private Path folder;
    private Transport transport;
    private ControlServer server;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createTempDirectory("control"); // short: the name of a Unix socket has at most 107 bytes
        transport = UnixSocketTransport.at(folder.resolve("s/control.sock"));
        server = new ControlServer(
                transport,
                watchdog,
                new ProtocolFilters(),
                deed -> {},
                ServerSettings.of("0.1.0"),
                scheduler,
                scheduler::nanoTime);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
        server.close();
        Files.deleteIfExists(folder.resolve("s/control.sock.lock"));
        Files.deleteIfExists(folder.resolve("s"));
        Files.deleteIfExists(folder);
    }

    private Wire greeted() throws Exception {
        Wire wire = Wire.greeted(transport);
        wires.add(wire);
        return wire;
    }

    private Wire silent() throws IOException {
        Wire wire = new Wire(transport);
        wires.add(wire);
        return wire;
    }

    private void assertServesOthers() throws Exception {
        try (ControlClient other = ControlClient.connect(transport, "0.1.0", reason -> {})) {
            assertThat(other.status().attempts()).isEqualTo(977);
        }
    }

    private long asked(String what) {
        return watchdog.asked.stream().filter(what::equals).count();
    }

    private static String subscription(long id, String topic, String filter) {
        return "{\"event\":\"request\",\"id\":" + id + ",\"request\":\"subscribe\",\"topic\":\"" + topic
                + "\",\"intervalMillis\":500,\"filter\":\"" + filter + "\"}";
    }

    @Test
    void ofSixteenClientsOneNeverReadsAndFifteenAreServed() throws Exception {
        watchdog.incidents = IntStream.range(0, 3_000)
                .mapToObj(i -> FakeWatchdog.incident("" + i, 31))
                .toList();
        Wire stuck = silent();
        stuck.say(Wire.HELLO);
        List<Wire> others = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            others.add(greeted());
        }
        Thread asking = new Thread(() -> askUntilBroken(stuck), "asking");
        asking.start();
        // One that is being written, those that wait, and one whose answer finds no room.
        int most = Outbox.CAPACITY + 2;
        while (asked("incidents") < most) {
            Thread.onSpinWait();
        }
        for (Wire other : others) {
            other.say(STATUS);
            assertThat(other.hear()).contains("\"ok\":true");
        }
        assertThat(asked("incidents")).isEqualTo(most);
        stuck.close();
        asking.join();
    }

    private static void askUntilBroken(Wire stuck) {
        try {
            for (int i = 0; i < 10_000; i++) {
                stuck.say(INCIDENTS);
            }
        } catch (IOException ended) {
            assertThat(ended).isNotNull();
        }
    }

    @Test
    void theSeventeenthIsToldThatThereIsNoPlace() throws Exception {
        for (int i = 0; i < 16; i++) {
            greeted();
        }
        Wire seventeenth = silent().listening();
        assertThat(seventeenth.hear()).contains("16 clients are connected already");
        assertThat(seventeenth.hear()).isEqualTo(Wire.END);
    }

    @Test
    void sixteenThatSayNothingKeepNobodyOut() throws Exception {
        List<Wire> mute = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            mute.add(silent().listening());
        }
        assertServesOthers();
        assertThat(mute.get(0).hear()).isEqualTo(Wire.END);
    }

    @Test
    void whoSaysHelloByteByByteHasFiveSeconds() throws Exception {
        Wire loris = silent().listening();
        byte[] hello = FrameCodec.encode(Wire.HELLO);
        for (int at = 0; at < hello.length - 1; at++) {
            loris.send(Arrays.copyOfRange(hello, at, at + 1));
        }
        assertServesOthers();
        scheduler.pass(4_999);
        scheduler.pass(1);
        assertThat(loris.hear()).contains("no hello within 5 s");
        assertThat(loris.hear()).isEqualTo(Wire.END);
    }

    @Test
    void aThousandHalfFramesAreNoHarm() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            try (Wire wire = new Wire(transport)) {
                byte[] frame = FrameCodec.encode(i % 2 == 0 ? Wire.HELLO : STATUS);
                wire.send(Arrays.copyOf(frame, 1 + i % (frame.length - 1)));
            }
        }
        assertServesOthers();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 262_145, 1 << 30, -1})
    void anAnnouncedLengthOutOfBoundsEndsThatConnection(int length) throws Exception {
        Wire wire = greeted();
        wire.send(ByteBuffer.allocate(4).putInt(length).array());
        assertThat(wire.hear()).contains("a frame here holds 1 to 262144 bytes");
        assertThat(wire.hear()).isEqualTo(Wire.END);
        assertServesOthers();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 445, 3_389})
    void randomBytesEndThatConnectionAndNoOther(long seed) throws Exception {
        Wire decent = greeted();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            try (Wire wire = i % 2 == 0 ? new Wire(transport) : Wire.greeted(transport)) {
                byte[] bytes = new byte[1 + random.nextInt(2_000)];
                random.nextBytes(bytes);
                wire.send(bytes);
            } catch (IOException endedAlready) {
                assertThat(endedAlready).isNotNull();
            }
        }
        decent.say(STATUS);
        assertThat(decent.hear()).contains("\"ok\":true");
    }

    @Test
    void ofTenThousandRequestsInASecondAHundredAreAnsweredAndTheRestIsRefused() throws Exception {
        Wire flooding = greeted();
        Thread asking = new Thread(
                () -> {
                    try {
                        for (int i = 0; i < 10_000; i++) {
                            flooding.say(STATUS);
                        }
                    } catch (IOException ended) {
                        throw new AssertionError(ended);
                    }
                },
                "asking");
        asking.start();
        int answered = 0;
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            String answer = flooding.hear();
            answered += answer.contains("\"ok\":true") ? 1 : 0;
            refused += answer.contains("more than 50 requests in a second") ? 1 : 0;
        }
        asking.join();
        assertThat(answered).isEqualTo(100);
        assertThat(refused).isEqualTo(9_900);
        assertThat(asked("status")).isEqualTo(100);
        assertServesOthers();
    }

    @Test
    void deepAndHugeJsonEndsThatConnection() throws Exception {
        String deep = "{\"event\":\"request\",\"id\":1,\"request\":\"status\",\"x\":" + "[".repeat(100_000)
                + "]".repeat(100_000) + "}";
        String wide = "{\"event\":\"request\",\"id\":1,\"request\":\"status\",\"x\":["
                + IntStream.range(0, 50_000).mapToObj(i -> "{}").collect(Collectors.joining(",")) + "]}";
        String numeric = "{\"event\":\"request\",\"id\":" + "9".repeat(200_000) + ",\"request\":\"status\"}";
        for (String hostile : List.of(deep, wide, numeric)) {
            Wire wire = greeted();
            wire.say(hostile);
            assertThat(wire.hear()).startsWith("{\"event\":\"goodbye\"");
            assertThat(wire.hear()).isEqualTo(Wire.END);
        }
        assertThat(watchdog.asked).isEmpty();
        assertServesOthers();
    }

    @Test
    void whoSubscribesToEverythingGetsEightSubscriptionsAndTheNinthIsRefused() throws Exception {
        Wire wire = greeted();
        List<String> topics = List.of("incidents", "sockets", "rules");
        for (int i = 0; i < 8; i++) {
            wire.say(subscription(100 + i, topics.get(i % 3), ""));
        }
        wire.say(subscription(200, "sockets", ""));
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            heard.add(wire.hear());
        }
        assertThat(heard).filteredOn(answer -> answer.contains("\"ok\":true")).hasSize(8);
        assertThat(heard)
                .filteredOn(answer -> answer.contains("a client has at most 8 subscriptions"))
                .hasSize(1);
        scheduler.pass(500);
        // Eight polls at once cost one look at sockets and one at rules: they are shared for 250 ms.
        assertThat(asked("sockets")).isLessThanOrEqualTo(3);
        assertServesOthers();
    }

    @Test
    void whoFallsBehindIsToldTheLastStateAndHasOneReset() throws Exception {
        Wire slow = silent();
        slow.say(Wire.HELLO);
        watchdog.sockets = FakeWatchdog.sockets(3_000);
        slow.say(subscription(7, "sockets", ""));
        scheduler.awaitTaskIn(0);
        for (int change = 0; change < 100; change++) {
            String state = change % 2 == 0 ? "SYN_SENT" : "ESTABLISHED";
            watchdog.sockets = IntStream.range(0, 3_000)
                    .mapToObj(i -> FakeWatchdog.socket(i, state))
                    .toList();
            scheduler.pass(500);
        }
        slow.listening();
        RowModel<SocketObject> model = new RowModel<>(SocketObject.class);
        int messages = 0;
        int resets = 0;
        do {
            String frame = slow.hear();
            if (frame.contains("\"event\":\"rows\"")) {
                messages++;
                resets += frame.contains("\"reset\":true") ? 1 : 0;
                ServiceMessages.deliver(frame, new RowsTo(model));
            }
        } while (!isLast(model));
        assertThat(resets).isEqualTo(1);
        assertThat(messages)
                .as("messages of at most 1,000 rows, for a hundred states")
                .isLessThan(40);
    }

    private static boolean isLast(RowModel<SocketObject> model) {
        return model.rows().size() == 3_000
                && model.rows().stream().allMatch(row -> row.state().equals("ESTABLISHED"));
    }

    private record RowsTo(RowModel<SocketObject> model) implements ServiceMessages.Receiver {
        @Override
        public void hello(Hello hello) {
            // said before
        }

        @Override
        public void done(long id, boolean more, List<ContractObject> objects) {
            // not waited for
        }

        @Override
        public void failed(long id, RequestException why) {
            throw new AssertionError(why);
        }

        @Override
        public void rows(long subscription, Rows rows) {
            model.apply(rows);
        }

        @Override
        public void goodbye(String reason) {
            throw new AssertionError(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"2.0, service", "0.9, client"})
    void aClientOfAnotherMajorVersionIsToldWhichSideToUpdate(String version, String side) throws Exception {
        Wire wire = silent().listening();
        wire.say("{\"event\":\"hello\",\"protocol\":\"" + version + "\",\"version\":\"9.9\"}");
        assertThat(wire.hear()).contains("\"protocol\":\"1.0\"");
        assertThat(wire.hear()).contains("goodbye").contains("update the " + side);
        assertThat(wire.hear()).isEqualTo(Wire.END);
    }

    @Test
    void aClientOfALaterMinorVersionIsServed() throws Exception {
        Wire wire = silent().listening();
        wire.say("{\"event\":\"hello\",\"protocol\":\"1.7\",\"version\":\"1.9\",\"new\":[1]}");
        assertThat(wire.hear()).contains("\"protocol\":\"1.0\"");
        wire.say("{\"event\":\"request\",\"id\":1,\"request\":\"status\",\"new\":{}}");
        assertThat(wire.hear()).contains("\"ok\":true");
    }

    @Test
    void aListOfAnyLengthComesInFramesThatFit() throws Exception {
        watchdog.incidents = IntStream.range(0, 2_500)
                .mapToObj(i -> FakeWatchdog.incident("" + i, 31))
                .toList();
        Wire wire = greeted();
        wire.say(INCIDENTS);
        int parts = 0;
        String frame;
        do {
            frame = wire.hear();
            parts++;
            assertThat(frame.length()).isLessThanOrEqualTo(FrameCodec.MAX_BYTES);
        } while (frame.contains("\"more\":true"));
        assertThat(parts).isGreaterThan(2);
    }

    @Test
    void aFilterThatIsTooLongOrOfNoUseIsRefused() throws Exception {
        Wire wire = greeted();
        wire.say(subscription(1, "sockets", "x".repeat(513)));
        assertThat(wire.hear()).contains("at most 512 characters");
        wire.say(subscription(2, "rules", "tcp"));
        assertThat(wire.hear()).contains("rules are not filtered");
    }

    @Test
    void aSubscriberHearsWhatPassesItsFilter() throws Exception {
        SocketObject udp = new SocketObject(
                "udp",
                FakeWatchdog.socket(1, "UNCONNECTED").local(),
                Optional.empty(),
                "UNCONNECTED",
                Optional.empty());
        watchdog.sockets = List.of(FakeWatchdog.socket(50_123, "SYN_SENT"), udp);
        Wire wire = greeted();
        wire.say(subscription(1, "sockets", "tcp"));
        scheduler.awaitTaskIn(0);
        scheduler.pass(0);
        String heard = wire.hear() + wire.hear();
        assertThat(heard).contains("50123").doesNotContain("UNCONNECTED");
    }
}
