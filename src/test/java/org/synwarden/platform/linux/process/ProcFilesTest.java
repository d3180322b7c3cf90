package org.synwarden.platform.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFilesTest {
    @TempDir
    private Path proc;

    @Test
    void anImageThatWasRemovedKeepsItsPath() {
        assertThat(ProcFiles.withoutDeletionMark("/tmp/x/worm (deleted)")).isEqualTo("/tmp/x/worm");
        assertThat(ProcFiles.withoutDeletionMark("/usr/bin/ssh")).isEqualTo("/usr/bin/ssh");
    }

    @Test
    void readsTheBootTime() throws IOException {
        Files.writeString(proc.resolve("stat"), "cpu  1 2 3\nctxt 17\nbtime 1763880000\nprocesses 812\n");
        assertThat(new ProcFiles(proc).valueOf("stat", "btime")).contains("1763880000");
        assertThat(new ProcFiles(proc).valueOf("stat", "bti")).isEmpty();
    }

    @Test
    void aNameThatIsNoUtf8IsNoError() throws IOException {
        Path process = Files.createDirectory(proc.resolve("812"));
        byte[] line = "812 (?) S 1 812 812 0 -1 4194560 1 0 1 0 5 3 0 0 20 0 1 0 98765 1 1 1\n"
                .getBytes(StandardCharsets.US_ASCII);
        line[5] = (byte) 0xFF;
        Files.write(process.resolve("stat"), line);

        assertThat(new ProcFiles(proc).stat(812))
                .hasValueSatisfying(stat -> assertThat(stat.startTicks()).isEqualTo(98_765));
    }

    @Test
    void aProcessDecidesNotHowMuchOfItsArgumentsIsRead() throws IOException {
        Path process = Files.createDirectory(proc.resolve("814"));
        Files.writeString(process.resolve("cmdline"), "worm\0" + "x".repeat(1 << 20));
        assertThat(new ProcFiles(proc).commandLine(814))
                .hasValueSatisfying(line -> assertThat(line).hasSize(4_096).startsWith("worm xxx"));
    }

    @Test
    void aProcessThatIsGoneOrHalfWrittenIsEmpty() throws IOException {
        Files.writeString(Files.createDirectory(proc.resolve("813")).resolve("stat"), "813 (cut");
        assertThat(new ProcFiles(proc).stat(812)).isEmpty();
        assertThat(new ProcFiles(proc).stat(813)).isEmpty();
        assertThat(new ProcFiles(proc).imagePath(813)).isEmpty();
    }
}
