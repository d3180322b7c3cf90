package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.control.RequestException;
import org.synwarden.history.History;

class TestAlertTest {
    private static final long START = 1_767_225_600_000_000_000L;

    private final List<String> told = new ArrayList<>();
    private final Incidents incidents = new Incidents(
            new ContractObjects(key -> Optional.empty()),
            new Listener(),
            History.none(),
            new Returns(same -> same, () -> START),
            new ShareRequests(address -> Optional.empty()),
            new RecentAttempts(() -> START),
            () -> {},
            attempt -> {});

    private final class Listener implements WatchListener {
        @Override
        public void attempt(Supplier<AttemptObject> attempt) {
            told.add("attempt");
        }

        @Override
        public void incidentOpened(IncidentObject incident) {
            told.add("opened " + incident.id() + " " + incident.test());
        }

        @Override
        public void incidentGrew(IncidentObject incident) {
            told.add("grew");
        }

        @Override
        public void incidentClosed(IncidentObject incident) {
            told.add("closed " + incident.id() + " " + incident.test());
        }
    }

    private static long second(int number) {
        return START + TimeUnit.SECONDS.toNanos(number);
    }

    @Test
    void aTestGoesTheWayOfAllIncidentsAndCountsAsNone() throws Exception {
        IncidentObject test = incidents.raiseTest(START);
        assertThat(told).isEmpty();
        incidents.tick(second(0));
        incidents.tick(second(1));
        assertThat(told).containsExactly("opened test-1 true");
        assertThat(incidents.all()).containsExactly(test);
        assertThat(incidents.open()).isZero();
        incidents.tick(second(10));
        incidents.tick(second(11));
        assertThat(told).containsExactly("opened test-1 true", "closed test-1 true");
        assertThat(incidents.all()).extracting(IncidentObject::state).containsExactly("closed");
    }

    @Test
    void thereIsOneAMinuteWhoeverAsks() throws Exception {
        incidents.raiseTest(START);
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> incidents.raiseTest(second(59)))
                .withMessageContaining("try again in 2 s");
        assertThat(incidents.raiseTest(second(60)).id()).isEqualTo("test-2");
        assertThat(incidents.all()).hasSize(1);
    }
}
