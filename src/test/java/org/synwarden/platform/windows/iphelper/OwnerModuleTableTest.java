package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.sockets.SocketState;

/** The fixtures are rows as 64-bit Windows lays them out, written field by field. */
class OwnerModuleTableTest {
    private static final String ONE = "01000000" + "CCCCCCCC";

    /** 2005-08-21 15:38:09 UTC. */
    private static final String CREATED = "80E6BA1C66A6C501";

    private static final long CREATED_FILETIME = 0x01C5A6661CBAE680L;
    private static final String MODULE = "EE".repeat(128);
    private static final String PAD = "DDDDDDDD";

    @Test
    void readsAnIpv4AttemptWithItsPortsInNetworkOrderAndTheTimeOfItsSocket() throws IOException {
        OwnedRow row = only(
                OwnerModuleTable.TCP4,
                ONE + "03000000" + "0A420001" + "C0010000" + "0A420107" + "01BD0000" + "67120000" + CREATED + MODULE);
        assertThat(row.flow()).isEqualTo(flow(Protocol.TCP, "10.66.0.1", 49153, "10.66.1.7", 445));
        assertThat(row.state()).isEqualTo(SocketState.SYN_SENT);
        assertThat(row.pid()).isEqualTo(4711);
        assertThat(row.created()).isEqualTo(CREATED_FILETIME);
    }

    @Test
    void ignoresWhatStandsInTheUpperHalfOfAPort() throws IOException {
        OwnedRow row = only(
                OwnerModuleTable.TCP4,
                ONE + "05000000" + "0A420001" + "C001FFFF" + "0A420107" + "01BDABCD" + "04000000" + CREATED + MODULE);
        assertThat(row.flow()).isEqualTo(flow(Protocol.TCP, "10.66.0.1", 49153, "10.66.1.7", 445));
    }

    @Test
    void aListenerHasNoRemoteEndWhateverTheRowHolds() throws IOException {
        OwnedRow ipv4 = only(
                OwnerModuleTable.TCP4,
                ONE + "02000000" + "00000000" + "01BD0000" + "0A420107" + "18F70000" + "04000000" + CREATED + MODULE);
        OwnedRow ipv6 = only(
                OwnerModuleTable.TCP6,
                ONE + "00".repeat(16) + "00000000" + "01BD0000" + "FE80" + "33".repeat(14) + "05000000" + "18F70000"
                        + "02000000" + "04000000" + CREATED + MODULE);
        assertThat(ipv4.flow()).isEqualTo(flow(Protocol.TCP, "0.0.0.0", 445, "0.0.0.0", 0));
        assertThat(ipv6.flow()).isEqualTo(flow(Protocol.TCP, "::", 445, "::", 0));
    }

    @Test
    void readsAnIpv6RowWithTheZonesOfBothEnds() throws IOException {
        OwnedRow row = only(
                OwnerModuleTable.TCP6,
                ONE + "FE800000000000000000000000000001" + "0C000000" + "C0010000"
                        + "FE800000000000000000000000000002" + "0C000000" + "01BB0000"
                        + "05000000" + "67120000" + CREATED + MODULE);
        assertThat(row.flow()).isEqualTo(flow(Protocol.TCP, "fe80::1%12", 49153, "fe80::2%12", 443));
        assertThat(row.state()).isEqualTo(SocketState.ESTABLISHED);
        assertThat(row.pid()).isEqualTo(4711);
        assertThat(row.created()).isEqualTo(CREATED_FILETIME);
    }

    @Test
    void understandsAZoneInEitherByteOrder() throws IOException {
        assertThat(only(OwnerModuleTable.UDP6, udp6("FE800000000000000000000000000001", "0000000C"))
                        .flow())
                .isEqualTo(flow(Protocol.UDP, "fe80::1%12", 443, "::", 0));
    }

    @Test
    void onlyLinkLocalAddressesHaveAZone() throws IOException {
        assertThat(only(OwnerModuleTable.UDP6, udp6("00000000000000000000000000000001", "00100000"))
                        .flow())
                .isEqualTo(flow(Protocol.UDP, "::1", 443, "::", 0));
    }

    @Test
    void aMappedAddressInAnIpv6RowIsAnIpv4Flow() throws IOException {
        OwnedRow row = only(
                OwnerModuleTable.TCP6,
                ONE + "00000000000000000000FFFF0A420001" + "00000000" + "C0010000"
                        + "00000000000000000000FFFF0A420107" + "00000000" + "01BD0000"
                        + "03000000" + "67120000" + CREATED + MODULE);
        assertThat(row.flow()).isEqualTo(flow(Protocol.TCP, "10.66.0.1", 49153, "10.66.1.7", 445));
        assertThat(only(OwnerModuleTable.UDP6, udp6("00000000000000000000FFFF0A420001", "00000000"))
                        .flow())
                .isEqualTo(flow(Protocol.UDP, "10.66.0.1", 443, "0.0.0.0", 0));
    }

    @Test
    void udpRowsHaveALocalEndOnly() throws IOException {
        OwnedRow ipv4 = only(
                OwnerModuleTable.UDP4,
                ONE + "0A420001" + "14E90000" + "67120000" + PAD + CREATED + "01000000" + PAD + MODULE);
        OwnedRow ipv6 = only(OwnerModuleTable.UDP6, udp6("00".repeat(16), "00000000"));
        assertThat(ipv4.flow()).isEqualTo(flow(Protocol.UDP, "10.66.0.1", 5353, "0.0.0.0", 0));
        assertThat(ipv6.flow()).isEqualTo(flow(Protocol.UDP, "::", 443, "::", 0));
        assertThat(List.of(ipv4, ipv6)).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(SocketState.UNCONNECTED);
            assertThat(row.pid()).isEqualTo(4711);
            assertThat(row.created()).isEqualTo(CREATED_FILETIME);
        });
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
            String table = ONE + String.format("%02X000000", raw) + "00".repeat(156);
            assertThat(only(OwnerModuleTable.TCP4, table).state()).isEqualTo(states.get(raw));
        }
    }

    @Test
    void readsAllRowsAndNothingAfterThem() throws IOException {
        String first = "0A420001" + "00010000" + "01000000" + PAD + CREATED + "00".repeat(8) + MODULE;
        String second = "0A420002" + "00020000" + "02000000" + PAD + CREATED + "00".repeat(8) + MODULE;
        assertThat(rows(OwnerModuleTable.UDP4, "02000000" + PAD + first + second + "FFFF"))
                .extracting(OwnedRow::pid)
                .containsExactly(1, 2);
    }

    @Test
    void anEmptyTableHasNoRows() throws IOException {
        assertThat(rows(OwnerModuleTable.TCP4, "00000000")).isEmpty();
    }

    @Test
    void aTableThatIsNotThereIsNoEmptyTable() {
        assertThatIOException()
                .isThrownBy(() -> rows(OwnerModuleTable.TCP4, ""))
                .withMessageContaining("without a count");
    }

    @Test
    void refusesATableThatPromisesMoreThanItHolds() {
        String oneByteShort = "02000000" + PAD + "00".repeat(2 * 160 - 1);
        String absurd = "FFFFFFFF" + PAD + "00".repeat(160);
        assertThatIOException()
                .isThrownBy(() -> rows(OwnerModuleTable.TCP4, oneByteShort))
                .withMessageContaining("2 rows");
        assertThatIOException()
                .isThrownBy(() -> rows(OwnerModuleTable.TCP4, absurd))
                .withMessageContaining("4294967295 rows");
    }

    private static String udp6(String address, String zone) {
        return ONE + address + zone + "01BB0000" + "67120000" + PAD + CREATED + "01000000" + PAD + MODULE;
    }

    private static OwnedRow only(OwnerModuleTable format, String table) throws IOException {
        List<OwnedRow> rows = rows(format, table);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<OwnedRow> rows(OwnerModuleTable format, String table) throws IOException {
        List<OwnedRow> rows = new ArrayList<>();
        format.read(ByteBuffer.wrap(HexFormat.of().parseHex(table)).order(ByteOrder.LITTLE_ENDIAN), rows::add);
        return rows;
    }

    private static Flow flow(Protocol protocol, String local, int localPort, String remote, int remotePort) {
        return new Flow(
                protocol,
                new Endpoint(Address.parse(local), localPort),
                new Endpoint(Address.parse(remote), remotePort));
    }
}
