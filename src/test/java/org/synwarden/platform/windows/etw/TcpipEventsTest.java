package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.platform.windows.etw.TcpipPayload.end;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.observation.ConnectResult;

/** What the kernel's events mean, from payloads that are put together as the provider's manifest says. */
class TcpipEventsTest {
    private static final long TCB = 0xFFFF_C001_2345_6780L;
    private static final byte[] LOCAL = end("10.77.0.2", 50_000);
    private static final byte[] REMOTE = end("10.67.0.1", 445);
    private static final Endpoint HERE = new Endpoint(Address.parse("10.77.0.2"), 50_000);
    private static final Endpoint THERE = new Endpoint(Address.parse("10.67.0.1"), 445);

    private final TcpipEvents events = new TcpipEvents();

    private Optional<TcpipEvent> read(int id, byte[] data) {
        return read(id, 0, 4711, data);
    }

    private Optional<TcpipEvent> read(int id, int version, int headerProcess, byte[] data) {
        return events.read(id, version, headerProcess, ByteBuffer.wrap(data));
    }

    @Test
    void aRequestNamesItsCallerInTheHeader() {
        assertThat(read(1002, TcpipPayload.tcbFirst(TCB, LOCAL, REMOTE)))
                .contains(new TcpipEvent.Requested(TCB, 4711, HERE, THERE));
    }

    @Test
    void aSynNamesOnlyItsControlBlock() {
        assertThat(read(1004, TcpipPayload.synSend(TCB))).contains(new TcpipEvent.SynSent(TCB));
    }

    @Test
    void whatGoesOnNamesItsProcessInThePayload() {
        assertThat(read(1031, TcpipPayload.tcbLast(TCB, LOCAL, REMOTE, 0, 812)))
                .contains(new TcpipEvent.EndsTold(TCB, 812, HERE, THERE));
        assertThat(read(1186, TcpipPayload.tcbFirst(TCB, LOCAL, REMOTE)))
                .contains(new TcpipEvent.EndsTold(TCB, 0, HERE, THERE));
    }

    @Test
    void version1IsVersion0WithOneFieldMore() {
        assertThat(read(1033, 1, 0, TcpipPayload.tcbLastWithSequence(TCB, LOCAL, REMOTE, 0, 812)))
                .contains(new TcpipEvent.Ended(TCB, 812, HERE, THERE, ConnectResult.ESTABLISHED, false));
    }

    @ParameterizedTest
    @CsvSource({
        "1033, 0, ESTABLISHED",
        "1033, 0xC0000236, REFUSED",
        "1034, 0xC0000236, REFUSED",
        "1034, 0xC00000B5, TIMED_OUT",
        "1034, 0xC0000022, BLOCKED",
        "1034, 0xC000023C, NO_ROUTE",
        "1034, 0xC000023D, NO_ROUTE",
        "1034, 0xC0000120, CLOSED",
        "1045, 0xC00000B5, TIMED_OUT",
        "1020, 0xC0000022, BLOCKED",
        "1035, 0xC0000022, BLOCKED",
        "1021, 0xC000023C, NO_ROUTE",
        "1050, 0xC0000043, CLOSED"
    })
    void howAConnectEndedIsInTheEventOrItsStatus(int id, String status, ConnectResult result) {
        assertThat(read(
                        id,
                        TcpipPayload.tcbLast(
                                TCB, LOCAL, REMOTE, Long.decode(status).intValue(), 812)))
                .contains(new TcpipEvent.Ended(TCB, 812, HERE, THERE, result, false));
    }

    @Test
    void anRstIsARefusal() {
        assertThat(read(1183, TcpipPayload.tcbFirst(TCB, LOCAL, REMOTE)))
                .contains(new TcpipEvent.Ended(TCB, 0, HERE, THERE, ConnectResult.REFUSED, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1038, 1039, 1040})
    void aCloseAndAnAbortAreTheLastOfAConnection(int id) {
        assertThat(read(id, TcpipPayload.tcbLast(TCB, LOCAL, REMOTE, 0, 812)))
                .contains(new TcpipEvent.Ended(TCB, 812, HERE, THERE, ConnectResult.CLOSED, true));
    }

    @Test
    void ipv6HasAZoneOnlyWhereTheLinkIsMeant() {
        byte[] linkLocal = end("fe80::1%7", 445);
        assertThat(read(1002, TcpipPayload.tcbFirst(TCB, end("2001:db8::2", 50_000), linkLocal)))
                .contains(new TcpipEvent.Requested(
                        TCB,
                        4711,
                        new Endpoint(Address.parse("2001:db8::2"), 50_000),
                        new Endpoint(Address.parse("fe80::1%7"), 445)));
    }

    @Test
    void aMappedAddressIsTheIpv4AddressItStandsFor() {
        byte[] mapped = end("2001:db8::1", 445);
        System.arraycopy(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 67, 0, 1}, 0, mapped, 8, 16);
        assertThat(read(1002, TcpipPayload.tcbFirst(TCB, LOCAL, mapped)))
                .contains(new TcpipEvent.Requested(TCB, 4711, HERE, THERE));
    }

    @Test
    void aLocalEndThatIsNotChosenYetHasNoPort() {
        Endpoint none = new Endpoint(Address.ipv4(0), 0);
        assertThat(read(1002, TcpipPayload.tcbFirst(TCB, end("0.0.0.0", 50_000), REMOTE)))
                .contains(new TcpipEvent.Requested(TCB, 4711, none, THERE));
        assertThat(read(1002, TcpipPayload.tcbFirst(TCB, new byte[0], REMOTE)))
                .contains(new TcpipEvent.Requested(TCB, 4711, none, THERE));
    }

    @Test
    void otherEventsAreNoneOfOurs() {
        assertThat(read(1187, TcpipPayload.tcbFirst(TCB, LOCAL, REMOTE))).isEmpty();
        assertThat(read(1300, new byte[0])).isEmpty();
        assertThat(events.unreadable()).isZero();
    }

    @Test
    void everyTruncationIsCountedAndPassedOver() {
        int count = 0;
        for (int id : new int[] {1002, 1031, 1034, 1183, 1038}) {
            byte[] whole = id == 1002 || id == 1183
                    ? TcpipPayload.tcbFirst(TCB, LOCAL, REMOTE)
                    : TcpipPayload.tcbLast(TCB, LOCAL, REMOTE, 0, 812);
            int needed = id == 1002 || id == 1183 ? whole.length - 8 : whole.length;
            for (int length = 0; length < needed; length++) {
                assertThat(read(id, Arrays.copyOf(whole, length))).isEmpty();
                count++;
            }
        }
        assertThat(read(1004, new byte[7])).isEmpty();
        assertThat(events.unreadable()).isEqualTo(count + 1);
    }

    @Test
    void anAddressThatClaimsToBeGiantIsCountedAndPassedOver() {
        for (int length : new int[] {129, 0xFFFF, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            byte[] hostile =
                    new TcpipPayload().quad(TCB).word(length).raw(new byte[256]).bytes();
            assertThat(read(1002, hostile)).isEmpty();
        }
        assertThat(events.unreadable()).isEqualTo(5);
    }

    @Test
    void aVersionThatIsNotKnownIsCountedAndPassedOver() {
        assertThat(read(1034, 2, 0, TcpipPayload.tcbLastWithSequence(TCB, LOCAL, REMOTE, 0, 812)))
                .isEmpty();
        assertThat(events.unreadable()).isEqualTo(1);
    }

    @Test
    void aFamilyThatIsNotKnownAndARemoteEndThatIsNoneAreCounted() {
        byte[] unix = new byte[16];
        unix[0] = 1;
        assertThat(read(1002, TcpipPayload.tcbFirst(TCB, LOCAL, unix))).isEmpty();
        assertThat(read(1002, TcpipPayload.tcbFirst(TCB, LOCAL, new byte[0]))).isEmpty();
        assertThat(events.unreadable()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void aProgramThatConnectsToNowhereMakesNoLossOfIt(String nowhere) {
        byte[] remote = end(nowhere, 445);
        for (int id : new int[] {1002, 1183, 1186}) {
            assertThat(read(id, TcpipPayload.tcbFirst(TCB, LOCAL, remote))).contains(new TcpipEvent.ToNowhere(TCB));
        }
        for (int id : new int[] {1020, 1021, 1031, 1033, 1034, 1038, 1045}) {
            assertThat(read(id, TcpipPayload.tcbLast(TCB, LOCAL, remote, 0, 812)))
                    .contains(new TcpipEvent.ToNowhere(TCB));
        }
        assertThat(events.unreadable()).isZero();
    }
}
