package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.platform.windows.etw.TcpipPayload.CANCELLED;
import static org.synwarden.platform.windows.etw.TcpipPayload.HOST_UNREACHABLE;
import static org.synwarden.platform.windows.etw.TcpipPayload.REFUSED;
import static org.synwarden.platform.windows.etw.TcpipPayload.end;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/** How events of one control block become one attempt, whatever order they come in. */
class TcbConnectsTest {
    private static final EvidenceSource SOURCE = EvidenceSource.KERNEL_EVENTS;
    private static final int WORM = 4_712;
    private static final int BROWSER = 2_020;
    private static final int KERNEL = 4;
    private static final int GONE = 99_996;
    private static final long TCB = 0xFFFF_C001_2345_6780L;
    private static final byte[] NO_LOCAL = end("0.0.0.0", 0);
    private static final byte[] LOCAL = end("10.77.0.2", 50_000);
    private static final byte[] REMOTE = end("10.67.0.1", 445);
    private static final Endpoint THERE = new Endpoint(Address.parse("10.67.0.1"), 445);
    private static final Endpoint HERE = new Endpoint(Address.parse("10.77.0.2"), 50_000);
    private static final Flow FLOW = new Flow(Protocol.TCP, HERE, THERE);

    private final List<Observation> said = new ArrayList<>();
    private final TcpipEvents events = new TcpipEvents();
    private final Callers callers = new Callers(new Everybody(), () -> 0, () -> 0, observation -> {});
    private TcbConnects connects = new TcbConnects(callers, said::add);

    /** Everybody who is asked for is alive, except {@link #GONE}. */
    private static final class Everybody implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            return pid == GONE ? Optional.empty() : Optional.of(new ProcessKey(pid, 77));
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            return Optional.of(ProcessInstance.ofImage(key, "worm", Optional.empty()));
        }
    }

    private void happens(long at, int id, int headerProcess, byte[] data) {
        events.read(id, 0, headerProcess, ByteBuffer.wrap(data)).orElseThrow().deliverTo(connects, at);
    }

    private void requested(long at, int caller, byte[] local) {
        happens(at, 1002, caller, TcpipPayload.tcbFirst(TCB, local, REMOTE));
    }

    private void synLeaves(long at) {
        happens(at, 1004, -1, TcpipPayload.synSend(TCB));
    }

    private void told(long at, int id, int status, int process) {
        happens(at, id, -1, TcpipPayload.tcbLast(TCB, LOCAL, REMOTE, status, process));
    }

    private static Observation called(long at, int pid, Endpoint local, long handle) {
        return new Observation.ConnectCalled(at, SOURCE, new ProcessKey(pid, 77), local, THERE, handle);
    }

    private static Observation ended(long at, long handle, ConnectResult result) {
        return new Observation.ConnectEnded(at, SOURCE, FLOW, handle, result);
    }

    @Test
    void anAttemptBeginsWhenItsSynLeavesAndIsItsCallers() {
        requested(10, WORM, LOCAL);
        assertThat(said).isEmpty();
        synLeaves(20);
        told(30, 1033, 0, WORM);
        assertThat(said).containsExactly(called(20, WORM, HERE, 1), ended(30, 1, ConnectResult.ESTABLISHED));
    }

    @Test
    void aPortThatIsChosenLateLinksTheConnect() {
        requested(10, WORM, NO_LOCAL);
        synLeaves(20);
        told(30, 1031, 0, WORM);
        told(31, 1031, 0, WORM);
        assertThat(said)
                .containsExactly(
                        called(20, WORM, new Endpoint(Address.ipv4(0), 0), 1),
                        new Observation.ConnectLinked(30, SOURCE, FLOW, 1));
    }

    @Test
    void theProcessThatAnEventNamesIsSurerThanTheOneInWhoseContextItWasWritten() {
        requested(10, BROWSER, LOCAL);
        told(15, 1031, 0, WORM);
        synLeaves(20);
        assertThat(said).containsExactly(called(20, WORM, HERE, 1));
    }

    @Test
    void whatTheKernelAskedForWaitsForAnEventThatMayNameAnother() {
        requested(10, KERNEL, LOCAL);
        synLeaves(20);
        assertThat(said).isEmpty();
        told(30, 1031, 0, WORM);
        assertThat(said).containsExactly(called(20, WORM, HERE, 1));
    }

    @Test
    void whatTheKernelAskedForAndNobodyElseClaimsIsTheKernels() {
        requested(10, KERNEL, LOCAL);
        synLeaves(20);
        happens(1_000, 1186, -1, TcpipPayload.tcbFirst(TCB, LOCAL, REMOTE));
        assertThat(said).containsExactly(called(20, KERNEL, HERE, 1));
    }

    @Test
    void aProcessThatIsGoneHasOnlyItsPid() {
        requested(10, GONE, LOCAL);
        synLeaves(20);
        assertThat(said)
                .containsExactly(new Observation.ConnectCalled(20, SOURCE, new ProcessKey(GONE, 0), HERE, THERE, 1));
    }

    @Test
    void eventsInTheWrongOrderAreTheSameAttempt() {
        synLeaves(20);
        told(30, 1031, 0, 0);
        requested(10, WORM, LOCAL);
        told(40, 1034, REFUSED, WORM);
        assertThat(said).containsExactly(called(20, WORM, HERE, 1), ended(40, 1, ConnectResult.REFUSED));
    }

    @Test
    void withoutTheRequestTheProcessComesFromWhatFollows() {
        synLeaves(20);
        told(40, 1045, 0xC000_00B5, WORM);
        assertThat(said).containsExactly(called(20, WORM, HERE, 1), ended(40, 1, ConnectResult.TIMED_OUT));
    }

    @Test
    void severalEventsOnOneFailureAreToldOnce() {
        requested(10, WORM, LOCAL);
        synLeaves(20);
        happens(30, 1183, -1, TcpipPayload.tcbFirst(TCB, LOCAL, REMOTE));
        told(31, 1034, REFUSED, WORM);
        told(32, 1040, 0, WORM);
        told(33, 1038, 0, WORM);
        assertThat(said).containsExactly(called(20, WORM, HERE, 1), ended(30, 1, ConnectResult.REFUSED));
    }

    @Test
    void aRefusalIsTakenBackWhenTheNextSynIsAnswered() {
        requested(10, WORM, LOCAL);
        synLeaves(20);
        happens(30, 1183, -1, TcpipPayload.tcbFirst(TCB, LOCAL, REMOTE));
        happens(500, 1186, -1, TcpipPayload.tcbFirst(TCB, LOCAL, REMOTE));
        told(600, 1033, 0, WORM);
        assertThat(said)
                .containsExactly(
                        called(20, WORM, HERE, 1),
                        ended(30, 1, ConnectResult.REFUSED),
                        ended(600, 1, ConnectResult.ESTABLISHED));
    }

    @Test
    void whatIsBlockedOrHasNoRouteBeginsWhenItEnds() {
        requested(10, WORM, LOCAL);
        told(12, 1020, 0xC000_0022, WORM);
        told(13, 1034, 0xC000_0022, WORM);
        requested(20, WORM, LOCAL);
        told(22, 1021, 0xC000_023C, WORM);
        assertThat(said)
                .containsExactly(
                        called(12, WORM, HERE, 1),
                        ended(12, 1, ConnectResult.BLOCKED),
                        called(22, WORM, HERE, 2),
                        ended(22, 2, ConnectResult.NO_ROUTE));
    }

    @Test
    void whatIsUnreachableAfterItsSynWasToldByTheNetwork() {
        requested(10, WORM, LOCAL);
        synLeaves(20);
        told(30, 1034, HOST_UNREACHABLE, WORM);
        assertThat(said).containsExactly(called(20, WORM, HERE, 1), ended(30, 1, ConnectResult.TIMED_OUT));
    }

    @Test
    void aProgramThatClosesBeforeTheAnswerGivesUpItself() {
        requested(10, WORM, LOCAL);
        synLeaves(20);
        told(30, 1039, 0, WORM);
        told(31, 1034, CANCELLED, WORM);
        assertThat(said).containsExactly(called(20, WORM, HERE, 1), ended(30, 1, ConnectResult.CLOSED));
    }

    @Test
    void aRequestThatFailsWithoutSynWasNoAttempt() {
        requested(10, WORM, NO_LOCAL);
        told(11, 1050, 0xC000_0043, WORM);
        assertThat(said).isEmpty();
    }

    @Test
    void theEndOfAConnectThatWasNotHeardOfIsToldByItsEnds() {
        told(30, 1034, REFUSED, WORM);
        told(31, 1038, 0, WORM);
        assertThat(said).containsExactly(ended(30, 0, ConnectResult.REFUSED));
    }

    @Test
    void aControlBlockThatIsUsedAgainIsAnotherAttempt() {
        requested(10, WORM, LOCAL);
        synLeaves(20);
        told(30, 1034, REFUSED, WORM);
        requested(40, BROWSER, LOCAL);
        synLeaves(50);
        assertThat(said).last().isEqualTo(called(50, BROWSER, HERE, 2));
    }

    @Test
    void theOneUnusedForLongestMakesRoomAndIsCounted() {
        connects = new TcbConnects(callers, said::add, 8);
        for (int i = 0; i < 11; i++) {
            happens(i, 1002, WORM, TcpipPayload.tcbFirst(TCB + i, LOCAL, REMOTE));
            happens(i, 1004, -1, TcpipPayload.synSend(TCB + i));
        }
        assertThat(connects.evictions()).isEqualTo(3);
        happens(20, 1045, -1, TcpipPayload.tcbLast(TCB, LOCAL, REMOTE, 0, WORM));
        assertThat(said).last().isEqualTo(ended(20, 0, ConnectResult.TIMED_OUT));
    }

    @Test
    void whatHasEndedMakesRoomUncounted() {
        connects = new TcbConnects(callers, said::add, 8);
        for (int i = 0; i < 11; i++) {
            happens(i, 1002, WORM, TcpipPayload.tcbFirst(TCB + i, LOCAL, REMOTE));
            happens(i, 1004, -1, TcpipPayload.synSend(TCB + i));
            happens(i, 1045, -1, TcpipPayload.tcbLast(TCB + i, LOCAL, REMOTE, 0, WORM));
        }
        assertThat(connects.evictions()).isZero();
    }

    @Test
    void aConnectToNowhereIsNoAttemptAndTakesNoOtherWithIt() {
        byte[] nowhere = end("0.0.0.0", 445);
        happens(10, 1002, BROWSER, TcpipPayload.tcbFirst(TCB, LOCAL, REMOTE));
        happens(20, 1002, WORM, TcpipPayload.tcbFirst(TCB, NO_LOCAL, nowhere));
        happens(30, 1004, WORM, TcpipPayload.synSend(TCB));
        happens(40, 1021, WORM, TcpipPayload.tcbLast(TCB, NO_LOCAL, nowhere, HOST_UNREACHABLE, WORM));
        assertThat(said).isEmpty();
    }
}
