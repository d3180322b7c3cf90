package org.synwarden.platform.linux.sockdiag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.platform.linux.process.LinuxProcessCatalog;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

@ExtendWith(LiveTier.class)
class LinuxSocketTableLiveIT {
    private final LinuxProcessCatalog catalog = new LinuxProcessCatalog();
    private final LinuxSocketTable table = new LinuxSocketTable(catalog);
    private final Optional<ProcessKey> self =
            catalog.find((int) ProcessHandle.current().pid());

    @ParameterizedTest
    @EnumSource(names = {"INET", "INET6"})
    void bothEndsOfAConnectionBelongToTheProcessThatHoldsThem(StandardProtocolFamily family) throws IOException {
        try (ServerSocketChannel server = listener(family);
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept()) {
            assertThat(accepted.isConnected()).isTrue();
            Flow flow = new Flow(Protocol.TCP, endpoint(client.getLocalAddress()), endpoint(client.getRemoteAddress()));

            assertThat(table.snapshot())
                    .contains(
                            new SocketRow(flow, SocketState.ESTABLISHED, self),
                            new SocketRow(flow.reversed(), SocketState.ESTABLISHED, self));
        }
    }

    @Test
    void aSocketThatAppearsBetweenTwoSnapshotsIsOwnedAndOneThatIsClosedIsGone() throws IOException {
        table.snapshot();
        Endpoint local;
        try (ServerSocketChannel server = listener(StandardProtocolFamily.INET)) {
            local = endpoint(server.getLocalAddress());
            assertThat(rowsAt(local))
                    .extracting(SocketRow::state, SocketRow::owner)
                    .containsExactly(tuple(SocketState.LISTEN, self));
        }
        assertThat(rowsAt(local)).isEmpty();
    }

    @Test
    void aUdpSocketIsListedWithItsOwner() throws IOException {
        try (DatagramChannel channel =
                DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            assertThat(rowsAt(endpoint(channel.getLocalAddress())))
                    .extracting(row -> row.flow().protocol(), SocketRow::state, SocketRow::owner)
                    .containsExactly(tuple(Protocol.UDP, SocketState.UNCONNECTED, self));
        }
    }

    @Test
    void aWormIsSeenInSynSentInItsOwnNamespaceAndNowhereElse() throws IOException, InterruptedException {
        try (Scene scene = Scene.open()) {
            Process worm = scene.dialInPc(6, 445, "10.66.0.0/16", 100);
            try {
                assertThat(worm.inputReader().readLine()).startsWith("first");
                assertThat(worm.inputReader().readLine()).startsWith("sixth");
                Pattern row =
                        Pattern.compile("(?m)^" + worm.pid() + " SYN_SENT TCP 10\\.77\\.0\\.2:\\d+ -> 10\\.66\\.");

                assertThat(row.matcher(scene.mainInPc(SocketTableMain.class)).results())
                        .hasSize(6);
                assertThat(table.snapshot())
                        .noneMatch(seen -> seen.flow().remote().toString().startsWith("10.66."));
            } finally {
                worm.destroyForcibly();
            }
        }
    }

    private List<SocketRow> rowsAt(Endpoint local) throws IOException {
        return table.snapshot().stream()
                .filter(row -> row.flow().local().equals(local))
                .toList();
    }

    private static ServerSocketChannel listener(StandardProtocolFamily family) throws IOException {
        byte[] loopback = switch (family) {
            case INET -> new byte[] {127, 0, 0, 1};
            case INET6 -> new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
            default -> throw new IllegalArgumentException(family.name());
        };
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getByAddress(loopback), 0));
    }

    private static Endpoint endpoint(SocketAddress socket) {
        InetSocketAddress address = (InetSocketAddress) socket;
        byte[] bytes = address.getAddress().getAddress();
        return new Endpoint(Address.ofBytes(bytes, 0, bytes.length), address.getPort());
    }
}
