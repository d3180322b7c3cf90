package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.platform.linux.tracefs.KernelEvent.ConnectBegan;
import org.synwarden.platform.linux.tracefs.KernelEvent.ConnectOver;
import org.synwarden.platform.linux.tracefs.KernelEvent.ResetReceived;
import org.synwarden.platform.linux.tracefs.KernelEvent.SynRepeated;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

class ConnectTrackerTest {
    private static final int WORM = 4_711;
    private static final int STRANGER = 815;
    private static final int GONE = 99;
    private static final long SOCKET = 0xFFFF_8880_0000_0040L;
    private static final long EPOCH = 1_000_000;
    private static final EvidenceSource SOURCE = EvidenceSource.KERNEL_EVENTS;
    private static final Endpoint BEFORE = new Endpoint(Address.parse("10.77.0.2"), 0);
    private static final Endpoint LOCAL = new Endpoint(Address.parse("10.77.0.2"), 40_000);
    private static final Endpoint REMOTE = new Endpoint(Address.parse("10.67.0.1"), 445);
    private static final Flow FLOW = new Flow(Protocol.TCP, LOCAL, REMOTE);
    private static final ProcessKey WORM_KEY = new ProcessKey(WORM, 77);

    @TempDir
    private Path proc;

    private final List<Observation> said = new ArrayList<>();
    private ConnectTracker tracker;

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

    @BeforeEach
    void watch() throws IOException {
        thread("thread-self", 1, "net:[1]");
        thread(Integer.toString(WORM), WORM, "net:[1]");
        thread(Integer.toString(STRANGER), STRANGER, "net:[2]");
        Callers callers = new Callers(
                new ProcThreads(proc), new SavedProcesses(proc.resolve("saved"), () -> 0), new Everybody(), () -> 0);
        tracker = new ConnectTracker(callers, BEFORE.address()::equals, at -> at + EPOCH, said::add);
    }

    private void thread(String directory, int process, String network) throws IOException {
        Path at = Files.createDirectories(proc.resolve(directory).resolve("ns")).getParent();
        Files.writeString(at.resolve("status"), "Tgid:\t" + process + "\n");
        Files.createSymbolicLink(at.resolve("ns/net"), Path.of(network));
    }

    private void connects(long at, int thread) {
        new ConnectBegan(at, thread, SOCKET, BEFORE, REMOTE).deliverTo(tracker);
    }

    private void ends(long at, boolean established, boolean inSoftIrq) {
        new ConnectOver(at, SOCKET, LOCAL, REMOTE, established, inSoftIrq).deliverTo(tracker);
    }

    private List<ConnectResult> results() {
        return said.stream()
                .filter(Observation.ConnectEnded.class::isInstance)
                .map(ended -> ((Observation.ConnectEnded) ended).result())
                .toList();
    }

    @Test
    void aConnectIsToldFromItsCallToItsEndUnderOneHandle() {
        connects(10, WORM);
        new SynRepeated(20, SOCKET, LOCAL, REMOTE).deliverTo(tracker);
        ends(30, true, true);

        assertThat(said)
                .containsExactly(
                        new Observation.ProcessDescribed(
                                EPOCH + 10, SOURCE, ProcessInstance.ofImage(WORM_KEY, "worm", Optional.empty())),
                        new Observation.ConnectCalled(EPOCH + 10, SOURCE, WORM_KEY, BEFORE, REMOTE, 1),
                        new Observation.ConnectLinked(EPOCH + 20, SOURCE, FLOW, 1),
                        new Observation.ConnectEnded(EPOCH + 30, SOURCE, FLOW, 1, ConnectResult.ESTABLISHED));
    }

    @Test
    void aProcessIsDescribedOnceAndEveryConnectHasAHandleOfItsOwn() {
        connects(10, WORM);
        ends(11, false, false);
        connects(12, WORM);

        assertThat(said)
                .filteredOn(Observation.ProcessDescribed.class::isInstance)
                .hasSize(1);
        assertThat(said)
                .filteredOn(Observation.ConnectCalled.class::isInstance)
                .map(called -> ((Observation.ConnectCalled) called).handle())
                .containsExactly(1L, 2L);
    }

    @Test
    void aResetIsARefusalWhereverItIsServed() {
        connects(10, WORM);
        new ResetReceived(11, SOCKET).deliverTo(tracker);
        ends(12, false, true);
        connects(20, WORM);
        new ResetReceived(21, SOCKET).deliverTo(tracker);
        ends(22, false, false);

        assertThat(results()).containsExactly(ConnectResult.REFUSED, ConnectResult.REFUSED);
    }

    @Test
    void whatAnInterruptEndsWithoutAResetHasTimedOut() {
        connects(10, WORM);
        ends(11, false, true);

        assertThat(results()).containsExactly(ConnectResult.TIMED_OUT);
    }

    @Test
    void whatTheProgramEndsIsClosed() {
        connects(10, WORM);
        ends(11, false, false);

        assertThat(results()).containsExactly(ConnectResult.CLOSED);
    }

    @Test
    void aResetOfAnEarlierConnectIsForgottenWhenItsSocketConnectsAgain() {
        connects(10, WORM);
        new ResetReceived(11, SOCKET).deliverTo(tracker);
        connects(20, WORM);
        ends(21, false, true);

        assertThat(results()).containsExactly(ConnectResult.TIMED_OUT);
    }

    @Test
    void nothingIsToldOfAnotherNamespace() {
        connects(10, STRANGER);
        new SynRepeated(20, SOCKET, LOCAL, REMOTE).deliverTo(tracker);
        ends(30, true, true);

        assertThat(said).isEmpty();
    }

    @Test
    void aSocketThatAnotherNamespaceUsesAgainIsNoLongerOurs() {
        connects(10, WORM);
        said.clear();
        connects(20, STRANGER);
        ends(30, true, true);

        assertThat(said).isEmpty();
    }

    @Test
    void aCallerWhoIsGoneIsOursIfItUsedOneOfOurAddresses() {
        connects(10, GONE);
        Endpoint elsewhere = new Endpoint(Address.parse("172.17.0.2"), 0);
        new ConnectBegan(20, GONE, SOCKET + 64, elsewhere, REMOTE).deliverTo(tracker);

        assertThat(said)
                .containsExactly(
                        new Observation.ConnectCalled(EPOCH + 10, SOURCE, new ProcessKey(GONE, 0), BEFORE, REMOTE, 1));
    }

    @Test
    void theEndOfAConnectWhoseBeginWasNotSeenIsNotTold() {
        ends(10, true, true);

        assertThat(said).isEmpty();
    }
}
