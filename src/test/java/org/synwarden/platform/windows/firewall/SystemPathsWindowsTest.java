package org.synwarden.platform.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.respond.ResponseException;

/** How the PC that runs the test writes paths, and what its service manager says of services. */
@EnabledOnOs(OS.WINDOWS)
class SystemPathsWindowsTest {
    @TempDir
    private Path folder;

    @Test
    void aPathOfTheKernelIsToldByItsDrive() throws ResponseException {
        String device = SystemPaths.drives().get("C:");
        assertThat(device).startsWith("\\Device\\");
        assertThat(SystemPaths.now().of(device + "\\windows\\system32\\where.exe"))
                .isEqualToIgnoringCase("C:\\windows\\system32\\where.exe");
    }

    @Test
    void aShortNameIsToldByItsLongOne(TestReporter reporter) throws IOException {
        Path file = Files.createFile(folder.resolve("a program with a long name ツール.exe"));
        char[] buffer = new char[1_024];
        Kernel32.INSTANCE.GetShortPathName(file.toString(), buffer, buffer.length);
        String shortName = Native.toString(buffer);
        reporter.publishEntry("short", shortName);
        assertThat(SystemPaths.longName(shortName)).endsWithIgnoringCase("a program with a long name ツール.exe");
        assertThat(SystemPaths.longName("C:\\NOTTHE~1\\nc.exe")).isEqualTo("C:\\NOTTHE~1\\nc.exe");
    }

    @Test
    void aServiceThatIsNotThereIsSaid() {
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> new ScmServiceIdentity().isDistinct("NoSuchService"))
                .withMessage("there is no service 'NoSuchService'; 'sc query' lists their short names");
    }

    @Test
    void theServiceManagerIsAskedWhetherAServiceHasASecurityId(TestReporter reporter) {
        try {
            reporter.publishEntry("EventLog", String.valueOf(new ScmServiceIdentity().isDistinct("EventLog")));
        } catch (ResponseException refused) {
            assertThat(refused)
                    .hasMessageMatching(
                            "Windows does not say who the service 'EventLog' is \\(error \\d+\\); nothing was blocked\\."
                                    + " Block the port instead\\.");
            reporter.publishEntry("EventLog", refused.getMessage());
        }
    }
}
