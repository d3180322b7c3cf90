package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;
import org.synwarden.sockets.SocketTable;

class SocketPollerTest {
    private static final ProcessKey WORM = new ProcessKey(4312, 77);

    private final List<Observation> said = new ArrayList<>();
    private long clock;
    private final ProcessBook processes = book(() -> {});

    @Test
    void whoConnectsIsToldBeforeTheConnect() {
        poller(() -> List.of(opening())).look();
        assertThat(said)
                .extracting(Observation::getClass)
                .containsExactly(
                        Observation.ProcessDescribed.class,
                        Observation.SocketOpening.class,
                        Observation.SocketsPolled.class);
    }

    @Test
    void aSystemThatTakesLongToNameSomebodyHoldsUpOneConnectOnly() {
        ProcessBook slow = book(() -> clock += SocketPoller.INTRODUCTIONS);
        List<SocketRow> rows = List.of(opening(WORM, 1_025), opening(new ProcessKey(7, 78), 1_026));
        new SocketPoller(() -> rows, slow, () -> clock, () -> false, said::add).look();
        assertThat(said)
                .extracting(Observation::getClass)
                .containsExactly(
                        Observation.ProcessDescribed.class,
                        Observation.SocketOpening.class,
                        Observation.SocketOpening.class,
                        Observation.SocketsPolled.class,
                        Observation.ProcessDescribed.class);
    }

    @Test
    void aFaultInTheTableIsAReasonToLookAgainAndNotTheEnd() {
        SocketPoller poller = poller(() -> {
            throw new IllegalStateException("a fault");
        });
        poller.look();
        assertThat(poller.failure()).contains("a fault");
    }

    @Test
    void aTableThatCannotBeReadIsSaidAndForgottenWhenItCanBeReadAgain() {
        List<SocketRow> rows = new ArrayList<>();
        boolean[] broken = {true};
        SocketPoller poller = poller(() -> {
            if (broken[0]) {
                throw new IOException("no rights; run it as root");
            }
            return rows;
        });
        poller.look();
        assertThat(poller.failure()).contains("no rights; run it as root");
        assertThat(said).isEmpty();

        broken[0] = false;
        poller.look();
        assertThat(poller.failure()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 500", "20, 480", "100, 400", "200, 800", "450, 1800", "5000, 2000"})
    void looksLessOftenWhereALookIsDearButNeverRestsLongerThanTwoSeconds(long cost, long pause) {
        assertThat(SocketPoller.pause(SocketPoller.INTERVAL, cost)).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"0, 50", "2, 50", "5, 100", "40, 800"})
    void looksAskedForTakeNoMoreThanATwentiethOfTheTime(long cost, long pause) {
        assertThat(SocketPoller.earlyPause(cost)).isEqualTo(pause);
    }

    @Test
    void oneDearLookDoesNotDelayTheNextButTwoInARowDo() {
        SocketPoller poller = poller(List::of);
        assertThat(poller.cost(3_000)).as("the first of all").isZero();
        assertThat(poller.cost(20)).isEqualTo(20);
        assertThat(poller.cost(900)).as("meets a new program").isEqualTo(20);
        assertThat(poller.cost(800)).isEqualTo(800);
        assertThat(poller.cost(20)).isEqualTo(20);
    }

    @Test
    void looksInBetweenAreNotCountedByTheJudge() {
        SocketPoller poller = poller(() -> List.of(opening()));
        for (int look = 0; look <= 10; look++) {
            poller.look();
            clock += TimeUnit.MILLISECONDS.toNanos(100);
        }
        assertThat(said).filteredOn(Observation.SocketsPolled.class::isInstance).hasSize(3);
    }

    private SocketPoller poller(SocketTable table) {
        return new SocketPoller(table, processes, () -> clock, () -> false, said::add);
    }

    private ProcessBook book(Runnable asked) {
        return new ProcessBook(new OneProcess(asked), () -> clock, said::add);
    }

    private static SocketRow opening() {
        return opening(WORM, 1_025);
    }

    private static SocketRow opening(ProcessKey owner, int localPort) {
        Flow flow = new Flow(
                Protocol.TCP,
                new Endpoint(Address.parse("192.168.20.52"), localPort),
                new Endpoint(Address.parse("66.0.0.1"), 445));
        return new SocketRow(flow, SocketState.SYN_SENT, Optional.of(owner));
    }

    /** Knows everybody, and tells when it is asked about it. */
    private record OneProcess(Runnable asked) implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            return Optional.of(WORM);
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            asked.run();
            return Optional.of(ProcessInstance.ofImage(key, "dial.exe", Optional.empty()));
        }
    }
}
