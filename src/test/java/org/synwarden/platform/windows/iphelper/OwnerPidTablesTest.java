package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.sockets.SocketState;

/** The fixtures are rows as 64-bit Windows lays them out, written field by field. */
class OwnerPidTablesTest {
    private static final String ONE = "01000000";

    @Test
    void readsAnIpv4AttemptWithItsPortsInNetworkOrder() throws IOException {
        byte[] table = hex(ONE, "03000000", "0A420001", "C0010000", "0A420107", "01BD0000", "67120000");
        assertThat(OwnerPidTables.tcp4(table))
                .containsExactly(new OwnedRow(
                        flow(Protocol.TCP, "10.66.0.1", 49153, "10.66.1.7", 445), SocketState.SYN_SENT, 4711));
    }

    @Test
    void ignoresWhatStandsInTheUpperHalfOfAPort() throws IOException {
        byte[] table = hex(ONE, "05000000", "0A420001", "C001FFFF", "0A420107", "01BDABCD", "04000000");
        assertThat(OwnerPidTables.tcp4(table).get(0).flow())
                .isEqualTo(flow(Protocol.TCP, "10.66.0.1", 49153, "10.66.1.7", 445));
    }

    @Test
    void aListenerHasNoRemoteEndWhateverTheRowHolds() throws IOException {
        byte[] table = hex(ONE, "02000000", "00000000", "01BD0000", "0A420107", "18F70000", "04000000");
        assertThat(OwnerPidTables.tcp4(table))
                .containsExactly(new OwnedRow(flow(Protocol.TCP, "0.0.0.0", 445, "0.0.0.0", 0), SocketState.LISTEN, 4));
    }

    @Test
    void readsAnIpv6RowWithTheZonesOfBothEnds() throws IOException {
        byte[] table = hex(
                ONE,
                "FE800000000000000000000000000001" + "0C000000" + "C0010000",
                "FE800000000000000000000000000002" + "0C000000" + "01BB0000",
                "05000000" + "67120000");
        assertThat(OwnerPidTables.tcp6(table))
                .containsExactly(new OwnedRow(
                        flow(Protocol.TCP, "fe80::1%12", 49153, "fe80::2%12", 443), SocketState.ESTABLISHED, 4711));
    }

    @Test
    void understandsAZoneInEitherByteOrder() throws IOException {
        byte[] table = hex(ONE, "FE800000000000000000000000000001" + "0000000C" + "01BB0000", "67120000");
        assertThat(OwnerPidTables.udp6(table).get(0).flow().local())
                .isEqualTo(new Endpoint(Address.parse("fe80::1%12"), 443));
    }

    @Test
    void onlyLinkLocalAddressesHaveAZone() throws IOException {
        byte[] table = hex(ONE, "00000000000000000000000000000001" + "00100000" + "01BB0000", "67120000");
        assertThat(OwnerPidTables.udp6(table).get(0).flow().local()).isEqualTo(new Endpoint(Address.parse("::1"), 443));
    }

    @Test
    void aMappedAddressInAnIpv6RowIsAnIpv4Flow() throws IOException {
        byte[] table = hex(
                ONE,
                "00000000000000000000FFFF0A420001" + "00000000" + "C0010000",
                "00000000000000000000FFFF0A420107" + "00000000" + "01BD0000",
                "03000000" + "67120000");
        assertThat(OwnerPidTables.tcp6(table).get(0).flow())
                .isEqualTo(flow(Protocol.TCP, "10.66.0.1", 49153, "10.66.1.7", 445));
    }

    @Test
    void udpRowsHaveALocalEndOnly() throws IOException {
        byte[] ipv4 = hex(ONE, "0A420001", "14E90000", "67120000");
        byte[] ipv6 = hex(ONE, "00000000000000000000000000000000" + "00000000" + "14E90000", "67120000");
        assertThat(OwnerPidTables.udp4(ipv4))
                .containsExactly(new OwnedRow(
                        flow(Protocol.UDP, "10.66.0.1", 5353, "0.0.0.0", 0), SocketState.UNCONNECTED, 4711));
        assertThat(OwnerPidTables.udp6(ipv6))
                .containsExactly(new OwnedRow(flow(Protocol.UDP, "::", 5353, "::", 0), SocketState.UNCONNECTED, 4711));
    }

    @Test
    void knowsEveryStateOfTheTableAndTakesLaterOnesForClosed() throws IOException {
        List<SocketState> states = List.of(
                SocketState.CLOSED, // 0 is no state at all
                SocketState.CLOSED,
                SocketState.LISTEN,
                SocketState.SYN_SENT,
                SocketState.SYN_RECEIVED,
                SocketState.ESTABLISHED,
                SocketState.FIN_WAIT_1,
                SocketState.FIN_WAIT_2,
                SocketState.CLOSE_WAIT,
                SocketState.CLOSING,
                SocketState.LAST_ACK,
                SocketState.TIME_WAIT,
                SocketState.CLOSED,
                SocketState.CLOSED);
        for (int raw = 0; raw < states.size(); raw++) {
            byte[] table = hex(ONE, String.format("%02X000000", raw), "00".repeat(20));
            assertThat(OwnerPidTables.tcp4(table).get(0).state()).isEqualTo(states.get(raw));
        }
    }

    @Test
    void readsAllRowsAndNothingAfterThem() throws IOException {
        byte[] table =
                hex("02000000", "0A420001" + "00010000" + "01000000", "0A420002" + "00020000", "02000000", "FFFF");
        assertThat(OwnerPidTables.udp4(table)).extracting(OwnedRow::pid).containsExactly(1, 2);
    }

    @Test
    void anEmptyTableHasNoRows() throws IOException {
        assertThat(OwnerPidTables.tcp4(hex("00000000"))).isEmpty();
    }

    @Test
    void aTableThatIsNotThereIsNoEmptyTable() {
        assertThatIOException().isThrownBy(() -> OwnerPidTables.tcp4(new byte[0]));
    }

    @Test
    void refusesATableThatPromisesMoreThanItHolds() {
        byte[] oneByteShort = hex("02000000", "00".repeat(23), "00".repeat(24));
        byte[] absurd = hex("FFFFFFFF", "00".repeat(24));
        assertThatIOException()
                .isThrownBy(() -> OwnerPidTables.tcp4(oneByteShort))
                .withMessageContaining("2 rows");
        assertThatIOException().isThrownBy(() -> OwnerPidTables.tcp4(absurd)).withMessageContaining("4294967295 rows");
    }

    private static Flow flow(Protocol protocol, String local, int localPort, String remote, int remotePort) {
        return new Flow(
                protocol,
                new Endpoint(Address.parse(local), localPort),
                new Endpoint(Address.parse(remote), remotePort));
    }

    private static byte[] hex(String... parts) {
        return HexFormat.of().parseHex(String.join("", parts));
    }
}
