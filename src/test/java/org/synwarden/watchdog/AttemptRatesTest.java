package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.CulpritRateObject;
import org.synwarden.contract.RateObject;
import org.synwarden.engine.Engine;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/** What is told of attempts by the second, as the real engine tells of them. */
class AttemptRatesTest {
    private static final long START = 1_767_225_600_000_000_000L;
    private static final ProcessKey WORM = new ProcessKey(43, 77);

    private final AttemptRates rates = new AttemptRates(START);
    private final Engine engine = Engine.forHost(rates);
    private char nextPort = 40_000;
    private int nextHandle;

    private static long at(double second) {
        return START + (long) (second * TimeUnit.SECONDS.toNanos(1));
    }

    private Flow syn(String there, double second) {
        Flow flow = new Flow(
                Protocol.TCP,
                new Endpoint(Address.parse("10.0.0.5"), nextPort++),
                new Endpoint(Address.parse(there), 445));
        engine.observe(new Observation.SynSent(at(second), EvidenceSource.PACKET_CAPTURE, flow, 1));
        return flow;
    }

    /** A connect of the worm, of which the kernel tells. */
    private void wormSyn(int host, double second) {
        connect(WORM.pid(), host, second);
    }

    private void answer(Flow flow, double second) {
        engine.observe(new Observation.SynAckReceived(at(second), EvidenceSource.PACKET_CAPTURE, flow));
    }

    private List<RateObject> told(double second) {
        engine.tick(at(second));
        rates.publish(at(second));
        return rates.seconds();
    }

    private static RateObject second(int number, CounterObject... outcomes) {
        return new RateObject(Instant.ofEpochSecond(START / 1_000_000_000 + number), List.of(outcomes), List.of());
    }

    private static CounterObject count(String outcome, int count) {
        return new CounterObject(outcome, count);
    }

    @Test
    void aSecondsAttemptsArePendingUntilTheirOutcomesAreKnown() {
        Flow answered = syn("66.1.1.1", 0.1);
        syn("66.1.1.2", 0.2);
        Flow refused = syn("66.1.1.3", 0.9);
        assertThat(told(1)).containsExactly(second(0, count("pending", 3)));

        answer(answered, 1.1);
        engine.observe(new Observation.ResetReceived(at(1.2), EvidenceSource.PACKET_CAPTURE, refused));
        assertThat(told(2))
                .containsExactly(
                        second(0, count("answered", 1), count("refused", 1), count("unanswered", 1)), second(1));
    }

    @Test
    void aLateAnswerIsCountedInTheSecondInWhichItsAttemptBegan() {
        Flow late = syn("66.1.1.1", 0.5);
        assertThat(told(3)).startsWith(second(0, count("unanswered", 1)));

        answer(late, 4);
        assertThat(told(5))
                .containsExactly(second(0, count("answered", 1)), second(1), second(2), second(3), second(4));
    }

    @Test
    void aSecondThatIsNotOverIsNotTold() {
        syn("66.1.1.1", 0.5);
        assertThat(told(0.9)).isEmpty();
    }

    @Test
    void whatBeganFiveMinutesAgoIsForgottenAndHarmsNobodyWhenMoreIsKnownOfIt() {
        Flow old = syn("66.1.1.1", 0.5);
        syn("66.1.1.2", 1.5);
        rates.publish(at(300.5));
        answer(old, 300.6);

        List<RateObject> seconds = told(300.9);

        assertThat(seconds).hasSize(299).startsWith(second(1, count("unanswered", 1)));
        assertThat(seconds.stream().flatMap(rate -> rate.outcomes().stream()).toList())
                .containsExactly(count("unanswered", 1));
    }

    @Test
    void aDayLaterNothingIsLeft() {
        syn("66.1.1.1", 0.5);
        assertThat(told(86_400)).hasSize(299).allMatch(rate -> rate.outcomes().isEmpty());
    }

    @Test
    void whatThisPcAsksOfItselfDoesNotCount() {
        answer(syn("127.0.0.1", 0.1), 0.2);
        assertThat(told(1)).containsExactly(second(0));
    }

    @Test
    void theTwinOfAnAttemptIsTakenBack() {
        Endpoint here = new Endpoint(Address.parse("10.0.0.5"), nextPort++);
        Endpoint there = new Endpoint(Address.parse("66.1.1.1"), 445);
        Endpoint unbound = new Endpoint(Address.parse("0.0.0.0"), 0);
        Flow flow = new Flow(Protocol.TCP, here, there);
        engine.observe(new Observation.ConnectCalled(at(0.1), EvidenceSource.KERNEL_EVENTS, WORM, unbound, there, 7));
        assertThat(told(1)).containsExactly(second(0, count("pending", 1)));

        engine.observe(new Observation.SynSent(at(0.5), EvidenceSource.PACKET_CAPTURE, flow, 1));
        engine.observe(new Observation.ConnectLinked(at(1.05), EvidenceSource.KERNEL_EVENTS, flow, 7));
        assertThat(told(1.1)).containsExactly(second(0, count("pending", 1)));
    }

    @Test
    void ofACulpritIsToldFromTheSecondAfterItsAlarmOn() {
        for (int host = 0; host < 60; host++) {
            wormSyn(host, host / 10.0);
            engine.tick(at(host / 10.0));
        }
        answer(syn("66.99.1.1", 5.5), 5.6);

        List<RateObject> seconds = told(10);

        assertThat(seconds.get(0)).isEqualTo(second(0, count("unanswered", 10)));
        assertThat(seconds.get(5).outcomes()).containsExactly(count("answered", 1), count("unanswered", 10));
        assertThat(seconds.get(5).culprits())
                .containsExactly(new CulpritRateObject(43, "77", List.of(count("unanswered", 10))));
        assertThat(seconds.get(6)).isEqualTo(second(6));
    }

    @Test
    void anAttemptThatTurnsOutToBeTheCulpritsIsCountedAsItsOwn() {
        for (int host = 0; host < 60; host++) {
            wormSyn(host, host / 10.0);
            engine.tick(at(host / 10.0));
        }
        Flow whose = syn("66.99.1.1", 6.5);
        assertThat(told(7).get(6).culprits()).isEmpty();

        engine.observe(new Observation.SocketOpening(at(7), EvidenceSource.SOCKET_TABLE, whose, Optional.of(WORM)));

        RateObject sixth = told(7.9).get(6);
        assertThat(sixth.outcomes()).containsExactly(count("pending", 1));
        assertThat(sixth.culprits()).containsExactly(new CulpritRateObject(43, "77", List.of(count("pending", 1))));
    }

    @Test
    void aCulpritThatIsSilentForFiveMinutesIsForgotten() {
        for (int host = 0; host < 60; host++) {
            wormSyn(host, host / 10.0);
            engine.tick(at(host / 10.0));
        }
        told(10);
        told(400);
        wormSyn(70, 400.5);
        assertThat(told(410)).allMatch(rate -> rate.culprits().isEmpty());
    }

    @Test
    void ofNineCulpritsTheOneThatWasSilentForLongestMakesRoom() {
        for (int pid = 1; pid <= 1 + AttemptRates.CULPRITS; pid++) {
            for (int host = 0; host < 30; host++) {
                connect(pid, host, pid * 3 + host / 10.0);
                engine.tick(at(pid * 3 + host / 10.0));
            }
        }
        for (int pid = 1; pid <= 1 + AttemptRates.CULPRITS; pid++) {
            connect(pid, 60, 40.5);
        }

        assertThat(told(42).get(40).culprits()).hasSize(AttemptRates.CULPRITS).noneMatch(culprit -> culprit.pid() == 1);
    }

    private void connect(int pid, int host, double second) {
        Endpoint here = new Endpoint(Address.parse("10.0.0.5"), nextPort++);
        Endpoint there = new Endpoint(Address.parse("66." + pid + ".1." + (1 + host)), 445);
        engine.observe(new Observation.ConnectCalled(
                at(second), EvidenceSource.KERNEL_EVENTS, new ProcessKey(pid, 77), here, there, nextHandle++));
    }
}
