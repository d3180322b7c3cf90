package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

class HostSourcesTest {
    private static final class Source implements HostSource {
        private final Optional<String> name;
        private final boolean faulty;
        private int looks;
        private boolean closed;

        Source(Optional<String> name, boolean faulty) {
            this.name = name;
            this.faulty = faulty;
        }

        @Override
        public Optional<String> name() {
            return name;
        }

        @Override
        public void start(LongSupplier clock, Consumer<Observation> inbox) {
            // begins when it is looked at
        }

        @Override
        public void look() {
            looks++;
            if (faulty) {
                throw new IllegalStateException("a fault");
            }
        }

        @Override
        public Optional<Degradation> missing() {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final Source network = new Source(Optional.empty(), true);
    private final Source awakening = new Source(Optional.empty(), false);
    private final Source kernel = new Source(Optional.of(EvidenceSource.KERNEL_EVENTS.text()), false);
    private final HostSources sources =
            new HostSources(List.of(network, awakening, kernel), Set.of(EvidenceSource.KERNEL_EVENTS));

    @Test
    void aFaultOfOneSourceWithoutANameLeavesTheOtherOneInUse() {
        sources.look();
        sources.look();
        assertThat(network.looks).isEqualTo(1);
        assertThat(awakening.looks).isEqualTo(2);
        assertThat(kernel.looks).isEqualTo(2);
    }

    @Test
    void aFaultIsTold() {
        assertThat(sources.degradations(0)).isEmpty();
        sources.look();
        assertThat(sources.degradations(0))
                .singleElement()
                .satisfies(told -> assertThat(told.toString()).contains("network-state"));
    }

    @Test
    void aSourceThatIsNotUsedIsNeitherAskedNorNamed() {
        HostSources withoutKernel = new HostSources(List.of(awakening, kernel), Set.of());
        withoutKernel.look();
        assertThat(kernel.looks).isZero();
        assertThat(awakening.looks).isEqualTo(1);
        assertThat(withoutKernel.yielding()).isEmpty();
        assertThat(sources.yielding()).containsExactly("kernel-events");
    }

    @Test
    void whatHasAFaultYieldsNothingAndIsClosedAllTheSame() {
        Source broken = new Source(Optional.of("kernel-events"), true);
        HostSources all = new HostSources(List.of(broken), Set.of(EvidenceSource.KERNEL_EVENTS));
        all.look();
        assertThat(all.yielding()).isEmpty();
        all.close();
        assertThat(broken.closed).isTrue();
    }
}
