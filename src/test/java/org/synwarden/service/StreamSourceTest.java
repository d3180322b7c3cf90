package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.Observation;
import org.synwarden.observation.ObservationStream;
import org.synwarden.observation.SourceException;

/** Kernel events that end are missed, said to be missed, and begun again with patience. */
class StreamSourceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final List<Stream> opened = new ArrayList<>();
    private Optional<IOException> refusal = Optional.empty();
    private long now = 1_000 * SECOND;
    private final StreamSource source = new StreamSource(clock -> {
        opened.add(new Stream());
        return opened.get(opened.size() - 1);
    });

    private final class Stream implements ObservationStream {
        private Optional<String> failure = Optional.empty();
        private boolean closed;
        private boolean sharesFollowed;

        @Override
        public void start(Consumer<Observation> observer) throws IOException {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }

        @Override
        public void followShares(boolean wanted) {
            sharesFollowed = wanted;
        }

        @Override
        public Optional<String> failure() {
            return failure;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private void start() {
        source.start(() -> now, observation -> {});
    }

    private void ends() {
        opened.get(opened.size() - 1).failure = Optional.of("Windows has ended the session");
        source.look();
    }

    private void after(long seconds) {
        now += seconds * SECOND;
        source.look();
    }

    @Test
    void withoutRightsItSaysWhatToDoAndIsNotTriedAgain() {
        refusal = Optional.of(
                SourceException.lasting("only administrators may listen", "Run SynWarden as administrator"));
        start();
        after(3_600);
        assertThat(opened).hasSize(1);
        assertThat(source.missing())
                .contains(new Degradation(
                        "no-kernel-events",
                        "Connects that are refused at once cannot be attributed to a program: only administrators may"
                                + " listen",
                        "Run SynWarden as administrator",
                        1_000 * SECOND));
    }

    @Test
    void aFirstStartForWhichThereWasNoRoomIsTriedAgainWithPatience() {
        refusal = Optional.of(SourceException.passing("no room for another session", "End other programs that trace"));
        start();
        after(1);
        assertThat(opened).hasSize(1);
        after(1);
        after(3);
        assertThat(opened).as("the second wait is twice the first").hasSize(2);
        assertThat(source.missing().orElseThrow().remedy()).isEqualTo("End other programs that trace");
        refusal = Optional.empty();
        after(1);
        assertThat(opened).hasSize(3);
        assertThat(source.missing()).isEmpty();
    }

    @Test
    void aFirstStartThatFailedForAnUnknownReasonIsTriedAgain() {
        refusal = Optional.of(new IOException("input/output error"));
        start();
        refusal = Optional.empty();
        after(2);
        assertThat(source.missing()).isEmpty();
    }

    @Test
    void whatMightHavePassedAndTurnsOutToLastIsTriedNowAndThen() {
        refusal = Optional.of(SourceException.passing("not mounted", "Mount it"));
        start();
        refusal = Optional.of(SourceException.lasting("no such event", "Nothing to do"));
        after(2);
        refusal = Optional.empty();
        after(4);
        assertThat(source.missing()).isEmpty();
    }

    @Test
    void aStreamThatEndsIsMissedAndOpenedAgain() {
        start();
        assertThat(source.missing()).isEmpty();
        after(10);
        ends();
        assertThat(source.missing().orElseThrow().message()).endsWith("Windows has ended the session");
        assertThat(opened.get(0).closed).isTrue();
        after(1);
        assertThat(opened).hasSize(1);
        after(1);
        assertThat(opened).hasSize(2);
        assertThat(source.missing()).isEmpty();
    }

    @Test
    void theOftenerItEndsTheLongerItWaits() {
        start();
        List<Long> waits = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            ends();
            long ended = now;
            while (opened.size() == i) {
                after(1);
            }
            waits.add((now - ended) / SECOND);
        }
        assertThat(waits).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L);
    }

    @Test
    void onceItHasHeldForLongItsPastIsForgotten() {
        start();
        ends();
        after(2);
        ends();
        after(4);
        after(300);
        ends();
        after(2);
        assertThat(opened).hasSize(4);
    }

    @Test
    void whatIsRefusedAfterItHadWorkedIsTriedAgainAndMissedSinceTheFirstTime() {
        start();
        ends();
        refusal = Optional.of(new IOException("no room"));
        after(2);
        assertThat(source.missing().orElseThrow().since()).isEqualTo(1_000 * SECOND);
        refusal = Optional.empty();
        after(4);
        assertThat(source.missing()).isEmpty();
        assertThat(opened).hasSize(3);
    }

    @Test
    void aStreamThatWasBegunAgainIsToldAgainWhatIsWanted() {
        source.followShares(true);
        start();
        ends();
        after(2);
        source.followShares(true);
        assertThat(opened).extracting(stream -> stream.sharesFollowed).containsExactly(false, true);
        source.followShares(false);
        assertThat(opened.get(1).sharesFollowed).isFalse();
    }
}
