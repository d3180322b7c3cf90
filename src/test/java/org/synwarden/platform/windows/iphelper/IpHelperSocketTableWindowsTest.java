package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.IPHlpAPI;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.net.Protocol;
import org.synwarden.platform.windows.bindings.OwnerModules;
import org.synwarden.platform.windows.process.WindowsProcessCatalog;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

/** Reads the table of the running Windows for sockets that this very process opens. */
@EnabledOnOs(OS.WINDOWS)
class IpHelperSocketTableWindowsTest {
    private static final InetAddress LOOPBACK = address("7F000001");
    private static final InetAddress LOOPBACK_6 = address("00000000000000000000000000000001");

    private static final int MANY = 10_000;
    private static final int ROUNDS = 10;

    private final WindowsProcessCatalog processes = new WindowsProcessCatalog();
    private final IpHelperSocketTable table = new IpHelperSocketTable(processes);
    private final ProcessKey self =
            processes.find((int) ProcessHandle.current().pid()).orElseThrow();

    @Test
    void seesAListenerAndBothEndsOfAConnectionWithTheirOwner() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, LOOPBACK);
                Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
            assertThat(client.isConnected()).isTrue();
            String server = "127.0.0.1:" + listener.getLocalPort();
            String asker = "127.0.0.1:" + client.getLocalPort();
            List<SocketRow> rows = table.snapshot();
            assertThat(row(rows, server, "0.0.0.0:0"))
                    .hasValueSatisfying(row -> assertOwn(row, Protocol.TCP, SocketState.LISTEN));
            assertThat(row(rows, asker, server))
                    .hasValueSatisfying(row -> assertOwn(row, Protocol.TCP, SocketState.ESTABLISHED));
        }
    }

    @Test
    void seesAnAttemptThatNobodyAnswers() throws IOException {
        List<SocketChannel> attempts = new ArrayList<>();
        try (ServerSocket listener = new ServerSocket(0, 1, LOOPBACK)) {
            String asker = endpoint((InetSocketAddress)
                    attemptOnAFullListener(listener, attempts).getLocalAddress());
            assertThat(row(table.snapshot(), asker, "127.0.0.1:" + listener.getLocalPort()))
                    .hasValueSatisfying(row -> assertOwn(row, Protocol.TCP, SocketState.SYN_SENT));
        } finally {
            for (SocketChannel attempt : attempts) {
                attempt.close();
            }
        }
    }

    /** A listener that accepts nothing has a short queue; the first attempt beyond it gets no answer. */
    private static SocketChannel attemptOnAFullListener(ServerSocket listener, List<SocketChannel> attempts)
            throws IOException {
        while (attempts.size() < 50) {
            SocketChannel attempt = SocketChannel.open();
            attempts.add(attempt);
            attempt.configureBlocking(false);
            attempt.bind(new InetSocketAddress(LOOPBACK, 0));
            attempt.connect(listener.getLocalSocketAddress());
            try (Selector selector = Selector.open()) {
                attempt.register(selector, SelectionKey.OP_CONNECT);
                if (selector.select(300) == 0) {
                    return attempt;
                }
            }
        }
        throw new IllegalStateException("a listener with a queue of 1 took 50 connections");
    }

    @Test
    void seesAnIpv6Listener() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, LOOPBACK_6)) {
            assertThat(row(table.snapshot(), "[::1]:" + listener.getLocalPort(), "[::]:0"))
                    .hasValueSatisfying(row -> assertOwn(row, Protocol.TCP, SocketState.LISTEN));
        }
    }

    @Test
    void seesUdpSockets() throws IOException {
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            channel.bind(new InetSocketAddress(LOOPBACK, 0));
            String local = endpoint((InetSocketAddress) channel.getLocalAddress());
            assertThat(row(table.snapshot(), local, "0.0.0.0:0"))
                    .hasValueSatisfying(row -> assertOwn(row, Protocol.UDP, SocketState.UNCONNECTED));
        }
    }

    @Test
    void theRowOfAProgramThatIsNoServiceHasNone(TestReporter reporter) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, LOOPBACK)) {
            SocketRow row = row(table.snapshot(), "127.0.0.1:" + listener.getLocalPort(), "0.0.0.0:0")
                    .orElseThrow();
            assertThat(table.services(List.of(row))).isEmpty();
            assertThat(new RowServices(List.of(new RowServices.Source(
                                    OwnerModuleTable.TCP4,
                                    new GrowingTable(
                                            "IPv4 TCP table",
                                            (buffer, size) -> IPHlpAPI.INSTANCE.GetExtendedTcpTable(
                                                    buffer,
                                                    size,
                                                    false,
                                                    IPHlpAPI.AF_INET,
                                                    IPHlpAPI.TCP_TABLE_CLASS.TCP_TABLE_OWNER_MODULE_ALL,
                                                    0)),
                                    (entry, buffer, size) -> {
                                        int code = OwnerModules.INSTANCE.GetOwnerModuleFromTcpEntry(
                                                entry, OwnerModules.INFO_BASIC, buffer, size);
                                        reporter.publishEntry("GetOwnerModuleFromTcpEntry", Integer.toString(code));
                                        return code;
                                    })))
                            .of(List.of(row)))
                    .isEmpty();
        }
    }

    @Test
    void seesTenThousandSocketsAndSaysWhatALookCosts(TestReporter reporter) throws IOException {
        List<DatagramChannel> channels = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
                channels.add(channel.bind(new InetSocketAddress(LOOPBACK, 0)));
            }
            for (int i = 0; i < ROUNDS; i++) {
                long began = System.nanoTime();
                List<SocketRow> rows = table.snapshot();
                long micros = (System.nanoTime() - began) / 1_000;
                assertThat(rows).hasSizeGreaterThanOrEqualTo(MANY);
                reporter.publishEntry("look " + i, micros + " µs for " + rows.size() + " rows");
            }
        } finally {
            for (DatagramChannel channel : channels) {
                channel.close();
            }
        }
    }

    private void assertOwn(SocketRow row, Protocol protocol, SocketState state) {
        assertThat(row.flow().protocol()).isEqualTo(protocol);
        assertThat(row.state()).isEqualTo(state);
        assertThat(row.owner()).contains(self);
    }

    private static Optional<SocketRow> row(List<SocketRow> rows, String local, String remote) {
        return rows.stream()
                .filter(row -> row.flow().local().toString().equals(local)
                        && row.flow().remote().toString().equals(remote))
                .findFirst();
    }

    private static String endpoint(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static InetAddress address(String hex) {
        try {
            return InetAddress.getByAddress(HexFormat.of().parseHex(hex));
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
