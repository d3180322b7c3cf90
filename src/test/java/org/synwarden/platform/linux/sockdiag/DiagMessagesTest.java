package org.synwarden.platform.linux.sockdiag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Protocol;

/** The fixtures are what Linux 6.18 on x86-64 sent; the sequence number of all is 7. */
class DiagMessagesTest {
    private static final int SEQUENCE = 7;

    private static final String IPV4_LISTENING = "7c0000001400020007000000fc7c0000"
            + "020a0000027700007f0000010000000000000000000000000000000000000000000000000000000000000000"
            + "1837000000000000000000000100000080000000e8030000affd0900"
            + "050008000000000008000f00000000000c00150001000000000000000600160052000000";

    private static final String IPV4_TIME_WAIT = "580000001400020007000000fc7c0000"
            + "020602000277b5d27f0000010000000000000000000000007f00000100000000000000000000000000000000"
            + "19370000000000000000000000000000000000000000000000000000";

    private static final String IPV6_CONNECTED = "7c0000001400020007000000fc7c0000"
            + "0a010000d2561f900000000000000000000000000000000100000000000000000000000000000001"
            + "000000001e3700000000000000000000000000000000000000000000b1fd0900"
            + "050008000000000008000f00000000000c00150001000000000000000600160012000000";

    private static final String IPV6_MAPPED = "7c0000001400020007000000fc7c0000"
            + "0a010000b5d2027700000000000000000000ffff7f00000100000000000000000000ffff7f000001"
            + "000000001f3700000000000000000000000000000000000000000000b4fd0900"
            + "050008000000000008000f00000000000c00150001000000000000000600160012000000";

    private static final String UDP_CONNECTED = "7c0000001400020007000000fc7c0000"
            + "020100009c7514e97f0000010000000000000000000000007f00000100000000000000000000000000000000"
            + "1b3700000000000000000000000000000000000000000000b6fd0900"
            + "050008000000000008000f00000000000c00150001000000000000000600160050000000";

    private static final String DONE = "140000000300020007000000fc7c000000000000";
    private static final String DONE_WITH_ENOENT = "140000000300020007000000fc7c0000feffffff";

    private final List<SocketFacts> rows = new ArrayList<>();

    @Test
    void readsBothEndsStateInodeAndUser() throws IOException {
        read(Protocol.TCP, IPV4_LISTENING + IPV4_TIME_WAIT + IPV6_CONNECTED);

        assertThat(rows)
                .extracting(row -> row.flow() + " " + row.state() + " " + row.inode() + " " + row.uid())
                .containsExactly(
                        "TCP 127.0.0.1:631 -> 0.0.0.0:0 LISTEN 654767 1000",
                        "TCP 127.0.0.1:631 -> 127.0.0.1:46546 TIME_WAIT 0 0",
                        "TCP [::1]:53846 -> [::1]:8080 ESTABLISHED 654769 0");
    }

    @Test
    void aMappedAddressIsTheIpv4AddressThatItStandsFor() throws IOException {
        read(Protocol.TCP, IPV6_MAPPED);

        assertThat(rows).extracting(SocketFacts::flow).hasToString("[TCP 127.0.0.1:46546 -> 127.0.0.1:631]");
        assertThat(rows.get(0).flow().local().address().isIpv4()).isTrue();
    }

    @Test
    void aUdpRowIsUnconnectedWhateverTheKernelCallsIt() throws IOException {
        read(Protocol.UDP, UDP_CONNECTED);

        assertThat(rows)
                .extracting(row -> row.flow() + " " + row.state())
                .containsExactly("UDP 127.0.0.1:40053 -> 127.0.0.1:5353 UNCONNECTED");
    }

    @Test
    void goesOnUntilTheKernelSaysThatItIsDone() throws IOException {
        assertThat(read(Protocol.TCP, IPV4_LISTENING)).isFalse();
        assertThat(read(Protocol.TCP, DONE)).isTrue();
        assertThat(rows).hasSize(1);
    }

    @Test
    void anErrorAtTheEndOrInPlaceOfRowsIsToldAsSuch() {
        String error = DONE_WITH_ENOENT.replaceFirst("^1400000003", "1400000002");
        for (String answer : List.of(DONE_WITH_ENOENT, error)) {
            assertThatExceptionOfType(DiagException.class)
                    .isThrownBy(() -> read(Protocol.UDP, answer))
                    .withMessageContaining("errno 2")
                    .matches(DiagException::isRefusal);
        }
    }

    @Test
    void whatAnswersAnotherRequestIsNotRead() throws IOException {
        String other = DONE.replace("07000000", "08000000") + IPV4_LISTENING.replace("07000000", "08000000");

        assertThat(read(Protocol.TCP, other + UDP_CONNECTED)).isFalse();
        assertThat(rows).hasSize(1);
    }

    @Test
    void aMessageThatIsCutShortYieldsNothing() throws IOException {
        int whole = IPV4_LISTENING.length();
        for (int length = 0; length < whole; length += 2) {
            assertThat(read(Protocol.TCP, IPV4_LISTENING.substring(0, length))).isFalse();
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void arbitraryBytesAreNoError() {
        Random random = new Random(11);
        byte[] captured = bytes(IPV4_LISTENING + IPV6_CONNECTED + UDP_CONNECTED);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = captured.clone();
            for (int i = 0; i < 10; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> {
                        try {
                            read(Protocol.TCP, bytes);
                        } catch (DiagException aMessageBecameAnError) {
                            return;
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void asksForOneProtocolAndFamilyInTheGivenStates() {
        ByteBuffer buffer = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);

        new DiagRequest(Protocol.UDP, DiagRequest.IPV6, DiagRequest.UDP_ROWS).write(buffer, SEQUENCE);

        assertThat(HexFormat.of().formatHex(buffer.array(), 0, DiagRequest.SIZE))
                .isEqualTo("48000000140001030700000000000000" + "0a11000082000000" + "00".repeat(48));
        assertThat(buffer.position()).isZero();
    }

    private boolean read(Protocol protocol, String hex) throws DiagException {
        return read(protocol, bytes(hex));
    }

    private boolean read(Protocol protocol, byte[] bytes) throws DiagException {
        DiagRequest request = new DiagRequest(protocol, DiagRequest.IPV4, DiagRequest.TCP_ROWS);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new DiagMessages(request, SEQUENCE, rows::add).read(buffer, bytes.length);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
