package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.history.Recorder.NOON;
import static org.synwarden.history.Recorder.seconds;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was done, in a real file. */
class ActionTest {
    @TempDir
    private Path folder;

    private static PastAction block(long at, Optional<String> incident) {
        return new PastAction(
                at,
                "block",
                "/tmp/worm",
                Optional.empty(),
                incident,
                Optional.of("a1b2c3"),
                OptionalLong.empty(),
                "worm",
                "zoe",
                true,
                "the firewall holds a rule");
    }

    @Test
    void whatWasDoneInATimeIsReadTheLatestFirstWhetherBecauseOfAnIncidentOrNot() throws HistoryException {
        try (Recorder recorder = new Recorder(folder)) {
            recorder.waiting.add(new ActionEntry(block(NOON - seconds(1), Optional.empty())));
            recorder.waiting.add(new ActionEntry(block(NOON, Optional.empty())));
            recorder.waiting.add(new ActionEntry(block(NOON + seconds(60), Optional.of("7"))));
            recorder.writer.turn();
            StoredHistory history = new StoredHistory(folder);

            assertThat(history.actions(NOON, Long.MAX_VALUE, 10))
                    .containsExactly(block(NOON + seconds(60), Optional.of("7")), block(NOON, Optional.empty()));
            assertThat(history.actions(NOON, NOON + seconds(60), 10)).containsExactly(block(NOON, Optional.empty()));
            assertThat(history.actions(0, Long.MAX_VALUE, 1))
                    .extracting(PastAction::at)
                    .isEqualTo(List.of(NOON + seconds(60)));
            assertThat(history.actions("7")).hasSize(1);
        }
    }
}
