package org.synwarden.platform.linux.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.installation.InstallationException;
import org.synwarden.installation.ServiceState;

/** The unit, and what systemctl is asked. A script stands in for systemctl: it writes down what it was asked. */
class SystemdServiceTest {
    @TempDir
    private Path folder;

    private Path units;
    private Path home;
    private Path systemctl;

    @BeforeEach
    void aMachineWithSystemd() throws IOException {
        units = Files.createDirectory(folder.resolve("units"));
        home = Files.createDirectory(folder.resolve("home"));
        script(home.resolve("synwarden"), "exit 0");
        systemctl = script(folder.resolve("systemctl"), "echo \"$@\" >>" + folder.resolve("asked"));
    }

    @Test
    void installingWritesTheUnitForThisLauncherAndEnablesIt() throws Exception {
        service().install(home, true);
        assertThat(units.resolve("synwarden.service"))
                .content()
                .contains("\nExecStart=" + home.resolve("synwarden") + " service run\n")
                .contains("\nRestart=on-failure\n")
                .doesNotContain("/opt/");
        assertThat(asked()).containsExactly("--version", "daemon-reload", "enable synwarden.service");
    }

    @Test
    void installingAgainReplacesTheUnitOfAnOlderVersion() throws Exception {
        Files.writeString(units.resolve("synwarden.service"), "old");
        service().install(home, true);
        assertThat(units.resolve("synwarden.service")).content().contains("ExecStart=");
        assertThat(units).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }

    @Test
    void removingStopsItFirstAndLeavesNoUnit() throws Exception {
        service().install(home, true);
        service().uninstall();
        assertThat(units).isEmptyDirectory();
        assertThat(asked()).endsWith("disable --now synwarden.service", "daemon-reload");
    }

    @Test
    void removingWhatIsNotInstalledIsDoneAlready() throws Exception {
        service().uninstall();
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void whatIsNotInstalledIsNotStarted() {
        assertThatThrownBy(service()::start)
                .isInstanceOf(InstallationException.class)
                .hasMessage("the service is not installed; 'synwarden service install' installs it, as root");
    }

    @Test
    void startsAndStops() throws Exception {
        service().install(home, true);
        service().start();
        service().stop();
        assertThat(asked()).endsWith("start synwarden.service", "stop synwarden.service");
    }

    @Test
    void whereSystemdDoesNotRunNothingIsWritten() {
        SystemdService elsewhere = new SystemdService(
                new SystemctlCommand(List.of(systemctl), folder.resolve("no-systemd"), Duration.ofSeconds(30)), units);
        assertThatThrownBy(() -> elsewhere.install(home, true))
                .isInstanceOf(InstallationException.class)
                .hasMessageStartingWith("systemd does not run here; 'synwarden service run'");
        assertThat(units).isEmptyDirectory();
    }

    @Test
    void saysWhatSystemctlComplainsAbout() throws Exception {
        service().install(home, true);
        script(systemctl, "echo 'Failed to start: Access denied' >&2; exit 4");
        assertThatThrownBy(service()::start)
                .hasMessage("'systemctl start synwarden.service' failed: Failed to start: Access denied;"
                        + " 'journalctl -u synwarden' may say more");
    }

    @Test
    void givesUpOnASystemctlThatHangs() throws Exception {
        service().install(home, true);
        script(systemctl, "exec sleep 60");
        SystemdService impatient =
                new SystemdService(new SystemctlCommand(List.of(systemctl), folder, Duration.ofMillis(100)), units);
        assertThatThrownBy(impatient::stop).hasMessageContaining("did not end within");
    }

    @Test
    void refusesAFolderThatOthersCanChange() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> service().install(home, false))
                .isInstanceOf(InstallationException.class)
                .hasMessageStartingWith(home + " can be changed by others than administrators");
    }

    @Test
    void refusesAFileDeepInsideThatOthersCanChange() throws IOException {
        assumeRoot();
        Path library =
                Files.writeString(Files.createDirectories(home.resolve("lib")).resolve("a.jar"), "");
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThatThrownBy(() -> service().install(home, false)).hasMessageStartingWith(library + " can be changed");
    }

    @Test
    void refusesAFolderUnderOneThatOthersCanRenameIn() throws IOException {
        assumeRoot();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> service().install(home, false))
                .isInstanceOf(InstallationException.class)
                .hasMessageStartingWith(home + " can be moved away, out of " + folder);
    }

    @Test
    void aSafeFolderUnderAStickyOneIsTaken() throws Exception {
        assumeRoot();
        Files.setAttribute(folder, "unix:mode", 01777);
        service().install(home, false);
        assertThat(units.resolve("synwarden.service")).exists();
    }

    @Test
    void theUnitStartsTheRealPath() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), home);
        service().install(link, true);
        assertThat(units.resolve("synwarden.service")).content().contains("ExecStart=" + home + "/synwarden ");
    }

    @Test
    void itsStateIsWhatSystemdSays() throws Exception {
        assertThat(service().state()).isEqualTo(ServiceState.NOT_INSTALLED);
        service().install(home, true);
        systemctl = script(folder.resolve("systemctl"), "echo active");
        assertThat(service().state()).isEqualTo(ServiceState.RUNNING);
        systemctl = script(folder.resolve("systemctl"), "echo failed");
        assertThat(service().state()).isEqualTo(ServiceState.FAILED);
        systemctl = script(folder.resolve("systemctl"), "echo inactive");
        assertThat(service().state()).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void refusesAPathThatAUnitWouldReadAsSomethingElse() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("100% new"));
        script(odd.resolve("synwarden"), "exit 0");
        assertThatThrownBy(() -> service().install(odd, true))
                .hasMessageContaining("move SynWarden into a folder of letters");
        assertThat(units).isEmptyDirectory();
    }

    /** Only root's own folders are taken, so what else speaks against one is seen as root. */
    private void assumeRoot() throws IOException {
        assumeThat(Files.getAttribute(home, "unix:uid")).as("needs root").isEqualTo(0);
    }

    private SystemdService service() {
        return new SystemdService(new SystemctlCommand(List.of(systemctl), folder, Duration.ofSeconds(30)), units);
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked"));
    }

    private static Path script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
