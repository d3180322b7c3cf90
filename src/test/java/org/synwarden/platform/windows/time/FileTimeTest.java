package org.synwarden.platform.windows.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FileTimeTest {
    @Test
    void countsFrom1601InTenthsOfMicroseconds() {
        Instant newYear = Instant.parse("2026-01-01T00:00:00.000000100Z");
        long nanos = newYear.getEpochSecond() * 1_000_000_000 + newYear.getNano();
        assertThat(FileTime.toEpochNanos(134_116_992_000_000_001L)).isEqualTo(nanos);
    }

    @Test
    void unknownStaysUnknown() {
        assertThat(FileTime.toEpochNanos(0)).isZero();
    }

    @Test
    void millisecondsGoThereAndBack() {
        assertThat(FileTime.ofEpochMillis(0)).isEqualTo(116_444_736_000_000_000L);
        assertThat(FileTime.toEpochMillis(FileTime.ofEpochMillis(1_767_225_600_123L) + 9_999))
                .isEqualTo(1_767_225_600_123L);
    }
}
