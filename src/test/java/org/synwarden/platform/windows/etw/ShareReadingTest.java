package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

class ShareReadingTest {
    private static final int WORM = 4_712;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final PerformanceTime TIME = new PerformanceTime(SECOND, 0);

    private final List<Observation> said = new ArrayList<>();
    private final Callers callers = new Callers(new NobodyThere(), () -> 0, () -> 0, said::add);
    private final ShareReading reading = new ShareReading(TIME, callers, said::add);

    private static final class NobodyThere implements ProcessCatalog {
        @Override
        public Optional<ProcessKey> find(int pid) {
            return Optional.empty();
        }

        @Override
        public Optional<ProcessInstance> describe(ProcessKey key) {
            return Optional.empty();
        }
    }

    private static TraceRecord record(UUID provider, int process, long at, String host) {
        byte[] data = KernelFilePayload.create("\\Device\\Mup\\" + host + "\\share");
        return new TraceRecord(provider, KernelFilePayload.CREATE, 1, process, at, ByteBuffer.wrap(data));
    }

    private void asks(int process, long at, String host) {
        reading.take(record(TraceProvider.KERNEL_FILE.id(), process, at, host));
    }

    private static Observation requested(int process, long at, String host) {
        return new Observation.ShareRequested(at, EvidenceSource.KERNEL_EVENTS, new ProcessKey(process, 0), host);
    }

    @Test
    void theProcessOfTheHeaderIsTheOneThatAsks() {
        asks(WORM, 5, "10.1.2.3");
        assertThat(said).containsExactly(requested(WORM, 5, "10.1.2.3"));
    }

    @Test
    void aFileServerThatIsAskedAThousandTimesIsToldOnce() {
        for (int i = 0; i < 1_000; i++) {
            asks(WORM, i, "files");
        }
        asks(5_000, 1_000, "files");
        assertThat(said).containsExactly(requested(WORM, 0, "files"), requested(5_000, 1_000, "files"));
    }

    @Test
    void theKernelAndNobodyAskForThemselves() {
        for (int process : new int[] {-1, 0, 4}) {
            asks(process, 1, "10.1.2.3");
        }
        assertThat(said).isEmpty();
    }

    @Test
    void anotherProvidersEventOfTheSameNumberIsNotOurs() {
        reading.take(record(TraceProvider.TCPIP.id(), WORM, 1, "10.1.2.3"));
        assertThat(said).isEmpty();
    }

    @Test
    void aFloodOfHostsIsCutAtItsBoundASecond() {
        for (int i = 0; i < 3 * ShareReading.MOST_A_SECOND; i++) {
            asks(WORM, i, "host" + i);
        }
        assertThat(said).hasSize(ShareReading.MOST_A_SECOND);
        asks(WORM, SECOND, "another");
        assertThat(said).hasSize(ShareReading.MOST_A_SECOND + 1);
    }

    @Test
    void whatWasToldLongestAgoIsForgottenAndToldAgain() {
        for (int i = 0; i <= ShareReading.BOUND; i++) {
            asks(WORM, i * SECOND, "host" + i);
        }
        said.clear();
        asks(WORM, 2_000 * SECOND, "host" + ShareReading.BOUND);
        assertThat(said).isEmpty();
        asks(WORM, 2_001 * SECOND, "host0");
        assertThat(said).hasSize(1);
    }

    /** The TCP session would not know them, and what it does not know it must not miss. */
    @Test
    void fileEventsAreNeitherSeenNorMissedAmongThoseOfConnects() {
        EventReading connects = new EventReading(TIME, () -> SECOND, callers, said::add);
        connects.take(new TraceRecord(TraceProvider.KERNEL_FILE.id(), 1_034, 1, WORM, 1, ByteBuffer.wrap(new byte[2])));
        connects.take(new SessionLosses(0, 0));
        assertThat(said).isEmpty();
    }
}
