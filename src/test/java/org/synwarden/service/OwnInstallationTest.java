package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.installation.ProgramFolder;

/** What is run as administrator is never what others could have put there. */
class OwnInstallationTest {
    /** Everything is the administrators' own, but for what lies under that name. */
    private record AllBut(String name) implements ProgramFolder.Rights {
        @Override
        public Optional<String> changer(Path file) {
            return file.endsWith(name) ? Optional.of("eva") : Optional.empty();
        }

        @Override
        public Optional<String> displacer(Path folder) {
            return changer(folder);
        }
    }

    @TempDir
    private Path folder;

    @Test
    void givesTheLauncherAwayOnlyWhereNobodyElseCanChangeAnything() throws IOException {
        Path home =
                Files.createDirectories(folder.resolve("Programs/SynWarden")).toRealPath();
        assertThat(OwnInstallation.launcher(home, "synwarden", new AllBut("none")))
                .isEmpty();
        Path launcher = Files.createFile(home.resolve("synwarden"));
        Files.createFile(Files.createDirectory(home.resolve("lib")).resolve("jna.jar"));
        assertThat(OwnInstallation.launcher(home, "synwarden", new AllBut("none")))
                .contains(launcher);
        assertThat(OwnInstallation.launcher(home, "synwarden", new AllBut("synwarden")))
                .isEmpty();
        assertThat(OwnInstallation.launcher(home, "synwarden", new AllBut("jna.jar")))
                .isEmpty();
        assertThat(OwnInstallation.launcher(home, "synwarden", new AllBut("Programs")))
                .isEmpty();
    }
}
