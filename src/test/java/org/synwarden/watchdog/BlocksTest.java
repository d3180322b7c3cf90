package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.RequestException;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Protocol;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Destination;
import org.synwarden.respond.Lifetime;
import org.synwarden.respond.SelfHarm;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

/** What becomes of a block: whether it acts, and when it ends. Time is the test's. */
class BlocksTest {
    private static final String WORM = "C:\\Tools\\worm.exe";
    private static final ProcessKey CULPRIT = new ProcessKey(4242, 77);
    private static final ProcessKey BROWSER = new ProcessKey(4300, 78);
    private static final ProcessKey GONE = new ProcessKey(4400, 0);
    private static final Address PC = Address.parse("192.168.20.52");

    private final AtomicLong now = new AtomicLong(1_767_225_600_000_000_000L);
    private final StubFirewall firewall = new StubFirewall();
    /** How far the wall clock has been set, nanoseconds. */
    private final AtomicLong wallStep = new AtomicLong();

    private boolean seesPackets = true;
    private final List<RuleFate> fates = new CopyOnWriteArrayList<>();
    private List<SocketRow> rows = List.of();
    private int port = 50_000;
    private Blocks blocks = blocks();

    @AfterEach
    void close() {
        blocks.close();
    }

    @Test
    void aBlockAfterWhichNoSynLeavesIsEffective() throws RequestException {
        String id = blocks.block(BlockOrder.ofPort(445, true, "worm")).id();
        assertThat(rule(id).effect()).isEqualTo("watching");
        syn("203.0.113.7", 80);
        pass(10);
        assertThat(rule(id).effect()).isEqualTo("effective");
        assertThat(rule(id).effectReason()).contains("no SYN since 2026-01-01T00:00:00Z");
    }

    @Test
    void aBlockAfterWhichSynsStillLeaveIsNotEffectiveAndSaysWhy() throws RequestException {
        firewall.obstacle = Optional.of("another firewall is at work (Acme Wall): block it there");
        String id = blocks.block(BlockOrder.ofPort(445, true, "worm")).id();
        pass(1);
        syn("203.0.113.7", 445);
        syn("203.0.113.8", 445);
        pass(1);
        assertThat(rule(id).effect()).isEqualTo("not-effective");
        assertThat(rule(id).effectReason())
                .contains(
                        "2 SYNs or datagrams have left since 2026-01-01T00:00:00Z all the same: another firewall is at"
                                + " work (Acme Wall): block it there");
    }

    @Test
    void whatOthersSendToThisPcDoesNotCount() throws RequestException {
        String id = blocks.block(BlockOrder.ofPort(445, true, "worm")).id();
        Flow inbound = new Flow(Protocol.TCP, new Endpoint(Address.parse("203.0.113.7"), 4_000), new Endpoint(PC, 445));
        blocks.heard(new Observation.SynSent(now.get(), EvidenceSource.PACKET_CAPTURE, inbound, 1));
        pass(10);
        assertThat(rule(id).effect()).isEqualTo("effective");
    }

    @Test
    void theOwnNetworkGoesOnWhereOnlyTheInternetIsBlocked() throws RequestException {
        String id = blocks.block(internet(445)).id();
        syn("192.168.20.1", 445);
        pass(10);
        assertThat(rule(id).effect()).isEqualTo("effective");
    }

    @Test
    void whatTheKernelCallsAConnectProvesNothingWhereTheFirewallDropsLater() throws RequestException {
        String id = blocks.block(BlockOrder.ofPort(445, true, "worm")).id();
        pass(5);
        connect(CULPRIT, "203.0.113.7", 445);
        pass(10);
        assertThat(rule(id).effect()).isEqualTo("effective");
    }

    @Test
    void aConnectProvesItWhereTheFirewallRefusesConnects() throws RequestException {
        firewall.refusesConnects = true;
        blocks.close();
        blocks = blocks();
        String id = blocks.block(BlockOrder.ofProgram(WORM, true, "worm")).id();
        connect(CULPRIT, "203.0.113.7", 445);
        pass(1);
        assertThat(rule(id).effect()).as("it may have begun before").isEqualTo("watching");
        pass(3);
        connect(BROWSER, "203.0.113.7", 443);
        pass(1);
        assertThat(rule(id).effect()).as("another program's").isEqualTo("watching");
        connect(CULPRIT, "203.0.113.8", 445);
        pass(1);
        assertThat(rule(id).effect()).isEqualTo("not-effective");
    }

    @Test
    void aConnectThatTheFirewallRefusedSpeaksForTheBlock() throws RequestException {
        firewall.refusesConnects = true;
        blocks.close();
        blocks = blocks();
        String id = blocks.block(BlockOrder.ofProgram(WORM, true, "worm")).id();
        pass(3);
        connect(CULPRIT, "203.0.113.8", 445, ConnectResult.BLOCKED);
        pass(7);
        assertThat(rule(id).effect()).isEqualTo("effective");
    }

    @Test
    void thatNoDatagramLeavesIsProvedByPacketsOnly() throws RequestException {
        seesPackets = false;
        firewall.refusesConnects = true;
        blocks = blocks();
        String id = blocks.block(new BlockOrder(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Protocol.UDP),
                        Optional.of(123),
                        true,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        "flood"))
                .id();
        pass(10);
        assertThat(rule(id).effect()).isEqualTo("unproved");
    }

    @Test
    void whereNothingSeesWhatLeavesItIsNotProved() throws RequestException {
        seesPackets = false;
        String id = blocks.block(BlockOrder.ofPort(445, true, "worm")).id();
        pass(10);
        assertThat(rule(id).effect()).isEqualTo("unproved");
        assertThat(rule(id).effectReason()).contains("nothing here sees what leaves, or whose it is");
    }

    @Test
    void aBlockIsNotEffectiveWhereSomebodysSynLeftAndNobodySaysWhose() throws RequestException {
        String id = blocks.block(BlockOrder.ofProgram(WORM, true, "worm")).id();
        syn("203.0.113.7", 445);
        syn("203.0.113.8", 445);
        pass(10);
        assertThat(rule(id).effect()).as("an owner may be told late").isEqualTo("watching");
        pass(3);
        assertThat(rule(id).effect()).isEqualTo("unproved");
        assertThat(rule(id).effectReason())
                .contains(
                        "SYNs or datagrams of 2 flows have left since 2026-01-01T00:00:00Z, and whose they were is not"
                                + " known, the first to 203.0.113.7:445");
    }

    @Test
    void whatLeftWithoutOwnerCountsOnlyWhereTheBlockShouldHaveStoppedIt() throws RequestException {
        BlockOrder order = BlockOrder.ofProgram(WORM, true, "worm");
        String id = blocks.block(new BlockOrder(
                        order.program(),
                        order.service(),
                        order.app(),
                        order.user(),
                        Optional.of(Protocol.TCP),
                        Optional.of(445),
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        "worm"))
                .id();
        syn("203.0.113.7", 80);
        syn("192.168.20.1", 445);
        pass(10);
        assertThat(rule(id).effect()).isEqualTo("effective");
    }

    @Test
    void whoseASynWasMayBecomeKnownLaterFromTheSocketTable() throws RequestException {
        String browsers = blocks.block(BlockOrder.ofProgram(WORM, true, "worm")).id();
        Flow flow = syn("203.0.113.7", 443);
        pass(1);
        rows = List.of(new SocketRow(flow, SocketState.ESTABLISHED, Optional.of(BROWSER)));
        polled();
        pass(9);
        assertThat(rule(browsers).effect()).isEqualTo("effective");
        String worms = blocks.block(BlockOrder.ofProgram(WORM, true, "worm")).id();
        Flow another = syn("203.0.113.8", 445);
        pass(11);
        rows = List.of(new SocketRow(another, SocketState.ESTABLISHED, Optional.of(CULPRIT)));
        polled();
        pass(1);
        assertThat(rule(worms).effect()).isEqualTo("not-effective");
    }

    @Test
    void whoseASynWasMayBecomeKnownLaterFromItsConnect() throws RequestException {
        String id = blocks.block(BlockOrder.ofProgram(WORM, true, "worm")).id();
        Flow flow = syn("203.0.113.7", 445);
        connect(BROWSER, flow, ConnectResult.REFUSED);
        pass(10);
        assertThat(rule(id).effect()).isEqualTo("effective");
    }

    @Test
    void datagramsBelongToTheOnlyProcessThatHoldsTheirPort() throws RequestException {
        String id = blocks.block(BlockOrder.ofProgram(WORM, true, "worm")).id();
        Flow one = datagram("203.0.113.7", 443);
        Flow two = datagram("203.0.113.7", 443);
        rows = List.of(holder(one, BROWSER), holder(two, BROWSER), holder(two, CULPRIT));
        polled();
        pass(13);
        assertThat(rule(id).effect()).isEqualTo("unproved");
        assertThat(rule(id).effectReason().orElseThrow()).contains("of 1 flow have left");
    }

    @Test
    void aProcessOfWhichTheProgramIsNotKnownMayBeTheCulprit() throws RequestException {
        String id = blocks.block(BlockOrder.ofProgram(WORM, true, "worm")).id();
        connect(GONE, syn("203.0.113.7", 445), ConnectResult.REFUSED);
        pass(13);
        assertThat(rule(id).effect()).isEqualTo("unproved");
    }

    @Test
    void aFloodWithoutOwnersTakesNoMemoryBeyondTheBound() throws RequestException {
        String id = blocks.block(BlockOrder.ofProgram(WORM, true, "worm")).id();
        for (int i = 0; i < 2 * EffectWatch.UNDECIDED; i++) {
            connect(BROWSER, syn("203.0.113.7", 445), ConnectResult.REFUSED);
            syn("203.0.113.8", 445);
        }
        pass(13);
        assertThat(rule(id).effect()).isEqualTo("unproved");
        assertThat(rule(id).effectReason().orElseThrow()).contains("the first to 203.0.113.8:445");
    }

    @Test
    void aBlockForAnHourEndsAfterAnHour() throws RequestException {
        String id = blocks.block(during(Duration.ofHours(1))).id();
        pass(3_599);
        assertThat(blocks.rules()).extracting(RuleObject::id).containsExactly(id);
        pass(1);
        assertThat(blocks.rules()).isEmpty();
        assertThat(fates).containsExactly(RuleFate.OVER);
    }

    @Test
    void aBlockThatSomebodyElseMadeEndsToo() throws RequestException {
        blocks.block(during(Duration.ofMinutes(1)));
        blocks.close();
        blocks = blocks();
        pass(59);
        assertThat(firewall.rules).hasSize(1);
        pass(2);
        assertThat(blocks.rules()).isEmpty();
    }

    @Test
    void theWallClockSetForwardOrBackByADayNeitherEndsNorProlongsABlockOfAnHour() throws RequestException {
        for (int days : List.of(1, -1)) {
            blocks.block(during(Duration.ofHours(1)));
            pass(1);
            wallStep.addAndGet(TimeUnit.DAYS.toNanos(days));
            pass(3_598);
            assertThat(blocks.rules()).as("after a step by %d days", days).hasSize(1);
            pass(1);
            assertThat(blocks.rules()).as("after a step by %d days", days).isEmpty();
        }
    }

    @Test
    void aBlockMadeAfterTheWallClockWasSetTellsItsEndByTheNewTime() throws RequestException {
        wallStep.set(TimeUnit.DAYS.toNanos(1));
        RuleObject rule = blocks.block(during(Duration.ofHours(1)));
        assertThat(rule.createdAt()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(rule.expiresAt()).contains(Instant.parse("2026-01-02T01:00:00Z"));
    }

    @Test
    void whatRanOutWhileNobodyRanIsRemovedAtTheStartByTheTimeInTheRule() throws RequestException {
        blocks.block(during(Duration.ofMinutes(10)));
        blocks.block(during(Duration.ofMinutes(30)));
        blocks.close();
        now.addAndGet(TimeUnit.MINUTES.toNanos(20));
        blocks = blocks();
        pass(1);
        assertThat(blocks.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.expiresAt()).contains(Instant.parse("2026-01-01T00:30:00Z")));
        pass(599);
        assertThat(blocks.rules()).isEmpty();
    }

    @Test
    void aRuleThatIsFoundWithoutAnythingElseKnownIsListedAndLivesOn() throws RequestException {
        firewall.rules.add(stored("found", Lifetime.FOR_GOOD));
        pass(1);
        pass(100_000);
        assertThat(blocks.rules()).extracting(RuleObject::id).containsExactly("found");
    }

    @Test
    void aBlockUntilTheRestartEndsAtTheNextStartOfTheServiceAndNotBefore() throws RequestException {
        String id = blocks.block(untilRestart()).id();
        pass(600);
        BlockRule rule = firewall.rules.remove(0);
        firewall.rules.add(rule.lasting(Lifetime.RESTARTED));
        pass(600);
        assertThat(blocks.rules())
                .as("nobody restarts under a running service: somebody has set the clock")
                .extracting(RuleObject::id)
                .containsExactly(id);
        blocks.close();
        blocks = blocks();
        pass(1);
        assertThat(blocks.rules()).isEmpty();
    }

    @Test
    void thatSomebodyRemovesARuleIsToldAndNotUndone() throws RequestException {
        String id = blocks.block(BlockOrder.ofPort(445, true, "worm")).id();
        firewall.rules.clear();
        pass(60);
        assertThat(rule(id).effect()).isEqualTo("gone");
        assertThat(rule(id).effectReason())
                .contains("somebody has removed it or made it another (seen at 2026-01-01T00:01:00Z)");
        pass(600);
        assertThat(fates).containsExactly(RuleFate.GONE);
        assertThat(firewall.rules).isEmpty();
        blocks.unblock(id);
        assertThat(blocks.rules())
                .as("told as long as nobody says that it is seen")
                .isEmpty();
    }

    @Test
    void aRuleThatSomebodyRemovedIsForgottenWhenItsTimeIsOver() throws RequestException {
        blocks.block(during(Duration.ofMinutes(10)));
        firewall.rules.clear();
        pass(599);
        assertThat(blocks.rules()).hasSize(1);
        pass(1);
        assertThat(blocks.rules()).isEmpty();
    }

    @Test
    void thatSomebodySwitchesARuleOffIsToldUntilItIsOnAgain() throws RequestException {
        String id = blocks.block(BlockOrder.ofPort(445, true, "worm")).id();
        BlockRule made = firewall.rules.get(0);
        firewall.rules.set(0, made.withFlaw(Optional.of("it is switched off")));
        pass(60);
        assertThat(rule(id).effect()).isEqualTo("changed");
        assertThat(rule(id).effectReason()).contains("it is switched off");
        firewall.rules.set(0, made);
        assertThat(rule(id).effect()).isEqualTo("unproved");
        assertThat(fates).containsExactly(RuleFate.CHANGED, RuleFate.BACK);
    }

    @Test
    void thatSomebodyMakesARuleStopSomethingElseIsTold() throws RequestException {
        String id = blocks.block(during(Duration.ofHours(1))).id();
        firewall.rules.set(0, firewall.rules.get(0).of(BlockScope.ofPort(Protocol.TCP, 446)));
        pass(60);
        assertThat(rule(id).effectReason())
                .contains("somebody has changed it (seen at 2026-01-01T00:01:00Z): it was made for tcp 445");
        pass(3_540);
        assertThat(blocks.rules()).as("it is still over after its hour").isEmpty();
    }

    @Test
    void whatSynWardenItselfRemovesIsNobodysDoing() throws RequestException {
        blocks.block(BlockOrder.ofPort(445, true, "worm"));
        blocks.unblockAll();
        pass(60);
        assertThat(blocks.rules()).isEmpty();
        assertThat(fates).isEmpty();
    }

    private Blocks blocks() {
        Blocks made = new Blocks(firewall, new SelfHarm(Set.of()), now::get, () -> now.get() + wallStep.get());
        made.tellFates((rule, fate) -> fates.add(fate));
        made.watchWith(new Witness(BlocksTest::process, () -> seesPackets, () -> seesPackets, () -> true, () -> rows));
        made.heard(new Observation.NetworkChanged(
                now.get(), EvidenceSource.SOCKET_TABLE, HostNetwork.plain(Set.of(PC), List.of(), List.of(), false)));
        return made;
    }

    private static Optional<ProcessObject> process(ProcessKey key) {
        if (key.equals(GONE)) {
            return Optional.empty();
        }
        String path = key.equals(CULPRIT) ? WORM : "C:\\Tools\\browser.exe";
        return Optional.of(new ProcessObject(key.pid(), "77", "x", Optional.of(path), Optional.of("PC\\eva")));
    }

    private RuleObject rule(String id) throws RequestException {
        return blocks.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The seconds pass; what is done later is done before the firewall is asked the next time. */
    private void pass(long seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        blocks.tick();
    }

    private Flow flow(String remote, int remotePort) {
        return new Flow(Protocol.TCP, new Endpoint(PC, port++), new Endpoint(Address.parse(remote), remotePort));
    }

    private Flow syn(String remote, int remotePort) {
        Flow flow = flow(remote, remotePort);
        blocks.heard(new Observation.SynSent(now.get(), EvidenceSource.PACKET_CAPTURE, flow, port));
        return flow;
    }

    private Flow datagram(String remote, int remotePort) {
        Flow flow = new Flow(Protocol.UDP, new Endpoint(PC, port++), new Endpoint(Address.parse(remote), remotePort));
        blocks.heard(new Observation.DatagramSent(now.get(), EvidenceSource.PACKET_CAPTURE, flow));
        return flow;
    }

    private static SocketRow holder(Flow datagram, ProcessKey owner) {
        Endpoint wildcard = new Endpoint(Address.ipv4(0), datagram.local().port());
        Endpoint none = new Endpoint(Address.ipv4(0), 0);
        return new SocketRow(new Flow(Protocol.UDP, wildcard, none), SocketState.UNCONNECTED, Optional.of(owner));
    }

    private void polled() {
        blocks.heard(new Observation.SocketsPolled(now.get(), EvidenceSource.SOCKET_TABLE));
    }

    private void connect(ProcessKey process, String remote, int remotePort) {
        connect(process, remote, remotePort, ConnectResult.REFUSED);
    }

    private void connect(ProcessKey process, String remote, int remotePort, ConnectResult result) {
        connect(process, flow(remote, remotePort), result);
    }

    private void connect(ProcessKey process, Flow flow, ConnectResult result) {
        blocks.heard(new Observation.ConnectCalled(
                now.get(), EvidenceSource.KERNEL_EVENTS, process, flow.local(), flow.remote(), port));
        blocks.heard(new Observation.ConnectEnded(now.get(), EvidenceSource.KERNEL_EVENTS, flow, port, result));
    }

    private static BlockRule stored(String id, Lifetime lifetime) {
        return new BlockRule(
                id,
                BlockScope.ofPort(Protocol.TCP, 445),
                Destination.EVERYWHERE,
                lifetime,
                1,
                Optional.empty(),
                "somebody's");
    }

    private static BlockOrder untilRestart() {
        BlockOrder order = BlockOrder.ofPort(445, true, "worm");
        return new BlockOrder(
                order.program(),
                order.service(),
                order.app(),
                order.user(),
                order.protocol(),
                order.remotePort(),
                true,
                Optional.empty(),
                true,
                Optional.empty(),
                "worm");
    }

    private static BlockOrder internet(int port) {
        return order(port, false, Optional.empty());
    }

    private static BlockOrder during(Duration time) {
        return order(445, true, Optional.of(time));
    }

    private static BlockOrder order(int port, boolean everywhere, Optional<Duration> time) {
        BlockOrder order = BlockOrder.ofPort(port, true, "worm");
        return new BlockOrder(
                order.program(),
                order.service(),
                order.app(),
                order.user(),
                order.protocol(),
                order.remotePort(),
                everywhere,
                time,
                false,
                Optional.empty(),
                "worm");
    }
}
