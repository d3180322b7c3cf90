package org.synwarden.platform.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UnixSocketsTest {
    private static final String SERVICE = "/run/synwarden/control.sock";
    private static final String TEXT = """
            Num       RefCount Protocol Flags    Type St Inode Path
            0000000000000000: 00000002 00000000 00010000 0001 01 4711 /run/synwarden/control.sock
            0000000000000000: 00000003 00000000 00000000 0001 03  812 /run/synwarden/control.sock
            0000000000000000: 00000002 00000000 00010000 0001 01 4712 @/run/synwarden/control.sock
            0000000000000000: 00000002 00000000 00010000 0001 01 4713 /tmp/run/synwarden/control.sock
            0000000000000000: 00000003 00000000 00000000 0001 03 4714
            """;

    @Test
    void findsTheSocketsOfAPath() {
        assertThat(UnixSockets.linksOf(SERVICE, TEXT)).containsExactlyInAnyOrder("socket:[4711]", "socket:[812]");
        assertThat(UnixSockets.linksOf(SERVICE, "")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsWhoHoldsThem(@TempDir Path proc) throws Exception {
        Files.writeString(Files.createDirectories(proc.resolve("net")).resolve("unix"), TEXT);
        hold(proc, "10", "socket:[4711]");
        hold(proc, "11", "socket:[4712]");
        ProcFiles files = new ProcFiles(proc);
        assertThat(files.holdsUnixSocket(10, SERVICE)).isTrue();
        assertThat(files.holdsUnixSocket(11, SERVICE)).isFalse();
        assertThat(files.holdsUnixSocket(12, SERVICE)).isFalse();
    }

    private static void hold(Path proc, String pid, String link) throws Exception {
        Files.createSymbolicLink(
                Files.createDirectories(proc.resolve(pid + "/fd")).resolve("3"), Path.of(link));
    }
}
