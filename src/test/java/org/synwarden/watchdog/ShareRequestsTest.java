package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.NameObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.engine.Engine;
import org.synwarden.history.History;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.observation.ConnectResult;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessKey;

/** A worm that has the kernel of Windows open its shares: the kernel is the culprit, and the worm is named beside it. */
class ShareRequestsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Address HERE = Address.parse("192.168.20.52");
    private static final ProcessKey KERNEL = new ProcessKey(4, 1);
    private static final ProcessKey WORM = new ProcessKey(4_312, 77);
    private static final ProcessKey EXPLORER = new ProcessKey(3_012, 66);

    private final Map<Address, String> names = new HashMap<>();
    private final List<IncidentObject> told = new ArrayList<>();
    private final Incidents incidents = new Incidents(
            new ContractObjects(key -> Optional.empty(), address -> Optional.ofNullable(names.get(address))),
            new Listener(),
            History.none(),
            new Returns(same -> same, () -> 0),
            new ShareRequests(address -> Optional.ofNullable(names.get(address))),
            new RecentAttempts(() -> 0),
            () -> {},
            attempt -> {});
    private final Engine engine = Engine.forHost(incidents);
    private long now = 1_000 * SECOND;

    private final class Listener implements WatchListener {
        @Override
        public void attempt(Supplier<AttemptObject> attempt) {}

        @Override
        public void incidentOpened(IncidentObject incident) {
            told.add(incident);
        }

        @Override
        public void incidentGrew(IncidentObject incident) {
            told.add(incident);
        }

        @Override
        public void incidentClosed(IncidentObject incident) {
            told.add(incident);
        }
    }

    private void after(long nanos) {
        now += nanos;
        engine.tick(now);
        incidents.tick(now);
    }

    private static String host(int number) {
        return "81." + number + ".1.9";
    }

    private void connects(ProcessKey process, int number, int port, ConnectResult result) {
        Endpoint local = new Endpoint(HERE, 50_000 + number);
        Endpoint remote = new Endpoint(Address.parse(host(number)), port);
        engine.observe(
                new Observation.ConnectCalled(now, EvidenceSource.KERNEL_EVENTS, process, local, remote, number));
        engine.observe(new Observation.ConnectEnded(
                now, EvidenceSource.KERNEL_EVENTS, new Flow(Protocol.TCP, local, remote), number, result));
        after(SECOND / 10);
    }

    private void kernelScans() {
        for (int number = 1; number <= 8; number++) {
            connects(KERNEL, number, 445, ConnectResult.TIMED_OUT);
        }
        after(6 * SECOND);
        assertThat(told).isNotEmpty();
        assertThat(latest().process())
                .hasValueSatisfying(process -> assertThat(process.pid()).isEqualTo(4));
    }

    private void asks(ProcessKey process, String host) {
        incidents.heard(new Observation.ShareRequested(now, EvidenceSource.KERNEL_EVENTS, process, host));
    }

    private IncidentObject latest() {
        return told.get(told.size() - 1);
    }

    private List<Integer> requesters() {
        incidents.tick(now);
        return latest().requestedBy().stream().map(ProcessObject::pid).toList();
    }

    @Test
    void anIncidentTellsTheNamesOfItsAddressesAsFarAsTheyAreKnown() {
        names.put(Address.parse(host(7)), "files.example.net");
        kernelScans();

        assertThat(latest().sample()).contains(host(7), host(8));
        assertThat(latest().names()).containsExactly(new NameObject(host(7), "files.example.net"));
    }

    @Test
    void whoAskedForMostOfTheHostsThatDidNotAnswerIsNamedFirst() {
        kernelScans();
        asks(EXPLORER, host(1));
        asks(WORM, host(1));
        asks(WORM, host(2));
        assertThat(requesters()).containsExactly(WORM.pid(), EXPLORER.pid());
        assertThat(latest().process())
                .hasValueSatisfying(process -> assertThat(process.pid()).isEqualTo(4));
        assertThat(incidents.all()).containsExactly(latest());
    }

    @Test
    void whoeverAsksForAHostThatAnswersIsNotNamed() {
        kernelScans();
        connects(KERNEL, 20, 445, ConnectResult.ESTABLISHED);
        asks(EXPLORER, host(20));
        asks(EXPLORER, "81.99.1.9");
        assertThat(requesters()).isEmpty();
    }

    @Test
    void aHostThatAnswersAfterAllIsHeldAgainstNobody() {
        kernelScans();
        asks(EXPLORER, host(1));
        asks(WORM, host(2));
        connects(KERNEL, 1, 445, ConnectResult.ESTABLISHED);
        assertThat(requesters()).containsExactly(WORM.pid());
    }

    @Test
    void aHostThatWasAskedForByNameIsFoundByTheNameOfItsAddress() {
        kernelScans();
        names.put(Address.parse(host(3)), "Victim.example");
        asks(WORM, "victim");
        asks(EXPLORER, "other");
        assertThat(requesters()).containsExactly(WORM.pid());
    }

    @Test
    void whatWasAskedBeforeTheFirstAttemptIsOfAnotherIncident() {
        asks(EXPLORER, host(1));
        now += SECOND;
        kernelScans();
        asks(WORM, host(1));
        assertThat(requesters()).containsExactly(WORM.pid());
    }

    @Test
    void requestsAreWantedOnlyWhileTheKernelIsInAnIncidentOfFileSharing() {
        assertThat(incidents.wantShares()).isFalse();
        kernelScans();
        assertThat(incidents.wantShares()).isTrue();
        asks(WORM, host(1));
        after(SECOND);
        for (int second = 0; second < 90; second++) {
            after(SECOND);
        }
        assertThat(latest().state()).isEqualTo("closed");
        assertThat(incidents.wantShares()).isFalse();
        assertThat(latest().requestedBy()).extracting(ProcessObject::pid).containsExactly(WORM.pid());
    }

    @Test
    void anIncidentOfAProgramOrOfAnotherPortWantsNone() {
        for (int number = 1; number <= 8; number++) {
            connects(WORM, number, 445, ConnectResult.TIMED_OUT);
            connects(KERNEL, 100 + number, 3_389, ConnectResult.TIMED_OUT);
        }
        after(6 * SECOND);
        asks(EXPLORER, host(1));
        incidents.tick(now);
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(incident -> assertThat(incident.requestedBy()).isEmpty());
        assertThat(incidents.wantShares()).isFalse();
    }

    @Test
    void atMostEightAreNamed() {
        kernelScans();
        for (int pid = 1_001; pid <= 1_008; pid++) {
            asks(new ProcessKey(pid, 1), host(1));
        }
        for (int pid = 1_009; pid <= 1_020; pid++) {
            asks(new ProcessKey(pid, 1), host(2));
        }
        assertThat(requesters()).hasSize(IncidentObject.MAX_REQUESTERS);
    }

    @Test
    void ofMoreHostsThanItsBoundTheOneUnusedForLongestIsForgotten() {
        kernelScans();
        asks(WORM, host(1));
        assertThat(requesters()).containsExactly(WORM.pid());
        for (int i = 0; i < ShareRequests.BOUND; i++) {
            asks(EXPLORER, "host" + i);
        }
        assertThat(requesters()).isEmpty();
    }
}
