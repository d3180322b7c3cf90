package org.synwarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.synwarden.history.Recorder.NOON;
import static org.synwarden.history.Recorder.REMOTE;
import static org.synwarden.history.Recorder.attempt;
import static org.synwarden.history.Recorder.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.lab.LiveTier;
import org.synwarden.process.ProcessInstance;

/** The history on a disk of 4 MiB: a tmpfs that the test mounts. */
@ExtendWith(LiveTier.class)
class FullDiskLiveIT {
    private static final ProcessInstance PROGRAM = process(1, "/bin/program");

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void whatFoundNoPlaceOnAFullDiskIsWrittenWhenThereIsRoom() throws IOException, SQLException {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[3 << 20]);
        try (Recorder recorder = new Recorder(disk)) {
            recorder.runs(PROGRAM);
            int port = 1_024;
            boolean written = true;
            while (written && port < 60_000) {
                for (int end = port + 1_000; port < end; port++) {
                    recorder.waiting.add(attempt(PROGRAM, port, REMOTE, 80, NOON + port));
                }
                written = recorder.writer.turn();
            }
            assertThat(written).isFalse();
            assertThat(recorder.health.shortfalls(NOON)).singleElement().satisfies(shortfall -> {
                assertThat(shortfall.id()).isEqualTo("history-not-written");
                assertThat(shortfall.message()).contains("is full");
                assertThat(shortfall.remedy()).startsWith("Make room");
            });
            Files.delete(ballast);
            assertThat(recorder.writer.turn()).isTrue();
            assertThat(recorder.health.shortfalls(NOON)).isEmpty();
            assertThat(recorder.number("SELECT count(*) FROM attempt")).isEqualTo(port - 1_024);
        }
    }

    @Test
    void aFolderThatMayOnlyBeReadIsWrittenWhenItMayBe() throws IOException, InterruptedException, SQLException {
        try (Recorder recorder = new Recorder(disk)) {
            recorder.runs(PROGRAM);
            recorder.write(attempt(PROGRAM, 4_428, REMOTE, 80, NOON));
        }
        run("mount", "-o", "remount,ro", disk.toString());
        try (Recorder recorder = new Recorder(disk)) {
            recorder.runs(PROGRAM);
            assertThat(recorder.write(attempt(PROGRAM, 4_429, REMOTE, 80, NOON)))
                    .isFalse();
            assertThat(recorder.health.shortfalls(NOON))
                    .singleElement()
                    .satisfies(shortfall -> assertThat(shortfall.message()).contains("must not be written"));
            run("mount", "-o", "remount,rw", disk.toString());
            assertThat(recorder.writer.turn()).isTrue();
            assertThat(recorder.who(4_428, NOON)).hasSize(1);
            assertThat(recorder.who(4_429, NOON)).hasSize(1);
        }
    }
}
