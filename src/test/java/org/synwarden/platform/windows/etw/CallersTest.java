package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

class CallersTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long STARTED = 1_000 * SECOND;
    private static final ProcessKey WORM = new ProcessKey(4_712, 77);

    private final List<Observation> said = new ArrayList<>();

    /** One process, which started at {@link #STARTED}. */
    private static final class OneProcess implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            return pid == WORM.pid() ? Optional.of(WORM) : Optional.empty();
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            throw new AssertionError("events wait while a domain controller is asked");
        }

        @Override
        public Optional<ProcessInstance> glance(ProcessKey key) {
            return Optional.of(new ProcessInstance(
                    key,
                    "worm.exe",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    STARTED));
        }
    }

    private Callers at(long clock, long wallClock) {
        return new Callers(new OneProcess(), () -> clock, () -> wallClock, said::add);
    }

    @Test
    void aCallerIsDescribedWhenItIsFirstMet() {
        Callers callers = at(STARTED + SECOND, STARTED + SECOND);
        assertThat(callers.identify(4_712, STARTED + SECOND)).isEqualTo(WORM);
        assertThat(callers.identify(4_712, STARTED + SECOND)).isEqualTo(WORM);
        assertThat(said).hasSize(1).first().isInstanceOf(Observation.ProcessDescribed.class);
    }

    @Test
    void aProcessThatStartedAfterTheEventHasOnlyInheritedThePid() {
        Callers callers = at(STARTED + SECOND, STARTED + SECOND);
        assertThat(callers.identify(4_712, STARTED - SECOND)).isEqualTo(new ProcessKey(4_712, 0));
        assertThat(said).isEmpty();
    }

    @Test
    void aStepOfTheWallClockMakesNobodyASuccessor() {
        long hourBehind = STARTED - TimeUnit.HOURS.toNanos(1);
        Callers callers = at(hourBehind + SECOND, STARTED + SECOND);
        assertThat(callers.identify(4_712, hourBehind + SECOND / 2)).isEqualTo(WORM);
    }

    @Test
    void aClockThatWasSetBackMakesNobodyASuccessor() {
        long set = STARTED - TimeUnit.HOURS.toNanos(2);
        assertThat(at(STARTED + SECOND, set).identify(4_712, STARTED + SECOND / 2))
                .isEqualTo(WORM);
    }

    @Test
    void oneThatIsGoneHasOnlyItsPid() {
        assertThat(at(STARTED, STARTED).identify(1_000, STARTED)).isEqualTo(new ProcessKey(1_000, 0));
    }
}
