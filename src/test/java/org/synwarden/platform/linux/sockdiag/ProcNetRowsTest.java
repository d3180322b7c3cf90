package org.synwarden.platform.linux.sockdiag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.net.Protocol;
import org.synwarden.sockets.SocketState;

class ProcNetRowsTest {
    private static final String TCP = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:0277 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 18345 1 00000000f052f092 100 0 0 10 0
               1: 02004D0A:C350 0701420A:01BD 02 00000001:00000000 01:00000042 00000003  1000        0 18399 2 00000000f052f093 800 0 0 1 7
               2: 02004D0A:C351 0701420A:01BD 06 00000000:00000000 03:00000FA1 00000000     0        0 0 3 00000000f052f094
            """;

    private static final String TCP6 = """
              sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF00000100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 777 1 00000000f052f095 20 4 30 10 -1
               1: B80D0120000000000000000001000000:D431 B80D0120010000000000000002000000:01BB 08 00000000:00000000 00:00000000 00000000     0        0 778 1 00000000f052f096 20 4 30 10 -1
            """;

    private static final String UDP = """
               sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
              412: 3500007F:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000   101        0 20111 2 00000000f052f097 0
              513: 02004D0A:A1B2 08080808:0035 01 00000000:00000000 00:00000000 00000000   101        0 20112 2 00000000f052f098 0
            """;

    @Test
    void readsTheEndsTheStateAndTheInodeOfIpv4Rows() {
        assertThat(rows(Protocol.TCP, TCP))
                .extracting(row -> row.flow() + " " + row.state() + " " + row.inode())
                .containsExactly(
                        "TCP 127.0.0.1:631 -> 0.0.0.0:0 LISTEN 18345",
                        "TCP 10.77.0.2:50000 -> 10.66.1.7:445 SYN_SENT 18399",
                        "TCP 10.77.0.2:50001 -> 10.66.1.7:445 TIME_WAIT 0");
    }

    @Test
    void readsIpv6AsFourWordsAndAMappedAddressAsIpv4() {
        assertThat(rows(Protocol.TCP, TCP6))
                .extracting(row -> row.flow() + " " + row.state() + " " + row.inode())
                .containsExactly(
                        "TCP 127.0.0.1:8080 -> 127.0.0.1:40000 ESTABLISHED 777",
                        "TCP [2001:db8::1]:54321 -> [2001:db8:0:1::2]:443 CLOSE_WAIT 778");
    }

    @Test
    void aUdpRowIsUnconnectedWhateverTheKernelCallsIt() {
        assertThat(rows(Protocol.UDP, UDP))
                .extracting(row -> row.flow() + " " + row.state())
                .containsExactly(
                        "UDP 127.0.0.53:53 -> 0.0.0.0:0 UNCONNECTED", "UDP 10.77.0.2:41394 -> 8.8.8.8:53 UNCONNECTED");
    }

    @ParameterizedTest
    @CsvSource({
        "01, ESTABLISHED",
        "02, SYN_SENT",
        "03, SYN_RECEIVED",
        "04, FIN_WAIT_1",
        "05, FIN_WAIT_2",
        "06, TIME_WAIT",
        "07, CLOSED",
        "08, CLOSE_WAIT",
        "09, LAST_ACK",
        "0A, LISTEN",
        "0B, CLOSING",
        "0C, SYN_RECEIVED"
    })
    void namesEveryStateOfTheKernel(String number, SocketState state) {
        String line = "0: 0100007F:0277 00000000:0000 " + number + " 0:0 00:0 0 0 0 18345\n";
        assertThat(rows(Protocol.TCP, line)).extracting(SocketFacts::state).containsExactly(state);
    }

    @Test
    void aLineThatIsNotCompleteYetIsLeftForTheNextRead() {
        byte[] bytes = TCP.getBytes(StandardCharsets.US_ASCII);
        int cut = TCP.indexOf("0701420A");
        List<SocketFacts> rows = new ArrayList<>();
        ProcNetRows parser = new ProcNetRows(Protocol.TCP, rows::add);

        int taken = parser.read(bytes, cut);
        assertThat(rows).hasSize(1);
        byte[] rest = TCP.substring(taken).getBytes(StandardCharsets.US_ASCII);
        assertThat(parser.read(rest, rest.length)).isEqualTo(rest.length);
        assertThat(rows).isEqualTo(rows(Protocol.TCP, TCP));
    }

    @ParameterizedTest
    @CsvSource({
        "0: 0100007F:0277 00000000:0000 0A 0:0 00:0 0 0 0",
        "0: 0100007:0277 00000000:0000 0A 0:0 00:0 0 0 0 18345",
        "0: 0100007G:0277 00000000:0000 0A 0:0 00:0 0 0 0 18345",
        "0: 0100007F-0277 00000000:0000 0A 0:0 00:0 0 0 0 18345",
        "0: 0100007F:0277 00000000:0000 0A 0:0 00:0 0 0 0 -1",
        "0: 0100007F:0277 00000000:0000 zz 0:0 00:0 0 0 0 18345"
    })
    void whatIsNoRowYieldsNothing(String line) {
        assertThat(rows(Protocol.TCP, line + "\n")).isEmpty();
    }

    @Test
    void arbitraryBytesAreNoError() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = TCP6.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 40; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            ProcNetRows parser =
                    new ProcNetRows(Protocol.TCP, row -> assertThat(row.inode()).isNotNegative());
            assertThatCode(() -> parser.read(bytes, bytes.length)).doesNotThrowAnyException();
        }
    }

    @Test
    void aSocketIsKnownByItsLinkAndNothingElseIs() {
        assertThat(ProcessDescriptors.socketInode("socket:[18345]")).hasValue(18_345);
        assertThat(ProcessDescriptors.socketInode("pipe:[18345]")).isEmpty();
        assertThat(ProcessDescriptors.socketInode("/tmp/socket:[18345]")).isEmpty();
        assertThat(ProcessDescriptors.socketInode("socket:[]")).isEmpty();
        assertThat(ProcessDescriptors.socketInode("socket:[99999999999999999999]"))
                .isEmpty();
    }

    private static List<SocketFacts> rows(Protocol protocol, String text) {
        List<SocketFacts> rows = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        new ProcNetRows(protocol, rows::add).read(bytes, bytes.length);
        return rows;
    }
}
