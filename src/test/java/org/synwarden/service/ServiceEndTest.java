package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a service ends whose parts fail or hang: a process of its own each, with an injected fault. */
@Timeout(60)
class ServiceEndTest {
    @TempDir
    private Path folder;

    private Process service;

    @AfterEach
    void nothingStays() {
        service.destroyForcibly();
    }

    @Test
    void anErrorWhereSocketsAreReadEndsTheServiceAsAFailure() throws Exception {
        start("table");
        assertThat(service.waitFor()).isEqualTo(1);
    }

    @Test
    void anErrorWhereClientsAreLetInEndsTheServiceAsAFailure() throws Exception {
        start("listener");
        assertThat(service.waitFor()).isEqualTo(1);
    }

    @Test
    void aFaultInOneSourceEndsThatSourceOnly() throws Exception {
        start("source");
        awaitStart();
        assertThat(service.waitFor(2, TimeUnit.SECONDS)).isFalse();
        service.getOutputStream().close();
        assertThat(service.waitFor()).isZero();
    }

    @Test
    void aSourceThatNeverReturnsDoesNotKeepTheServiceFromStopping() throws Exception {
        start("stuck");
        awaitStart();
        service.getOutputStream().close();
        assertThat(service.waitFor()).isZero();
    }

    @Test
    void nothingIsWrittenToADataFolderThatIsNotSafe() throws Exception {
        start("unsafe");
        awaitStart();
        service.getOutputStream().close();
        assertThat(service.waitFor()).isZero();
        assertThat(names(folder)).containsExactlyInAnyOrder("synwarden.toml", "tmp");
    }

    @Test
    void theHistorysNativeLibraryIsUnpackedWhereNobodyElseCanWrite() throws Exception {
        start("none");
        awaitStart();
        assertThat(names(folder)).contains("history.db");
        assertThat(names(folder.resolve("native"))).anyMatch(name -> name.contains("sqlite"));
        assertThat(names(temporary())).noneMatch(name -> name.contains("sqlite"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("native"))))
                .isEqualTo("rwx------");
        service.getOutputStream().close();
        assertThat(service.waitFor()).isZero();
    }

    private void start(String fault) throws IOException {
        Files.createDirectory(temporary());
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FaultyService.class.getName(),
                        fault,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private void awaitStart() throws IOException {
        BufferedReader said = service.inputReader();
        assertThat(said.readLine()).isEqualTo("started");
    }
}
