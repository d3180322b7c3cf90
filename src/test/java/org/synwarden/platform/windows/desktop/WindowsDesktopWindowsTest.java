package org.synwarden.platform.windows.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.MultiResolutionImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.tray.AdministratorTask;
import org.synwarden.tray.Appearance;
import org.synwarden.tray.Attention;
import org.synwarden.tray.DesktopException;
import org.synwarden.tray.Reach;

/** The desktop of Windows, on a Windows JVM. */
@EnabledOnOs(OS.WINDOWS)
class WindowsDesktopWindowsTest {
    private static final String THEMES = "Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java.exe");

    @TempDir
    private Path folder;

    private final WindowsDesktop desktop = new WindowsDesktop(() -> Optional.of(JAVA));

    /** Wine keeps no id, and says so. */
    @Test
    void saysWhichProgramThisIs() {
        desktop.introduce();
        PointerByReference id = new PointerByReference();
        if (COMUtils.SUCCEEDED(Shell32.INSTANCE.GetCurrentProcessExplicitAppUserModelID(id))) {
            assertThat(id.getValue().getWideString(0)).isEqualTo(WindowsDesktop.APP_ID);
            Ole32.INSTANCE.CoTaskMemFree(id.getValue());
        }
    }

    @Test
    void followsTheColoursOfWindows() {
        Advapi32Util.registryCreateKey(WinReg.HKEY_CURRENT_USER, THEMES);
        Advapi32Util.registrySetIntValue(WinReg.HKEY_CURRENT_USER, THEMES, "AppsUseLightTheme", 0);
        assertThat(desktop.appearance()).contains(Appearance.DARK);
        Advapi32Util.registrySetIntValue(WinReg.HKEY_CURRENT_USER, THEMES, "AppsUseLightTheme", 1);
        assertThat(desktop.appearance()).contains(Appearance.LIGHT);
        Advapi32Util.registryDeleteValue(WinReg.HKEY_CURRENT_USER, THEMES, "AppsUseLightTheme");
        assertThat(desktop.appearance()).isEmpty();
    }

    @Test
    void asksWhetherTheUserCanBeTold() {
        assertThat(desktop.attention()).isIn((Object[]) Attention.values());
    }

    /** Notepad of Wine has an icon with transparency, small and large. */
    @Test
    void takesTheIconOutOfAProgram() {
        Path notepad = Path.of(System.getenv("SystemRoot"), "system32", "notepad.exe");

        Image icon = desktop.programIcon(notepad.toString()).orElseThrow();

        List<Image> sizes = ((MultiResolutionImage) icon).getResolutionVariants();
        assertThat(sizes).extracting(size -> size.getWidth(null)).containsExactly(16, 32);
        BufferedImage large = (BufferedImage) sizes.get(1);
        int[] pixels = large.getRGB(0, 0, 32, 32, null, 0, 32);
        assertThat(Arrays.stream(pixels).map(pixel -> pixel >>> 24).boxed()).contains(0, 0xFF);
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(8);
    }

    @Test
    void noIconIsTakenOfWhatIsNoLocalExecutable() throws IOException {
        Path link = Files.writeString(folder.resolve("x.lnk"), "no shortcut");
        Path empty = Files.createFile(folder.resolve("empty.exe"));
        Path text = Files.writeString(folder.resolve("text.exe"), "MZ is not enough");

        for (String path : List.of(
                "\\\\192.0.2.1\\share\\x.exe",
                "\\\\?\\UNC\\192.0.2.1\\share\\x.exe",
                "C:\\no such folder\\x.exe",
                link.toString(),
                empty.toString(),
                text.toString())) {
            assertThat(desktop.programIcon(path)).as(path).isEmpty();
        }
    }

    /** A letter that stands for a share, as "net use" and "subst" make one. */
    @Test
    void aDriveThatStandsForAShareIsNotTouched() {
        assertThat(Kernel32.INSTANCE.DefineDosDevice(1, "Q:", "\\??\\UNC\\192.0.2.1\\share"))
                .isTrue();
        try {
            assertThat(desktop.programIcon("Q:\\x.exe")).isEmpty();
        } finally {
            Kernel32.INSTANCE.DefineDosDevice(2 | 1, "Q:", "\\??\\UNC\\192.0.2.1\\share");
        }
    }

    @Test
    void opensTheFolderOfAFile() throws DesktopException {
        desktop.showInFolder(JAVA.toString());
    }

    @Test
    void saysThatAFileIsGone() {
        assertThatExceptionOfType(DesktopException.class)
                .isThrownBy(() -> desktop.showInFolder("C:\\no such folder\\<x>.exe"))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(DesktopException.Reason.GONE));
    }

    /** Java does not know the task, and ends with 1. */
    @Test
    void tellsHowATaskOfAnAdministratorEnded() {
        assertThatExceptionOfType(DesktopException.class)
                .isThrownBy(() -> desktop.asAdministrator(AdministratorTask.startService()))
                .withMessage("exit status 1");
    }

    @Test
    void saysSoWhereWindowsGivesNoProcessToWaitFor() {
        assertThatExceptionOfType(DesktopException.class)
                .isThrownBy(() -> StartedTask.await(null))
                .withMessageContaining("does not say");
    }

    @Test
    void waitsForATaskThatSucceeds() throws IOException, DesktopException {
        Process java = new ProcessBuilder(JAVA.toString(), "-version").start();
        HANDLE handle = Kernel32.INSTANCE.OpenProcess(
                WinNT.SYNCHRONIZE | WinNT.PROCESS_QUERY_LIMITED_INFORMATION, false, (int) java.pid());
        StartedTask.await(handle);
        assertThat(java.isAlive()).isFalse();
    }

    @Test
    void saysWhatToTypeWhereNothingIsInstalled() {
        assertThatExceptionOfType(DesktopException.class)
                .isThrownBy(() -> new WindowsDesktop(Optional::empty)
                        .asAdministrator(AdministratorTask.blockProgram(
                                        "C:\\a b.exe", Reach.EVERYWHERE, Optional.empty(), "worm")
                                .orElseThrow()))
                .withMessageContaining(
                        "synwarden \"block\" \"--everywhere\" \"--program=C:\\a b.exe\" \"--reason=worm\"");
    }

    @Test
    void quotesAsWindowsReads() {
        List<String> odd = List.of("a b", "C:\\end\\", "", "say \"x\"", "\\\"", "日本\\\\", "%PATH%", "x&y");
        IntByReference count = new IntByReference();
        Pointer read =
                Shell32.INSTANCE.CommandLineToArgvW(new WString("synwarden.exe " + QuotedArguments.of(odd)), count);
        assertThat(List.of(read.getWideStringArray(0, count.getValue())).subList(1, odd.size() + 1))
                .isEqualTo(odd);
    }
}
