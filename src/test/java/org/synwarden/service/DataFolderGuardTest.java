package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.installation.InstallationException;

/** Real folders; whose they are, where that matters, is said by the test. */
@EnabledOnOs(OS.LINUX)
class DataFolderGuardTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final String ASIDE = ".planted-20261126-120000";

    @TempDir
    private Path above;

    private final Set<Path> foreign = new HashSet<>();
    private final DataFolderGuard guard = new DataFolderGuard(new ToldOwners(), () -> NOON);
    private Path folder;

    @BeforeEach
    void choose() {
        folder = above.resolve("SynWarden");
    }

    @Test
    void aFolderThatIsNotThereIsMadeForItsOwnerOnly() throws IOException {
        assertThat(guard.secure(folder)).isEmpty();
        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatIsRightStaysAsItIs() throws IOException {
        guard.secure(folder);
        Files.writeString(folder.resolve("approvals.json"), "[]");
        assertThat(guard.secure(folder)).isEmpty();
        assertThat(folder.resolve("approvals.json")).exists();
        assertThat(besideIt()).isEmpty();
    }

    @Test
    void aFolderThatOthersCouldOnlyReadIsClosedAndKept() throws IOException {
        make(folder, "rwxr-xr-x");
        Files.writeString(folder.resolve("approvals.json"), "[]");
        assertThat(guard.secure(folder)).isEmpty();
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(folder.resolve("approvals.json")).exists();
    }

    @Test
    void aFolderThatOthersCouldWriteIsSetAsideAndMadeAnew() throws IOException {
        make(folder, "rwxrwxrwx");
        Files.writeString(folder.resolve("approvals.json"), "planted");
        assertThat(guard.secure(folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(above.resolve("SynWarden" + ASIDE).resolve("approvals.json")).hasContent("planted");
    }

    @Test
    void aFolderPlantedByAnotherUserIsSetAside() throws IOException {
        make(folder, "rwx------");
        foreign.add(folder);
        assertThat(guard.secure(folder)).isEmpty();
        assertThat(besideIt()).containsExactly("SynWarden" + ASIDE);
    }

    @Test
    void aLinkIsSetAsideAndWhatItLeadsToIsNotTouched() throws IOException {
        Path elsewhere = make(above.resolve("elsewhere"), "rwxr-xr-x");
        Files.createSymbolicLink(folder, elsewhere);
        assertThat(guard.secure(folder)).isEmpty();
        assertThat(Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(mode(elsewhere)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aFileInItsPlaceIsSetAside() throws IOException {
        Files.writeString(folder, "");
        assertThat(guard.secure(folder)).isEmpty();
        assertThat(folder).isDirectory();
    }

    @Test
    void aPlantedFolderInASafeOneIsSetAsideOnce() throws IOException {
        make(folder, "rwx------");
        Path logs = make(folder.resolve("logs"), "rwxrwxrwx");
        guard.secure(folder);
        assertThat(logs).doesNotExist();
        assertThat(folder.resolve("logs" + ASIDE)).isDirectory();
        guard.secure(folder);
        assertThat(folder.resolve("logs" + ASIDE)).isDirectory();
    }

    @Test
    void ofTwoSetAsideInOneSecondBothStay() throws IOException {
        for (int i = 0; i < 2; i++) {
            make(folder, "rwxrwxrwx");
            guard.secure(folder);
            Files.delete(folder);
        }
        assertThat(besideIt()).containsExactlyInAnyOrder("SynWarden" + ASIDE, "SynWarden" + ASIDE + "-1");
    }

    @Test
    void aPlantedFolderInUseIsTakenOverAndToldAsUnsafeBecauseWhoPlantedItMayHoldItOpen() throws IOException {
        make(folder, "rwxrwxrwx");
        foreign.add(folder);
        Path planted = Files.writeString(folder.resolve("approvals.json"), "planted");
        foreign.add(planted);
        Path log = Files.writeString(folder.resolve("service.log"), "ours");
        DataFolderGuard onWindows = new DataFolderGuard(new HeldOpen(), () -> NOON);
        assertThat(onWindows.secure(folder))
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith(folder.toString()).contains("may still hold it open"));
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(log).exists();
        assertThat(planted).doesNotExist();
        assertThat(folder.resolve("approvals.json" + ASIDE)).hasContent("planted");
    }

    @Test
    void aFolderThatWasTakenOverIsNotBelievedByLaterStartsThoughItsRightsLookRight() throws IOException {
        make(folder, "rwxrwxrwx");
        new DataFolderGuard(new HeldOpen(), () -> NOON).secure(folder);
        assertThat(mode(folder)).isEqualTo("rwx------");
        Files.writeString(folder.resolve("approvals.json"), "written through what was held open");
        for (int start = 0; start < 2; start++) {
            assertThat(new DataFolderGuard(new HeldOpen(), () -> NOON).secure(folder))
                    .hasValueSatisfying(why -> assertThat(why).contains("may still hold it open"));
        }
    }

    @Test
    void aFolderThatWasTakenOverIsReplacedByTheFirstStartThatCanMoveIt() throws IOException {
        make(folder, "rwxrwxrwx");
        new DataFolderGuard(new HeldOpen(), () -> NOON).secure(folder);
        Files.writeString(folder.resolve("approvals.json"), "written through what was held open");
        assertThat(guard.secure(folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(besideIt()).containsExactly("SynWarden" + ASIDE);
        Files.writeString(folder.resolve("approvals.json"), "ours");
        assertThat(new DataFolderGuard(new ToldOwners(), () -> NOON).secure(folder))
                .isEmpty();
        assertThat(folder.resolve("approvals.json")).hasContent("ours");
    }

    @Test
    void whatAnAdministratorRemovedIsMadeAnewAndTheMarkGoes() throws IOException {
        make(folder, "rwxrwxrwx");
        new DataFolderGuard(new HeldOpen(), () -> NOON).secure(folder);
        Files.delete(folder);
        assertThat(guard.secure(folder)).isEmpty();
        assertThat(besideIt()).isEmpty();
    }

    @Test
    void whoTakesTheNameOfTheMarkNeitherHidesNorForgesIt() throws IOException {
        foreign.add(make(above.resolve("SynWarden.taken-over-0"), "rwx------"));
        make(folder, "rwx------");
        assertThat(guard.secure(folder)).as("a forged mark").isEmpty();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        new DataFolderGuard(new HeldOpen(), () -> NOON).secure(folder);
        assertThat(besideIt()).containsExactlyInAnyOrder("SynWarden.taken-over-0", "SynWarden.taken-over-1");
        assertThat(new DataFolderGuard(new HeldOpen(), () -> NOON).secure(folder))
                .isPresent();
    }

    @Test
    void whoeverIsFasterIsToldOfAndNotFoughtForEver() {
        DataFolderGuard beaten = new DataFolderGuard(
                new ToldOwners() {
                    @Override
                    public Optional<FolderFacts> look(Path path) throws IOException {
                        Files.createDirectories(path);
                        return Optional.of(new FolderFacts(FolderFacts.Kind.FOLDER, true, true, true));
                    }
                },
                () -> NOON);
        assertThat(beaten.secure(folder))
                .hasValueSatisfying(why -> assertThat(why).contains("faster than it can be set aside"));
    }

    @Test
    void whoMakesItBetweenLookAndMakeIsSetAside() throws IOException {
        DataFolderGuard late = new DataFolderGuard(
                new ToldOwners() {
                    private boolean beaten;

                    @Override
                    public void make(Path path) throws IOException {
                        if (!beaten) {
                            beaten = true;
                            DataFolderGuardTest.make(path, "rwxrwxrwx");
                            Files.writeString(path.resolve("approvals.json"), "planted");
                        }
                        super.make(path);
                    }
                },
                () -> NOON);
        assertThat(late.secure(folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(besideIt()).containsExactly("SynWarden" + ASIDE);
    }

    @Test
    void anInstallationIntoAFolderThatIsNotSafeFailsWithTheReason() {
        FolderSecurity refusing = new ToldOwners() {
            @Override
            public void make(Path path) throws IOException {
                throw new FileSystemException("no rights");
            }
        };
        assertThatThrownBy(() -> Hardening.secureAtInstallation(folder, refusing))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining(folder + " is not safe, so nothing was installed: no rights");
    }

    @Test
    void aRefusalIsToldInOneLine() {
        DataFolderGuard refused = new DataFolderGuard(
                new ToldOwners() {
                    @Override
                    public void make(Path path) throws IOException {
                        throw new FileSystemException("no rights");
                    }
                },
                () -> NOON);
        assertThat(refused.secure(folder)).contains("no rights");
    }

    private List<String> besideIt() throws IOException {
        try (Stream<Path> entries = Files.list(above)) {
            return entries.filter(path -> !path.equals(folder))
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
    }

    private static Path make(Path path, String mode) throws IOException {
        Files.createDirectory(path);
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** A file in it is in use, so that Windows does not rename it. */
    private final class HeldOpen extends ToldOwners {
        @Override
        public void rename(Path path, Path fresh) throws IOException {
            if (path.equals(folder)) {
                throw new FileSystemException(path + " is in use");
            }
            super.rename(path, fresh);
        }
    }

    /** Owner and mode of real folders, but for those that the test says belong to somebody else. */
    private class ToldOwners implements FolderSecurity {
        private final FolderSecurity real = new PosixFolderSecurity();

        @Override
        public Optional<FolderFacts> look(Path path) throws IOException {
            return real.look(path)
                    .map(facts -> foreign.contains(path)
                            ? new FolderFacts(facts.kind(), true, facts.changeable(), facts.open())
                            : facts);
        }

        @Override
        public void make(Path path) throws IOException {
            real.make(path);
        }

        @Override
        public void tighten(Path path) throws IOException {
            real.tighten(path);
        }

        @Override
        public void takeOver(Path path) throws IOException {
            real.takeOver(path);
        }
    }
}
