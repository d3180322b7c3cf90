package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.platform.windows.token.ObjectSecurity;

/** Real folders of the PC that runs the test, as an administrator. */
@EnabledOnOs(OS.WINDOWS)
class WindowsFolderSecurityWindowsTest {
    @TempDir
    private Path above;

    private final FolderSecurity security = new WindowsFolderSecurity();

    @Test
    void aFolderIsMadeAndFoundToBeOurs(TestReporter reporter) throws IOException {
        Path folder = above.resolve("Syn Warden");
        assertThat(security.look(folder)).isEmpty();
        security.make(folder);
        reporter.publishEntry("rights", ObjectSecurity.ofFile(folder).toString());
        assertThat(security.look(folder))
                .hasValueSatisfying(facts -> assertThat(facts.isPlanted()).isFalse());
        security.tighten(folder);
        security.takeOver(folder);
        assertThat(Files.writeString(folder.resolve("file"), "ours")).hasContent("ours");
    }

    @Test
    void theGuardMakesTheFolderAndKeepsWhatIsInIt() throws IOException {
        Path folder = above.resolve("SynWarden");
        DataFolderGuard guard = new DataFolderGuard(security, Instant::now);
        assertThat(guard.secure(folder)).isEmpty();
        Files.writeString(folder.resolve("approvals.json"), "[]");
        assertThat(guard.secure(folder)).isEmpty();
        assertThat(folder.resolve("approvals.json")).exists();
    }

    @Test
    @DisabledIf(
            value = "org.synwarden.platform.windows.Wine#isHere",
            disabledReason = "Wine keeps no rights of folders")
    void aFolderWithTheRightsOfTheOneAboveIsTightened() throws IOException {
        Path folder = Files.createDirectory(above.resolve("SynWarden"));
        new DataFolderGuard(security, Instant::now).secure(folder);
        assertThat(security.look(folder))
                .hasValueSatisfying(facts -> assertThat(facts.verdict()).isEqualTo(FolderFacts.Verdict.KEEP));
    }
}
