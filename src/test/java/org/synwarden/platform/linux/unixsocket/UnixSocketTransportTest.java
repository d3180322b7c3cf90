package org.synwarden.platform.linux.unixsocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.contract.Rows;
import org.synwarden.control.ControlClient;
import org.synwarden.control.ControlServer;
import org.synwarden.control.NotRunningException;
import org.synwarden.control.QuietRequests;
import org.synwarden.control.ServerSettings;
import org.synwarden.control.Topic;
import org.synwarden.control.Transport;

@EnabledOnOs(OS.LINUX)
@Timeout(30)
class UnixSocketTransportTest {
    @TempDir
    private Path folder;

    private Path socket;
    private UnixSocketTransport transport;

    @BeforeEach
    void choosePlace() {
        socket = folder.resolve("synwarden/control.sock");
        transport = UnixSocketTransport.at(socket);
    }

    private static CompletableFuture<Transport.Connection> accepted(Transport.Listener listener) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return listener.accept();
            } catch (IOException ended) {
                throw new AssertionError(ended);
            }
        });
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void bytesGoBothWaysAndBothSidesKnowWhoTheOtherIs() throws Exception {
        byte[] sent = new byte[300_000];
        new Random(445).nextBytes(sent);
        String me = Files.getOwner(Path.of("/proc/self")).getName();
        try (Transport.Listener listener = transport.listen();
                Transport.Connection client = transport.connect();
                Transport.Connection service = accepted(listener).get(5, TimeUnit.SECONDS)) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> read(client, sent.length));
            service.write(sent, 0, sent.length);
            assertThat(received.get(5, TimeUnit.SECONDS)).isEqualTo(sent);
            client.write(sent, 7, 3);
            assertThat(read(service, 3)).isEqualTo(Arrays.copyOfRange(sent, 7, 10));

            assertThat(service.caller().user()).isEqualTo(me);
            assertThat(service.caller().administrator())
                    .as("whoever runs the service")
                    .isTrue();
            assertThat(client.caller().user()).isEqualTo(me);
        }
    }

    private static byte[] read(Transport.Connection from, int length) {
        try {
            byte[] bytes = new byte[length];
            for (int got = 0; got < length; ) {
                int more = from.read(bytes, got, length - got);
                assertThat(more).isPositive();
                got += more;
            }
            return bytes;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void everybodyMayConnectAndNobodyElseMayPutAnythingThere() throws IOException {
        try (Transport.Listener listener = transport.listen()) {
            assertThat(listener).isNotNull();
            assertThat(permissions(socket)).isEqualTo("rw-rw-rw-");
            assertThat(permissions(socket.getParent())).isEqualTo("rwxr-xr-x");
            assertThat(permissions(socket.resolveSibling("control.sock.lock"))).isEqualTo("rw-------");
        }
    }

    @Test
    void aFolderThatWasOpenToOthersIsClosedToThem() throws IOException {
        Files.createDirectory(socket.getParent());
        Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        transport.listen().close();
        assertThat(permissions(socket.getParent())).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aFolderThatIsALinkIsRefused() throws IOException {
        Files.createSymbolicLink(socket.getParent(), folder);
        assertThatIOException()
                .isThrownBy(() -> transport.listen())
                .withMessageContaining("is no folder of this account's own");
    }

    @Test
    void theSocketOfADeadServiceIsReplaced() throws Exception {
        Files.createDirectory(socket.getParent());
        ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        dead.bind(UnixDomainSocketAddress.of(socket));
        dead.close();
        assertThat(socket).exists();
        assertThatExceptionOfType(NotRunningException.class)
                .isThrownBy(() -> transport.connect())
                .withMessageContaining("is not running");

        try (Transport.Listener listener = transport.listen();
                Transport.Connection client = transport.connect();
                Transport.Connection service = accepted(listener).get(5, TimeUnit.SECONDS)) {
            client.write(new byte[] {42}, 0, 1);
            assertThat(read(service, 1)).containsExactly(42);
        }
    }

    @Test
    void theSocketOfALiveServiceIsLeftAlone() throws Exception {
        try (Transport.Listener listener = transport.listen()) {
            assertThatIOException()
                    .isThrownBy(() -> transport.listen())
                    .withMessageContaining("another SynWarden service runs already")
                    .withMessageContaining("with Ctrl-C or its pid");
            try (Transport.Connection client = transport.connect();
                    Transport.Connection service = accepted(listener).get(5, TimeUnit.SECONDS)) {
                assertThat(client.caller().user()).isEqualTo(service.caller().user());
            }
        }
        transport.listen().close();
        assertThat(socket).doesNotExist();
    }

    @Test
    void whatIsNoSocketIsNotRemoved() throws IOException {
        Files.createDirectory(socket.getParent());
        Files.writeString(socket, "somebody's");
        assertThatIOException().isThrownBy(() -> transport.listen()).withMessageContaining("is no socket");
        assertThat(socket).hasContent("somebody's");
    }

    @Test
    void withoutAServiceTheClientIsToldHowToStartIt() {
        assertThatIOException()
                .isThrownBy(() -> transport.connect())
                .withMessage("the SynWarden service is not running; start it with: sudo synwarden service run");
    }

    @Test
    void closingEndsAWaitingAccept() throws Exception {
        Transport.Listener listener = transport.listen();
        CompletableFuture<Transport.Connection> waiting = accepted(listener);
        listener.close();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
                .withRootCauseInstanceOf(IOException.class);
    }

    @Test
    void closingEndsAWaitingRead() throws Exception {
        try (Transport.Listener listener = transport.listen()) {
            Transport.Connection client = transport.connect();
            Transport.Connection service = accepted(listener).get(5, TimeUnit.SECONDS);
            CompletableFuture<byte[]> waitingClient = CompletableFuture.supplyAsync(() -> read(client, 1));
            CompletableFuture<byte[]> waitingService = CompletableFuture.supplyAsync(() -> read(service, 1));
            client.close();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> waitingClient.get(5, TimeUnit.SECONDS));
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> waitingService.get(5, TimeUnit.SECONDS));
            service.close();
        }
    }

    @Test
    void aUserWithoutARuntimeFolderCanOnlyBeAClient() {
        UnixSocketTransport homeless = UnixSocketTransport.ofUser(folder.resolve("root.sock"), Optional.empty());
        assertThatIOException().isThrownBy(() -> homeless.listen()).withMessageContaining("XDG_RUNTIME_DIR is not set");
        assertThatIOException().isThrownBy(() -> homeless.connect()).withMessageContaining("is not running");
    }

    @Test
    void aUserFindsRootsServiceFirstAndThenItsOwn() throws Exception {
        UnixSocketTransport ofRoot = UnixSocketTransport.at(folder.resolve("run/control.sock"));
        UnixSocketTransport user =
                UnixSocketTransport.ofUser(folder.resolve("run/control.sock"), Optional.of(folder.toString()));
        try (Transport.Listener own = user.listen()) {
            try (Transport.Listener root = ofRoot.listen();
                    Transport.Connection client = user.connect();
                    Transport.Connection service = accepted(root).get(5, TimeUnit.SECONDS)) {
                assertThat(client.caller().user()).isEqualTo(service.caller().user());
            }
            try (Transport.Connection client = user.connect();
                    Transport.Connection service = accepted(own).get(5, TimeUnit.SECONDS)) {
                assertThat(client.caller().user()).isEqualTo(service.caller().user());
            }
        }
    }

    @Test
    void aWholeServiceAndItsClientTalkOverIt() throws Exception {
        BlockingQueue<Rows> heard = new LinkedBlockingQueue<>();
        BlockingQueue<String> lost = new LinkedBlockingQueue<>();
        try (ControlServer server = new ControlServer(
                transport, new QuietRequests(), (topic, text) -> row -> true, deed -> {}, ServerSettings.of("0.1.0"))) {
            server.start();
            ControlClient client = ControlClient.connect(transport, "0.1.0", lost::add);
            assertThat(client.status().version()).isEqualTo("0.1.0");
            client.subscribe(Topic.INCIDENTS, Duration.ofMillis(500), heard::add);
            assertThat(heard.poll(5, TimeUnit.SECONDS))
                    .isEqualTo(new Rows("incidents", 1, true, List.of(), List.of(), List.of()));
        }
        assertThat(lost.poll(5, TimeUnit.SECONDS)).isEqualTo("the SynWarden service is stopping");
        assertThat(socket).doesNotExist();
    }
}
