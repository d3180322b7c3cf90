package org.synwarden.platform.windows.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Listens for an awakening of the PC that runs the test; none comes while it runs. */
@EnabledOnOs(OS.WINDOWS)
class AwakeningsWindowsTest {
    @Test
    void listensAndStopsListening() throws IOException {
        AtomicInteger awakenings = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            new Awakenings(awakenings::incrementAndGet).close();
        }
        assertThat(awakenings).hasValue(0);
    }
}
