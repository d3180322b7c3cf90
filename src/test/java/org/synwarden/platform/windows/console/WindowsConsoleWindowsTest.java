package org.synwarden.platform.windows.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The console of a process whose input and output are files, as those of a test run are: it has none. */
@EnabledOnOs(OS.WINDOWS)
class WindowsConsoleWindowsTest {
    @Test
    void aFileTakesNoEscapesAndHasNoSize() {
        assumeThat(System.console()).as("a console").isNull();

        assertThat(WindowsConsole.takesEscapes()).isFalse();
        assertThat(WindowsConsole.size()).isEmpty();
    }

    @Test
    void nothingIsTypedIntoAFile() {
        assertThat(WindowsConsole.typed()).isEmpty();
    }
}
