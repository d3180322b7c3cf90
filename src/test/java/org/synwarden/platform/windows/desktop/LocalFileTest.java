package org.synwarden.platform.windows.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hostile path makes this PC talk to no other one: nothing is asked about it that could. */
class LocalFileTest {
    private static final int FOLDER = 0x10;
    private static final int FILE = 0x20;
    private static final int REPARSE_POINT = 0x400;
    private static final String DIAL = "C:\\Users\\eva\\dial.exe";

    private final List<String> drives = new ArrayList<>();
    private final List<String> touched = new ArrayList<>();

    private LocalFile with(String device, Map<String, Integer> attributes) {
        return new LocalFile(
                drive -> {
                    drives.add(drive);
                    return Optional.of(device);
                },
                path -> {
                    touched.add(path);
                    return attributes.getOrDefault(path, -1);
                });
    }

    private LocalFile onDisk(int folder, int file) {
        return with("\\Device\\HarddiskVolume3", Map.of("C:\\Users", FOLDER, "C:\\Users\\eva", folder, DIAL, file));
    }

    @Test
    void anExecutableOnADiskOfThisPcIsLookedInto() {
        assertThat(onDisk(FOLDER, FILE).isExecutable(DIAL)).isTrue();
        assertThat(touched).containsExactly("C:\\Users", "C:\\Users\\eva", DIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\evil.example\\share\\dial.exe",
                "//evil.example/share/dial.exe",
                "\\\\?\\UNC\\evil.example\\share\\dial.exe",
                "\\\\?\\C:\\dial.exe",
                "\\\\.\\C:\\dial.exe",
                "\\??\\UNC\\evil.example\\share\\dial.exe",
                "\\Device\\Mup\\evil.example\\share\\dial.exe",
                "\\\\evil.example@SSL\\DavWWWRoot\\dial.exe",
                "C:\\..\\..\\dial.exe.",
                "C:dial.exe",
                "C:/Users/dial.exe",
                "C:\\\\\\evil.example\\share\\dial.exe",
                "C:\\a\\..\\dial.exe",
                "C:\\a\\.\\dial.exe",
                "C:\\dial.exe:icon.exe",
                "C:\\dial.lnk",
                "C:\\dial.exe.lnk",
                "C:\\dial.url",
                "C:\\x.library-ms",
                "C:\\dial.exe\n",
                "C:\\a\u0000b.exe",
                "C:\\<html>.exe",
                "http://evil.example/dial.exe",
                "shell:::{208D2C60-3AEA-1069-A2D7-08002B30309D}\\dial.exe",
                "C:\\",
                ".exe",
                ""
            })
    void whatIsNoPlainPathOfAnExecutableIsNotEvenAskedAbout(String path) {
        assertThat(onDisk(FOLDER, FILE).isExecutable(path)).isFalse();
        assertThat(drives).isEmpty();
        assertThat(touched).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\Device\\LanmanRedirector\\;C:0000000000012345\\evil.example\\share",
                "\\Device\\Mup\\evil.example\\share",
                "\\??\\UNC\\evil.example\\share",
                "\\??\\C:\\Users",
                "\\Device\\CdRom0",
                "\\Device\\HarddiskVolume3\\..\\Mup",
                "\\Device\\WinDfs\\C:0000000000012345"
            })
    void aDriveThatIsNoDiskOfThisPcIsNotTouched(String device) {
        assertThat(with(device, Map.of()).isExecutable(DIAL)).isFalse();
        assertThat(drives).containsExactly("C:");
        assertThat(touched).isEmpty();
    }

    @Test
    void aFolderThatLeadsElsewhereIsNotEntered() {
        assertThat(onDisk(FOLDER | REPARSE_POINT, FILE).isExecutable(DIAL)).isFalse();
        assertThat(touched).containsExactly("C:\\Users", "C:\\Users\\eva");
    }

    @Test
    void aLinkAFolderAndAFileThatIsGoneAreNoExecutables() {
        assertThat(onDisk(FOLDER, FILE | REPARSE_POINT).isExecutable(DIAL)).isFalse();
        assertThat(onDisk(FOLDER, FOLDER).isExecutable(DIAL)).isFalse();
        assertThat(onDisk(FOLDER, -1).isExecutable(DIAL)).isFalse();
    }

    @Test
    void aPathThatIsLongerThanWindowsTakesIsRefused() {
        assertThat(onDisk(FOLDER, FILE).isExecutable("C:\\" + "a".repeat(300) + ".exe"))
                .isFalse();
        assertThat(drives).isEmpty();
    }
}
