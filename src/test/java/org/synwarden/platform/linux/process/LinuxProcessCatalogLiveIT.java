package org.synwarden.platform.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.lab.LiveTier;
import org.synwarden.lab.Scene;
import org.synwarden.process.ImageFile;
import org.synwarden.process.ModuleFile;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

@ExtendWith(LiveTier.class)
class LinuxProcessCatalogLiveIT {
    private static final int BEYOND_EVERY_PID = 4_194_305;

    private final LinuxProcessCatalog catalog = new LinuxProcessCatalog();
    private final int pid = (int) ProcessHandle.current().pid();

    @Test
    void describesThisVirtualMachine() throws IOException {
        ProcessInstance self = catalog.describe(catalog.find(pid).orElseThrow()).orElseThrow();

        assertThat(self.name()).isEqualTo("java");
        assertThat(self.path())
                .contains(Path.of(System.getProperty("java.home"), "bin", "java")
                        .toRealPath()
                        .toString());
        assertThat(self.user()).contains(System.getProperty("user.name"));
        long started =
                ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        assertThat(TimeUnit.NANOSECONDS.toMillis(self.startedAt())).isBetween(started - 2_000, started + 2_000);
    }

    @Test
    void anImageThatRemovesItselfIsStillNamed(@TempDir Path folder) throws IOException {
        Path image = Files.copy(Path.of("/bin/sleep").toRealPath(), folder.resolve(") R 1 (worm"));
        assertThat(image.toFile().setExecutable(true)).isTrue();
        Process child = new ProcessBuilder(image.toString(), "60").start();
        try {
            Files.delete(image);
            ProcessKey key = catalog.find((int) child.pid()).orElseThrow();

            assertThat(catalog.describe(key)).hasValueSatisfying(instance -> {
                assertThat(instance.path()).contains(image.toString());
                assertThat(instance.name()).isEqualTo(") R 1 (worm");
            });
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aLoadedFileIsOpenedOnlyWhileItIsTheOneThatWasLoaded(@TempDir Path folder) throws IOException {
        Path image = Files.copy(Path.of("/bin/sleep").toRealPath(), folder.resolve("worm"))
                .toRealPath();
        assertThat(image.toFile().setExecutable(true)).isTrue();
        Process child = new ProcessBuilder(image.toString(), "60").start();
        try {
            ProcessKey key = catalog.find((int) child.pid()).orElseThrow();
            Scene.await("it has loaded its library", () -> modules(key).size() >= 2);
            ModuleFile module = modules(key).stream()
                    .filter(loaded -> loaded.path().equals(image.toString()))
                    .findFirst()
                    .orElseThrow();
            try (ImageFile opened = catalog.openModule(key, module)) {
                assertThat(opened.version().size()).isEqualTo(Files.size(image));
            }
            Files.copy(image, folder.resolve("other"));
            Files.move(folder.resolve("other"), image, StandardCopyOption.REPLACE_EXISTING);

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> catalog.openModule(key, module))
                    .withMessageContaining("was replaced");
        } finally {
            child.destroyForcibly();
        }
    }

    private List<ModuleFile> modules(ProcessKey key) {
        try {
            return catalog.modules(key).files();
        } catch (IOException notYet) {
            return List.of();
        }
    }

    @Test
    void whatRunsIsReadEvenAfterItsFileWasReplaced(@TempDir Path folder) throws IOException {
        Path original = Path.of("/bin/sleep").toRealPath();
        Path image = Files.copy(original, folder.resolve("worm"));
        assertThat(image.toFile().setExecutable(true)).isTrue();
        Process child = new ProcessBuilder(image.toString(), "60").start();
        try {
            ProcessInstance running = catalog.describe(
                            catalog.find((int) child.pid()).orElseThrow())
                    .orElseThrow();
            Files.delete(image);
            Files.writeString(image, "harmless");
            try (ImageFile read = catalog.openImage(running).orElseThrow()) {
                assertThat(Channels.newInputStream(read.content()).readAllBytes())
                        .isEqualTo(Files.readAllBytes(original));
                assertThat(read.version().size()).isEqualTo(Files.size(original));
            }
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aProgramWhoseTimeWasSetBackIsNotTakenForWhatItWas(@TempDir Path folder) throws Exception {
        Path image = Files.copy(Path.of("/bin/sleep").toRealPath(), folder.resolve("worm"));
        assertThat(image.toFile().setExecutable(true)).isTrue();
        FileTime written = Files.getLastModifiedTime(image);
        ImageFile.Version before = versionOf(image);
        byte[] program = Files.readAllBytes(image);
        program[program.length - 1] ^= 1;
        Files.write(image, program);
        Files.setLastModifiedTime(image, written);

        assertThat(versionOf(image)).isNotEqualTo(before);
        assertThat(versionOf(image).size()).isEqualTo(before.size());
    }

    private ImageFile.Version versionOf(Path image) throws Exception {
        Process child = new ProcessBuilder(image.toString(), "60").start();
        try {
            ProcessInstance running = catalog.describe(
                            catalog.find((int) child.pid()).orElseThrow())
                    .orElseThrow();
            try (ImageFile read = catalog.openImage(running).orElseThrow()) {
                return read.version();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void anImageThatWasReadLeavesNothingOpen() throws IOException {
        ProcessInstance self = catalog.describe(catalog.find(pid).orElseThrow()).orElseThrow();
        for (int i = 0; i < 5_000; i++) {
            catalog.openImage(self).orElseThrow().close();
        }
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(open).hasSizeLessThan(1_000);
        }
    }

    @Test
    void theImageOfAnotherProgramThanDescribedIsNotRead() throws IOException {
        ProcessInstance self = catalog.describe(catalog.find(pid).orElseThrow()).orElseThrow();
        ProcessInstance former = ProcessInstance.ofImage(self.key(), "bash", Optional.of("/bin/bash"));
        assertThat(catalog.openImage(former)).isEmpty();
    }

    @Test
    void aPidThatNobodyHasIsNobody() {
        assertThat(catalog.find(BEYOND_EVERY_PID)).isEmpty();
    }

    @Test
    void aKeyOfAnotherInstanceIsNotDescribedAsTheOneThatIsThereNow() {
        ProcessKey now = catalog.find(pid).orElseThrow();
        assertThat(catalog.describe(new ProcessKey(pid, now.startToken() + 1))).isEmpty();
    }
}
