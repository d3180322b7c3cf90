package org.synwarden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real folders and links; who may change what is said by the test. */
@EnabledOnOs(OS.LINUX)
class ProgramFolderTest {
    @TempDir
    private Path temporary;

    private final Set<Path> changeable = new HashSet<>();
    private final Set<Path> displaceable = new HashSet<>();
    private Path above;
    private Path home;

    @BeforeEach
    void fill() throws IOException {
        above = temporary.toRealPath();
        home = Files.createDirectories(above.resolve("a/b/synwarden"));
        Files.createDirectories(home.resolve("runtime/lib"));
        Files.writeString(home.resolve("runtime/lib/modules"), "");
    }

    @Test
    void aFolderThatNobodyElseCanTouchIsTaken() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aFolderFarAboveThatOthersCanRenameInCounts() {
        displaceable.add(above.resolve("a"));
        assertThatThrownBy(this::check)
                .isInstanceOf(InstallationException.class)
                .hasMessageStartingWith(home + " can be moved away, out of " + above.resolve("a"))
                .hasMessageEndingWith("move SynWarden to a folder such as /safe first, or add --any-folder");
    }

    @Test
    void theRootIsLookedAtToo() {
        displaceable.add(above.getRoot());
        assertThatThrownBy(this::check).hasMessageContaining("can be moved away");
    }

    @Test
    void aSingleFileDeepInsideCounts() {
        changeable.add(home.resolve("runtime/lib/modules"));
        assertThatThrownBy(this::check)
                .hasMessageStartingWith(home.resolve("runtime/lib/modules") + " can be changed by others");
    }

    @Test
    void whoMayOnlyAddBesideItDoesNotCount() {
        changeable.add(above);
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void theRealPathCountsAndNotTheLinkThatLedThere() throws Exception {
        Path link = Files.createSymbolicLink(above.resolve("link"), home);
        assertThat(ProgramFolder.of(link).home()).isEqualTo(home);
        displaceable.add(above.resolve("a/b"));
        home = link;
        assertThatThrownBy(this::check).hasMessageContaining("can be moved away");
    }

    @Test
    void aLinkMayLeadToWhatIsLookedAtAnyway() throws IOException {
        Files.createSymbolicLink(home.resolve("runtime/modules"), Path.of("lib/modules"));
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aLinkThatLeadsOutIsRefusedWhereverItGoesFromThere() throws IOException {
        Path between = Files.createSymbolicLink(above.resolve("between"), home.resolve("runtime"));
        Files.createSymbolicLink(home.resolve("jre"), between);
        assertThatThrownBy(this::check).hasMessageStartingWith(home.resolve("jre") + " leads out of " + home);
    }

    @Test
    void whatCannotBeLookedAtIsRefused() {
        assertThatThrownBy(() -> ProgramFolder.of(above.resolve("nowhere")))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("cannot be found");
        assertThatThrownBy(() -> ProgramFolder.of(home)
                        .refuseWhereOthersCanChange(
                                new ProgramFolder.Rights() {
                                    @Override
                                    public Optional<String> changer(Path file) throws IOException {
                                        throw new IOException("error 5");
                                    }

                                    @Override
                                    public Optional<String> displacer(Path folder) {
                                        return Optional.empty();
                                    }
                                },
                                "/safe"))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("error 5");
    }

    private void check() throws InstallationException {
        ProgramFolder.of(home)
                .refuseWhereOthersCanChange(
                        new ProgramFolder.Rights() {
                            @Override
                            public Optional<String> changer(Path file) {
                                return Optional.of("Bob").filter(bob -> changeable.contains(file));
                            }

                            @Override
                            public Optional<String> displacer(Path folder) {
                                return Optional.of("Bob").filter(bob -> displaceable.contains(folder));
                            }
                        },
                        "/safe");
    }
}
