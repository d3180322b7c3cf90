package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedProcessesTest {
    @TempDir
    private Path directory;

    private long now;
    private long timePassingPerLook;
    private SavedProcesses saved;

    @BeforeEach
    void remember() throws IOException {
        Path file = Files.writeString(directory.resolve("saved"), "47 47\n4711 4711\n4712 4711\n");
        saved = new SavedProcesses(file, () -> now += timePassingPerLook);
    }

    @Test
    void namesTheProcessOfAThread() {
        assertThat(saved.processOf(4_712)).hasValue(4_711);
        assertThat(saved.processOf(471)).isEmpty();
    }

    @Test
    void whereItTakesLongTheKernelIsAskedLessOften() {
        timePassingPerLook = TimeUnit.MILLISECONDS.toNanos(60);
        assertThat(saved.processOf(4_712)).hasValue(4_711);
        assertThat(saved.processOf(4_712)).isEmpty();

        now += TimeUnit.SECONDS.toNanos(1);
        assertThat(saved.processOf(4_712)).hasValue(4_711);
    }

    @Test
    void withoutTheFileNothingIsKnown() {
        SavedProcesses none = new SavedProcesses(directory.resolve("none"), () -> now);

        assertThat(none.processOf(4_712)).isEmpty();
    }
}
