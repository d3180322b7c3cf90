package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.platform.linux.tracefs.KernelEvent.ConnectBegan;
import org.synwarden.platform.linux.tracefs.KernelEvent.ConnectOver;
import org.synwarden.platform.linux.tracefs.KernelEvent.Executed;
import org.synwarden.platform.linux.tracefs.KernelEvent.ResetReceived;
import org.synwarden.platform.linux.tracefs.KernelEvent.SynRepeated;

class EventDecoderTest {
    private static final byte[] PC = bytes("00000000000000000000ffff0a4d0002");
    private static final byte[] TARGET = bytes("00000000000000000000ffff0a430001");
    private static final byte[] TARGET_V6 = bytes("fd000067000000000000000000000001");
    private static final long SOCKET = 0xFFFF_8880_1234_5678L;
    private static final int SOFT_IRQ = 0x10;
    private static final int ESTABLISHED = 1;
    private static final int SYN_SENT = 2;
    private static final int CLOSE = 7;

    private EventDecoder decoder;

    @BeforeEach
    void understandTheEventsOfThisKernel() throws IOException {
        decoder = new EventDecoder(Formats.all());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static Endpoint end(String address, int port) {
        return new Endpoint(Address.parse(address), port);
    }

    private static ByteBuffer change(int from, int to, int flags) {
        return Formats.stateSet(4_711, flags, SOCKET, from, to, PC, 40_000, TARGET, 445);
    }

    @Test
    void enteringSynSentIsAConnectOfTheThreadThatDoesIt() {
        ByteBuffer event = Formats.stateSet(4_711, 0, SOCKET, CLOSE, SYN_SENT, PC, 0, TARGET, 445);

        assertThat(decoder.decode(99, event))
                .contains(new ConnectBegan(99, 4_711, SOCKET, end("10.77.0.2", 0), end("10.67.0.1", 445)));
    }

    @Test
    void anAddressOfIpv6IsTakenAsItIsAndPortsHaveNoSign() {
        ByteBuffer event = Formats.stateSet(1, 0, SOCKET, CLOSE, SYN_SENT, TARGET_V6, 65_535, TARGET_V6, 49_152);

        assertThat(decoder.decode(99, event))
                .contains(new ConnectBegan(99, 1, SOCKET, end("fd00:67::1", 65_535), end("fd00:67::1", 49_152)));
    }

    @Test
    void leavingSynSentIsTheEndOfAConnect() {
        Endpoint local = end("10.77.0.2", 40_000);
        Endpoint remote = end("10.67.0.1", 445);

        assertThat(decoder.decode(99, change(SYN_SENT, ESTABLISHED, SOFT_IRQ)))
                .contains(new ConnectOver(99, SOCKET, local, remote, true, true));
        assertThat(decoder.decode(99, change(SYN_SENT, CLOSE, SOFT_IRQ)))
                .contains(new ConnectOver(99, SOCKET, local, remote, false, true));
        assertThat(decoder.decode(99, change(SYN_SENT, CLOSE, 0x0C)))
                .contains(new ConnectOver(99, SOCKET, local, remote, false, false));
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "10, 7", "7, 10", "2, 3"})
    void otherChangesOfStateAreNoConnects(int from, int to) {
        assertThat(decoder.decode(99, change(from, to, 0))).isEmpty();
    }

    @Test
    void aSegmentSentAgainNamesBothEnds() {
        assertThat(decoder.decode(99, Formats.sentAgain(SOCKET, PC, 40_000, TARGET, 445)))
                .contains(new SynRepeated(99, SOCKET, end("10.77.0.2", 40_000), end("10.67.0.1", 445)));
    }

    @Test
    void aResetNamesTheSocket() {
        assertThat(decoder.decode(99, Formats.resetReceived(SOCKET))).contains(new ResetReceived(99, SOCKET));
    }

    @Test
    void anExecutedProgramIsNamedAsItWasCalled() {
        assertThat(decoder.decode(99, Formats.executed(4_711, "./worm"))).contains(new Executed(99, 4_711, "./worm"));
    }

    @Test
    void theFormatFileDecidesWhereAFieldIsNotThisProgram() throws IOException {
        EventFormat moved = EventFormat.parse(Formats.text(
                "tcp_receive_reset", Formats.RESET_RECEIVED, Formats.field("const void * skaddr", 64, 8, 0)));
        ByteBuffer event = Formats.resetReceived(1).putLong(64, SOCKET);

        assertThat(new EventDecoder(List.of(moved)).decode(99, event)).contains(new ResetReceived(99, SOCKET));
    }

    @Test
    void aRecordThatIsCutShortOrUnknownMeansNothing() {
        ByteBuffer whole = change(CLOSE, SYN_SENT, 0);
        for (int length = 0; length < whole.limit(); length++) {
            assertThat(decoder.decode(99, whole.duplicate().order(whole.order()).limit(length)))
                    .isEmpty();
        }
        assertThat(decoder.decode(99, whole.putShort(0, (short) 7))).isEmpty();
    }

    @Test
    void textThatPointsOutsideItsRecordMeansNothing() {
        ByteBuffer event = Formats.executed(4_711, "./worm").putInt(8, 0xFFFF << 16 | 0xFFFF);

        assertThat(decoder.decode(99, event)).isEmpty();
    }

    @Test
    void aKernelThatDescribesAnotherEventThanWasAskedForIsRefusedWithItsName() throws IOException {
        EventFormat other = EventFormat.parse(Formats.text("tcp_probe", 7));

        assertThatThrownBy(() -> new EventDecoder(List.of(other)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tcp_probe");
    }

    @Test
    void aKernelWhoseEventLacksAFieldIsRefusedWithItsName() throws IOException {
        EventFormat old = EventFormat.parse(Formats.text("tcp_receive_reset", Formats.RESET_RECEIVED));

        assertThatThrownBy(() -> new EventDecoder(List.of(old)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("skaddr");
    }

    @Test
    void aThreadIsOfItsMakersProcessOnlyWhereTheFlagSaysSo() {
        assertThat(decoder.decode(99, Formats.threadMade(813, 812, 0x003D_0F00)))
                .contains(new KernelEvent.ThreadMade(99, 813, 812, true));
        assertThat(decoder.decode(99, Formats.threadMade(813, 812, 0x0120_0011)))
                .contains(new KernelEvent.ThreadMade(99, 813, 812, false));
    }
}
