package org.synwarden.platform.windows.pipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.control.Caller;
import org.synwarden.control.ControlClient;
import org.synwarden.control.ControlServer;
import org.synwarden.control.NotRunningException;
import org.synwarden.control.QuietRequests;
import org.synwarden.control.ServerSettings;
import org.synwarden.control.Transport.Connection;
import org.synwarden.platform.windows.Child;
import org.synwarden.platform.windows.pipe.PipeFixture.Pair;
import org.synwarden.platform.windows.token.TokenFacts;
import org.synwarden.platform.windows.token.TokenReader;

@EnabledOnOs(OS.WINDOWS)
@Timeout(60)
class NamedPipeTransportWindowsTest {
    private static final String NAME =
            "SynWardenTest-" + ProcessHandle.current().pid();
    private static final int MEBIBYTE = 1 << 20;

    private PipeFixture pipe;

    @BeforeEach
    void listen() throws IOException {
        pipe = new PipeFixture(NAME);
    }

    @AfterEach
    void close() {
        pipe.close();
    }

    @Test
    void carriesBytesBothWays() throws Exception {
        Pair pair = pipe.connect();
        write(pair.client(), "question");
        assertThat(PipeFixture.read(pair.server(), 8)).asString(UTF_8).isEqualTo("question");
        write(pair.server(), "answer");
        assertThat(PipeFixture.read(pair.client(), 6)).asString(UTF_8).isEqualTo("answer");
    }

    @Test
    void carriesAMebibyteBothWaysAtOnce() throws Exception {
        Pair pair = pipe.connect();
        byte[] up = random(1);
        byte[] down = random(2);
        Future<byte[]> atServer = pipe.start(() -> PipeFixture.read(pair.server(), MEBIBYTE));
        Future<byte[]> atClient = pipe.start(() -> PipeFixture.read(pair.client(), MEBIBYTE));
        Future<Void> fromServer = pipe.start(() -> write(pair.server(), down));
        write(pair.client(), up);
        assertThat(PipeFixture.await(atServer)).isEqualTo(up);
        assertThat(PipeFixture.await(atClient)).isEqualTo(down);
        PipeFixture.await(fromServer);
    }

    @Test
    void carriesAMebibyteToAnotherProcessAndBack(TestReporter reporter) throws Exception {
        Future<Connection> accepted = pipe.accept();
        Process child = Child.start(EchoClient.class, NAME);
        try (Connection server = PipeFixture.await(accepted)) {
            assertThat(server.caller().pid()).isEqualTo((int) child.pid());
            assertThat(server.caller().user()).endsWithIgnoringCase("\\" + System.getProperty("user.name"));
            // CI and Wine run tests as an administrator; the same token says so of this process.
            TokenFacts own = TokenReader.ofThisProcess().orElseThrow();
            assertThat(server.caller().administrator()).isEqualTo(own.isAdministrator());
            assertThat(server.caller().id()).isEqualTo(own.userSid());
            assertThat(server.caller().sandboxed()).isEqualTo(own.isSandboxed()).isFalse();
            assertThat(server.caller().logon()).isNotEqualTo(Caller.Logon.ANONYMOUS);
            reporter.publishEntry(
                    "caller", server.caller() + ", " + server.caller().logon());
            byte[] sent = random(3);
            long start = System.nanoTime();
            Future<Void> writing = pipe.start(() -> write(server, sent));
            assertThat(PipeFixture.read(server, MEBIBYTE)).isEqualTo(sent);
            PipeFixture.await(writing);
            reporter.publishEntry("1 MiB there and back", (System.nanoTime() - start) / 1_000_000 + " ms");
            start = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                write(server, "ping");
                PipeFixture.read(server, 4);
            }
            reporter.publishEntry("4 bytes there and back", (System.nanoTime() - start) / 1_000_000 + " µs");
        } finally {
            child.destroyForcibly();
        }
    }

    @RepeatedTest(20)
    void closingEndsAReadThatWaits() throws Exception {
        Pair pair = pipe.connect();
        Future<Integer> reading = pipe.startAndSee(() -> pair.server().read(new byte[1], 0, 1));
        pair.server().close();
        assertThatThrownBy(() -> PipeFixture.await(reading)).hasCauseInstanceOf(IOException.class);
        assertThat(pair.client().read(new byte[1], 0, 1)).isEqualTo(-1);
    }

    @Test
    void closingEndsAWriteThatNobodyReads() throws Exception {
        Pair pair = pipe.connect();
        Future<Void> writing = pipe.startAndSee(() -> write(pair.server(), new byte[16 * MEBIBYTE]));
        pair.server().close();
        assertThatThrownBy(() -> PipeFixture.await(writing)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aClosedConnectionStaysClosed() throws Exception {
        Pair pair = pipe.connect();
        pair.client().close();
        pair.client().close();
        assertThatIOException()
                .isThrownBy(() -> pair.client().read(new byte[1], 0, 1))
                .withMessage("the connection is closed");
        assertThatIOException().isThrownBy(() -> write(pair.client(), "x")).withMessage("the connection is closed");
        assertThat(pair.client().caller().administrator()).isFalse();
    }

    @Test
    void whatWasWrittenBeforeTheCloseStillArrives() throws Exception {
        Pair pair = pipe.connect();
        write(pair.server(), "last words");
        pair.server().close();
        assertThat(PipeFixture.read(pair.client(), 10)).asString(UTF_8).isEqualTo("last words");
        assertThat(pair.client().read(new byte[1], 0, 1)).isEqualTo(-1);
    }

    @Test
    void writingToAnEndThatIsGoneSaysSo() throws Exception {
        Pair pair = pipe.connect();
        pair.client().close();
        assertThatIOException()
                .isThrownBy(() -> write(pair.server(), "x"))
                .withMessage("the other end has closed the connection");
    }

    @Test
    void closingTheListenerEndsTheAccept() throws Exception {
        Future<Connection> accepting = pipe.startAndSee(pipe.listener::accept);
        pipe.listener.close();
        assertThatThrownBy(() -> PipeFixture.await(accepting)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void servesSixteenClientsTellsTheNextWhyNotAndTurnsTheOneAfterAway() throws Exception {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            pairs.add(pipe.connect());
        }
        for (Pair pair : pairs) {
            write(pair.client(), "client " + pairs.indexOf(pair));
        }
        for (Pair pair : pairs) {
            String expected = "client " + pairs.indexOf(pair);
            assertThat(PipeFixture.read(pair.server(), expected.length()))
                    .asString(UTF_8)
                    .isEqualTo(expected);
        }
        Pair refused = pipe.connect();
        Future<Connection> next = pipe.accept();
        try (Connection tooMany = pipe.transport.connect()) {
            assertThat(tooMany.read(new byte[1], 0, 1)).isEqualTo(-1);
        }
        write(refused.server(), "why not");
        refused.server().close();
        assertThat(PipeFixture.read(refused.client(), 7)).asString(UTF_8).isEqualTo("why not");
        refused.client().close();
        pairs.get(7).client().close();
        pairs.get(7).server().close();
        try (Connection welcome = pipe.transport.connect();
                Connection server = PipeFixture.await(next)) {
            write(welcome, "at last");
            assertThat(PipeFixture.read(server, 7)).asString(UTF_8).isEqualTo("at last");
        }
    }

    @Test
    void theSeventeenthClientOfTheServiceIsToldWhyThereIsNoPlace() throws Exception {
        NamedPipeTransport transport = new NamedPipeTransport(NAME + "-service", server -> {});
        List<ControlClient> clients = new ArrayList<>();
        try (ControlServer service = new ControlServer(
                transport, new QuietRequests(), (topic, text) -> row -> true, deed -> {}, ServerSettings.of("0.1.0"))) {
            service.start();
            for (int i = 0; i < 16; i++) {
                clients.add(ControlClient.connect(transport, "0.1.0", reason -> {}));
            }
            assertThatThrownBy(() -> ControlClient.connect(transport, "0.1.0", reason -> {}))
                    .hasMessageContaining("clients are connected already");
        } finally {
            clients.forEach(ControlClient::close);
        }
    }

    @Test
    void aClientWaitsUntilTheServiceHasAPlaceForIt() throws Exception {
        // Nobody accepts yet: the first takes the one instance that waits, the second finds the pipe busy.
        try (Connection first = pipe.transport.connect()) {
            Future<Connection> second = pipe.startAndSee(pipe.transport::connect);
            try (Connection firstServed = PipeFixture.await(pipe.accept());
                    Connection secondServed = PipeFixture.await(pipe.accept());
                    Connection late = PipeFixture.await(second)) {
                write(first, "1");
                write(late, "2");
                assertThat(PipeFixture.read(firstServed, 1)).asString(UTF_8).isEqualTo("1");
                assertThat(PipeFixture.read(secondServed, 1)).asString(UTF_8).isEqualTo("2");
            }
        }
    }

    @Test
    void survivesClientsThatComeAndGo() throws Exception {
        for (int i = 0; i < 200; i++) {
            Future<Connection> accepted = pipe.accept();
            pipe.transport.connect().close();
            try (Connection server = PipeFixture.await(accepted)) {
                assertThat(server.read(new byte[1], 0, 1)).isEqualTo(-1);
            }
        }
    }

    @Test
    void saysThatNoServiceRuns() {
        NamedPipeTransport nobody = new NamedPipeTransport("SynWardenTest-nobody", ServerCheck.NONE);
        assertThatExceptionOfType(NotRunningException.class)
                .isThrownBy(nobody::connect)
                .withMessageStartingWith("the SynWarden service is not running; start it with 'net start SynWarden'");
    }

    @Test
    void doesNotTalkToAnImpostor() {
        NamedPipeTransport suspicious = new NamedPipeTransport(NAME, server -> {
            assertThat(server.pid()).isEqualTo((int) ProcessHandle.current().pid());
            assertThat(server.token()).isEqualTo(TokenReader.ofThisProcess());
            throw new IOException("not the service");
        });
        assertThatIOException().isThrownBy(suspicious::connect).withMessage("not the service");
    }

    @Test
    void theServersOwnerIsSeenByTheClient(TestReporter reporter) throws Exception {
        List<PipeServer> seen = new ArrayList<>();
        Future<Connection> accepted = pipe.accept();
        new NamedPipeTransport(NAME, seen::add).connect().close();
        PipeFixture.await(accepted).close();
        TokenFacts own = TokenReader.ofThisProcess().orElseThrow();
        reporter.publishEntry("owner", seen.get(0).owner().toString());
        String usersOfWine = own.userSid().replaceFirst("\\d+$", "513"); // Wine: a pipe belongs to the account's group
        assertThat(seen.get(0).owner())
                .hasValueSatisfying(owner -> assertThat(owner).isIn("S-1-5-32-544", own.userSid(), usersOfWine));
    }

    private static Void write(Connection connection, String text) throws IOException {
        return write(connection, text.getBytes(UTF_8));
    }

    private static Void write(Connection connection, byte[] bytes) throws IOException {
        connection.write(bytes, 0, bytes.length);
        return null;
    }

    private static byte[] random(int seed) {
        byte[] bytes = new byte[MEBIBYTE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
