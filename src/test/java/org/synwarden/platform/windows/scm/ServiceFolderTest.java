package org.synwarden.platform.windows.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFolderTest {
    @TempDir
    private Path home;

    @Test
    void saysWhatIsMissingUntilAllIsThere() throws IOException {
        ServiceFolder folder = new ServiceFolder(home.resolve("."));
        assertThat(folder.missing()).contains("synwarden-service.exe");
        fill(home);
        assertThat(folder.missing()).isEmpty();
    }

    @Test
    void aServiceRunsOnlyWhereTheCodePageHasTheLettersOfThePath() {
        ServiceFolder japanese = new ServiceFolder(home.resolve("日本"));
        assertThat(japanese.isWritableIn(Charset.forName("windows-932"))).isTrue();
        assertThat(japanese.isWritableIn(Charset.forName("windows-1252"))).isFalse();
        assertThat(new ServiceFolder(home.resolve("Müller")).isWritableIn(Charset.forName("windows-1252")))
                .isTrue();
    }

    @Test
    void aBlankInThePathNamesNoOtherProgram() {
        String command = new ServiceFolder(home.resolve("Syn Warden")).commandLine();
        assertThat(command)
                .startsWith("\"" + home)
                .contains("Syn Warden")
                .endsWith("synwarden-service.exe\" //RS//SynWarden");
    }

    /** What a service needs, without anything in it. */
    static void fill(Path home) throws IOException {
        for (String name : new String[] {
            "synwarden-service.exe",
            "synwarden.jar",
            "runtime/bin/server/jvm.dll",
            "native/jnidispatch.dll",
            "native/sqlitejdbc.dll"
        }) {
            Files.createDirectories(home.resolve(name).getParent());
            Files.writeString(home.resolve(name), "");
        }
        Files.createDirectories(home.resolve("lib"));
    }
}
