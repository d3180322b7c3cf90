package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real locks and sockets. */
@EnabledOnOs(OS.LINUX)
class OneTrayTest {
    private static final String DISPLAY = ":0";

    @TempDir
    private Path folder;

    private final Semaphore shown = new Semaphore(0);

    @Test
    void aSecondStartShowsTheWindowOfTheFirst() throws IOException, InterruptedException {
        try (OneTray first = first(DISPLAY).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(first(DISPLAY)).isEmpty();
            assertThat(first(DISPLAY)).isEmpty();
            assertThat(shown.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void everyDisplayHasATrayOfItsOwn() throws IOException {
        try (OneTray here = first(DISPLAY).orElseThrow();
                OneTray there = first("localhost:10.0").orElseThrow()) {
            assertThat(here).isNotSameAs(there);
        }
        assertThat(shown.availablePermits()).isZero();
    }

    @Test
    void afterTheFirstHasEndedTheNextIsTheFirst() throws IOException {
        first(DISPLAY).orElseThrow().close();

        try (OneTray next = first(DISPLAY).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void aSocketLeftBehindByAKilledTrayIsReplaced() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("tray-_0.socket"), "");

        try (OneTray first = first(DISPLAY).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(first(DISPLAY)).isEmpty();
            assertThat(shown.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Optional<OneTray> first(String display) throws IOException {
        return OneTray.first(folder, display, shown::release);
    }
}
