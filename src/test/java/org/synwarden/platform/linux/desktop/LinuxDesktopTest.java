package org.synwarden.platform.linux.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.tray.AdministratorTask;
import org.synwarden.tray.Appearance;
import org.synwarden.tray.Attention;
import org.synwarden.tray.DesktopException;
import org.synwarden.tray.DesktopException.Reason;
import org.synwarden.tray.Reach;
import org.synwarden.tray.WebAddress;

/** What the desktop's programs are asked, with scripts in their place that write down how they were called. */
@EnabledOnOs(OS.LINUX)
class LinuxDesktopTest {
    @TempDir
    private Path folder;

    private Path calls;
    private long now;
    private LinuxDesktop desktop;

    @BeforeEach
    void setUp() {
        calls = folder.resolve("calls");
        desktop = new LinuxDesktop(
                () -> Optional.of(Path.of("/opt/synwarden/synwarden")), new DesktopCommand(List.of(folder)), () -> now);
    }

    private void program(String name, String does) throws IOException {
        Path script = folder.resolve(name);
        Files.writeString(script, "#!/bin/sh\necho \"" + name + " $*\" >> '" + calls + "'\n" + does + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void followsTheColoursOfThePortal() throws IOException {
        program("gdbus", "echo '(<<uint32 1>>,)'");
        assertThat(desktop.appearance()).contains(Appearance.DARK);
        program("gdbus", "echo '(<<uint32 2>>,)'");
        assertThat(desktop.appearance()).contains(Appearance.DARK);
        now += Duration.ofSeconds(10).toNanos();
        assertThat(desktop.appearance()).contains(Appearance.LIGHT);
        assertThat(calls).content().hasLineCount(2);
    }

    @Test
    void saysNothingWhereThereIsNoPortal() throws IOException {
        assertThat(desktop.appearance()).isEmpty();
        program("gdbus", "echo 'Error: uint32 1> unknown' >&2; exit 1");
        now += Duration.ofSeconds(10).toNanos();
        assertThat(desktop.appearance()).isEmpty();
        assertThat(LinuxDesktop.colourScheme("(<<uint32 0>>,)")).isEmpty();
    }

    @Test
    void isQuietWhereTheDesktopShowsNoBanners() throws IOException {
        assertThat(desktop.attention()).isEqualTo(Attention.FREE);
        program("gsettings", "echo false");
        now += Duration.ofSeconds(10).toNanos();
        assertThat(desktop.attention()).isEqualTo(Attention.QUIET);
        program("gsettings", "echo true");
        now += Duration.ofSeconds(10).toNanos();
        assertThat(desktop.attention()).isEqualTo(Attention.FREE);
    }

    @Test
    void selectsAFileOfAnyNameInItsFolder() throws IOException, DesktopException {
        program("gdbus", "");
        Path odd = Files.createFile(folder.resolve("it's \"a\", b"));
        desktop.showInFolder(odd.toString());
        assertThat(calls).content().contains("ShowItems [\"file://" + folder + "/it's%20%22a%22,%20b\"]");
    }

    @Test
    void opensTheFolderWhereNoFileManagerAnswers() throws IOException, DesktopException {
        program("gdbus", "exit 1");
        program("xdg-open", "");
        desktop.showInFolder(Files.createFile(folder.resolve("worm")).toString());
        assertThat(calls).content().contains("xdg-open " + folder + "\n");
    }

    @Test
    void saysThatAFileIsGone() {
        assertThatExceptionOfType(DesktopException.class)
                .isThrownBy(() -> desktop.showInFolder(folder + "/gone"))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.GONE));
        assertThatExceptionOfType(DesktopException.class).isThrownBy(() -> desktop.showInFolder("calls"));
        assertThatExceptionOfType(DesktopException.class).isThrownBy(() -> desktop.showInFolder("a\0b"));
    }

    @Test
    void opensAPageInTheBrowser() throws IOException, DesktopException {
        assertThatExceptionOfType(DesktopException.class)
                .isThrownBy(() -> desktop.browse(WebAddress.search("dial")))
                .withMessageContaining("xdg-utils");
        program("xdg-open", "");
        desktop.browse(WebAddress.search("dial"));
        assertThat(calls).content().contains("xdg-open https://duckduckgo.com/?q=dial");
    }

    @Test
    void hasOneTaskDoneByAnAdministrator() throws IOException, DesktopException {
        AdministratorTask task = AdministratorTask.blockProgram(
                        "/home/eva/it's a b", Reach.EVERYWHERE, Optional.empty(), "worm")
                .orElseThrow();
        assertThatExceptionOfType(DesktopException.class)
                .isThrownBy(() -> desktop.asAdministrator(task))
                .withMessage("in a terminal: sudo synwarden block --everywhere '--program=/home/eva/it'\\''s a b'"
                        + " --reason=worm");
        program("pkexec", "");
        desktop.asAdministrator(task);
        assertThat(calls)
                .content()
                .contains(
                        "pkexec /opt/synwarden/synwarden block --everywhere --program=/home/eva/it's a b --reason=worm");
        program("pkexec", "exit 126");
        assertThatExceptionOfType(DesktopException.class)
                .isThrownBy(() -> desktop.asAdministrator(task))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.DECLINED));
        program("pkexec", "echo 'rule stored'; echo 'the file is gone' >&2; exit 1");
        assertThatExceptionOfType(DesktopException.class)
                .isThrownBy(() -> desktop.asAdministrator(task))
                .withMessage("the file is gone");
    }
}
