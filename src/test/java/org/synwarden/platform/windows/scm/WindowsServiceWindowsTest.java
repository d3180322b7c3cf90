package org.synwarden.platform.windows.scm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.Winsvc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.installation.InstallationException;

/**
 * The real service manager and the real registry of the PC that runs the test, as an administrator. The service's files are
 * empty, so it is never started here: {@code dev/wine/service} does that. Skipped where SynWarden is installed.
 */
@EnabledOnOs(OS.WINDOWS)
class WindowsServiceWindowsTest {
    private static final String SERVICE_KEY = "SYSTEM\\CurrentControlSet\\Services\\SynWarden";

    @TempDir
    private Path folder;

    private final List<String> prepared = new ArrayList<>();
    private WindowsService service;
    private Path home;

    @BeforeEach
    void aFolderWithABlank() throws Exception {
        assumeTrue(!isInstalled(), "SynWarden is installed here");
        home = folder.resolve("Syn Warden");
        ServiceFolderTest.fill(home);
        service = new WindowsService(folder.resolve("logs"), "SynWarden-of-a-test", () -> prepared.add("logs"));
    }

    @AfterEach
    void remove() throws Exception {
        if (service != null && isInstalled()) {
            service.uninstall();
        }
    }

    @Test
    void installsWhatThePackageInstallsAndRemovesAllOfIt(TestReporter reporter) throws Exception {
        boolean othersUseProcrun = exists(ProcrunParameters.PROCRUN);
        service.install(home, true);
        assertThat(prepared).containsExactly("logs");
        assertThat(Advapi32Util.registryGetStringValue(WinReg.HKEY_LOCAL_MACHINE, SERVICE_KEY, "ImagePath"))
                .isEqualTo("\"" + home + "\\synwarden-service.exe\" //RS//SynWarden");
        assertThat(Advapi32Util.registryGetStringValue(WinReg.HKEY_LOCAL_MACHINE, SERVICE_KEY, "ObjectName"))
                .isEqualTo("LocalSystem");
        assertThat(Advapi32Util.registryGetIntValue(WinReg.HKEY_LOCAL_MACHINE, SERVICE_KEY, "Start"))
                .as("automatic")
                .isEqualTo(2);
        for (RegistryValue value : ProcrunParameters.of(home + "\\", folder.resolve("logs") + "\\")) {
            assertThat(read(value)).as(value.name()).isEqualTo(value.data());
        }
        try (OpenedService opened =
                OpenedService.open(Winsvc.SERVICE_QUERY_CONFIG).orElseThrow()) {
            reporter.publishEntry("recovery actions", opened.recovery().toString());
            reporter.publishEntry("privileges", opened.privileges().toString());
        }

        service.uninstall();
        assertThat(exists(SERVICE_KEY)).isFalse();
        assertThat(exists(ProcrunParameters.SERVICE_KEY)).isFalse();
        assertThat(exists(ProcrunParameters.PROCRUN)).isEqualTo(othersUseProcrun);
    }

    @Test
    void installingAgainFromAnotherFolderMovesTheService() throws Exception {
        service.install(home, true);
        Path other = folder.resolve("other");
        ServiceFolderTest.fill(other);
        service.install(other, true);
        assertThat(Advapi32Util.registryGetStringValue(WinReg.HKEY_LOCAL_MACHINE, SERVICE_KEY, "ImagePath"))
                .contains(other.toString());
    }

    @Test
    void removingWhatIsNotThereIsDone() throws InstallationException {
        service.uninstall();
    }

    @Test
    void aFolderWithoutProcrunIsRefusedAndNothingIsWritten() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> service.install(empty, true))
                .isInstanceOf(InstallationException.class)
                .hasMessageStartingWith("there is no synwarden-service.exe in ");
        assertThat(exists(ProcrunParameters.SERVICE_KEY)).isFalse();
    }

    @Test
    void whereTheDataFolderIsNotSafeNothingIsInstalled() throws Exception {
        WindowsService unsafe = new WindowsService(folder.resolve("logs"), "SynWarden-of-a-test", () -> {
            throw new InstallationException("somebody holds it");
        });
        assertThatThrownBy(() -> unsafe.install(home, true))
                .isInstanceOf(InstallationException.class)
                .hasMessage("somebody holds it");
        assertThat(isInstalled()).isFalse();
        assertThat(exists(ProcrunParameters.SERVICE_KEY)).isFalse();
    }

    @Test
    void aFolderThatOthersCanChangeIsRefused() {
        assertThatThrownBy(() -> service.install(home, false))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("can be changed by others than administrators");
    }

    @Test
    void aServiceThatIsNotInstalledCanBeNeitherStartedNorStopped() {
        assertThatThrownBy(service::start)
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("'synwarden service install'");
        assertThatThrownBy(service::stop)
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("'synwarden service install'");
    }

    @Test
    void aServiceThatSomebodyStillLooksAtIsSaidToBeMarkedForDeletion() throws Exception {
        service.install(home, true);
        try (OpenedService looking =
                OpenedService.open(Winsvc.SERVICE_QUERY_STATUS).orElseThrow()) {
            service.uninstall();
            assertThatThrownBy(() -> service.install(home, true))
                    .isInstanceOf(InstallationException.class)
                    .hasMessageContaining("close the Task Manager");
            assertThat(looking.status().dwProcessId).isZero();
        }
    }

    @Test
    void aProcessThatIsNotTheServiceLeavesTheServiceAsItIs() throws Exception {
        assertThat(ServiceUpkeep.recovery()).isEqualTo(ServiceUpkeep.Found.NO_SERVICE);
        assertThat(ServiceUpkeep.privileges()).isEqualTo(ServiceUpkeep.Found.NO_SERVICE);
        service.install(home, true);
        assertThat(ServiceUpkeep.recovery()).isEqualTo(ServiceUpkeep.Found.NO_SERVICE);
        assertThat(ServiceUpkeep.privileges()).isEqualTo(ServiceUpkeep.Found.NO_SERVICE);
    }

    /** Closes what it opens: a service that somebody looks at is not removed. */
    private static boolean isInstalled() throws ScmException {
        Optional<OpenedService> found = OpenedService.open(Winsvc.SERVICE_QUERY_STATUS);
        found.ifPresent(OpenedService::close);
        return found.isPresent();
    }

    private static List<String> read(RegistryValue value) {
        return switch (value.kind()) {
            case TEXT ->
                List.of(Advapi32Util.registryGetStringValue(WinReg.HKEY_LOCAL_MACHINE, value.key(), value.name()));
            case LIST ->
                List.of(Advapi32Util.registryGetStringArray(WinReg.HKEY_LOCAL_MACHINE, value.key(), value.name()));
            case NUMBER ->
                List.of(Integer.toString(
                        Advapi32Util.registryGetIntValue(WinReg.HKEY_LOCAL_MACHINE, value.key(), value.name())));
        };
    }

    private static boolean exists(String key) {
        return Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, key);
    }
}
