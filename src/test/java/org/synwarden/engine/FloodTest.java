package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.attempt.Bounded;
import org.synwarden.detect.Incident;
import org.synwarden.detect.Kind;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/** However many addresses somebody scans or forges, what is remembered stays within its bounds. */
class FloodTest {
    private static final int ADDRESSES = 1_000_000;
    private static final int SOURCES = 50_000;
    private static final Address PC = Address.parse("192.168.20.52");
    private static final ProcessKey WORM = new ProcessKey(3000, 55);

    private final Map<String, Long> most = new HashMap<>();
    private long now = TimeUnit.SECONDS.toNanos(1_700_000_000);
    private int sent;

    /** Ten thousand a second, so that attempts outlive their number, from one process. */
    @Test
    void aScanOfAMillionAddressesByOneProcessStaysWithinEveryBound() {
        Engine engine = Engine.forHost(new EngineListener() {});
        for (int i = 0; i < ADDRESSES; i++) {
            Flow flow = flow(PC, i);
            step(engine, TimeUnit.MICROSECONDS.toNanos(100));
            engine.observe(new Observation.SynSent(now, EvidenceSource.PACKET_CAPTURE, flow, i));
            engine.observe(new Observation.SocketOpening(now, EvidenceSource.SOCKET_TABLE, flow, Optional.of(WORM)));
        }
        rest(engine);
        assertThat(engine.attempts()).isEqualTo(ADDRESSES);
        assertThat(engine.incidents()).anyMatch(incident -> incident.totalAttempts() == ADDRESSES);
        assertThat(engine.incidents()).extracting(Incident::kind).contains(Kind.SCAN);
        assertThat(bound(engine, "attempts").evictions()).isPositive();
        assertThat(bound(engine, "evidence").evictions()).isPositive();
        assertThat(bound(engine, "nat-entries").evictions()).isPositive();
        assertThat(most).containsEntry("attempts", 65_536L).containsEntry("nat-entries", 65_536L);
    }

    @Test
    void aScanOfAMillionAddressesInACaptureStaysWithinEveryBound() {
        Engine engine = Engine.forCapture(new EngineListener() {});
        for (int i = 0; i < ADDRESSES; i++) {
            step(engine, TimeUnit.MICROSECONDS.toNanos(100));
            engine.observe(new Observation.SynSent(now, EvidenceSource.CAPTURE_FILE, flow(PC, i), i));
        }
        rest(engine);
        assertThat(engine.incidents()).extracting(Incident::totalAttempts).contains((long) ADDRESSES);
        assertThat(bound(engine, "attempts").evictions()).isPositive();
        assertThat(most).containsEntry("attempts", 65_536L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fiftyThousandForgedSourcesWithOneSynEachStayWithinEveryBoundAndAccuseNobody(boolean live) {
        Engine engine = live ? Engine.forHost(new EngineListener() {}) : Engine.forCapture(new EngineListener() {});
        for (int i = 0; i < SOURCES; i++) {
            step(engine, TimeUnit.MILLISECONDS.toNanos(1));
            Address forged = Address.ipv4(0x0A00_0000 + i * 2_654_435 % (1 << 24));
            engine.observe(new Observation.SynSent(now, EvidenceSource.PACKET_CAPTURE, flow(forged, i), i));
        }
        rest(engine);
        assertThat(engine.attempts()).isEqualTo(SOURCES);
        assertThat(bound(engine, "units").evictions()).isGreaterThanOrEqualTo(SOURCES - 1_024);
        assertThat(most).containsEntry("units", 1_024L);
        assertThat(engine.incidents())
                .noneMatch(incident -> incident.kind().text().equals("scan"));
    }

    /** Fifty thousand a second: the first of them would be due when there is no room for more. */
    @Test
    void aFloodOfMoreThanCanBeRememberedIsJudgedByThoseThatAreAndTheOthersAreCounted() {
        Engine engine = Engine.forHost(new EngineListener() {});
        for (int i = 0; i < 150_000; i++) {
            Flow flow = flow(Address.ipv4(0xC0A8_1434 + i / 60_000), i);
            step(engine, TimeUnit.MICROSECONDS.toNanos(20));
            engine.observe(new Observation.SynSent(now, EvidenceSource.PACKET_CAPTURE, flow, i));
            engine.observe(new Observation.SocketOpening(now, EvidenceSource.SOCKET_TABLE, flow, Optional.of(WORM)));
        }
        assertThat(engine.incidents()).extracting(Incident::kind).contains(Kind.SCAN);
        assertThat(engine.refused()).isPositive();
        rest(engine);
        assertThat(most).containsEntry("attempts", 65_536L);
    }

    @Test
    void connectsThatFindNoPacketAreToldEarlyWhereThereAreTooManyAndLeaveNothingBehind() {
        Engine engine = Engine.forHost(new EngineListener() {});
        Endpoint server = new Endpoint(Address.parse("66.0.1.1"), 445);
        for (int i = 0; i < 66_000; i++) {
            step(engine, TimeUnit.MICROSECONDS.toNanos(1));
            engine.observe(new Observation.ConnectCalled(
                    now, EvidenceSource.KERNEL_EVENTS, WORM, new Endpoint(PC, 0), server, i));
        }
        assertThat(bound(engine, "lone-connects")).isEqualTo(new Bounded("lone-connects", 65_536, 65_536, 464));
        assertThat(engine.attempts()).isEqualTo(464);
        rest(engine);
        assertThat(engine.attempts() + engine.refused()).isEqualTo(66_000);
        assertThat(bound(engine, "lone-connects").held()).isZero();
    }

    private void step(Engine engine, long nanos) {
        now += nanos;
        engine.tick(now);
        if (++sent % 1_000 == 0) {
            check(engine);
        }
    }

    private void rest(Engine engine) {
        for (int second = 0; second < 200; second++) {
            step(engine, TimeUnit.SECONDS.toNanos(1));
        }
        check(engine);
        assertThat(bound(engine, "attempts").held()).isZero();
        assertThat(bound(engine, "nat-entries").held()).isZero();
    }

    private void check(Engine engine) {
        for (Bounded bounded : engine.bounds()) {
            most.merge(bounded.name(), bounded.held(), Math::max);
            assertThat(bounded.held()).as(bounded.name()).isLessThanOrEqualTo(bounded.bound());
        }
    }

    private static Bounded bound(Engine engine, String name) {
        return engine.bounds().stream()
                .filter(bounded -> bounded.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Flow flow(Address source, int number) {
        Address target = Address.ipv4(0x2D00_0000 + number * 31 % (1 << 24));
        return new Flow(Protocol.TCP, source, 1_024 + number % 60_000, target, 445);
    }
}
