package org.synwarden.platform.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.platform.windows.token.FileOwner;

/** Whose files of the PC that runs the test are. */
@EnabledOnOs(OS.WINDOWS)
class FileOwnerWindowsTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNotThereIsNobodys(TestReporter reporter) {
        assertThat(FileOwner.isAdministrators(folder.resolve("nothing"))).isFalse();
        reporter.publishEntry("ours", String.valueOf(FileOwner.isAdministrators(folder)));
    }
}
