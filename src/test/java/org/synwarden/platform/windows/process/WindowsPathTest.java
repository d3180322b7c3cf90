package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsPathTest {
    @ParameterizedTest
    @CsvSource({
        "C:\\Program Files\\My App\\worm.exe, c:\\program files\\my app\\WORM.EXE",
        "C:\\ユーザー\\虫.exe, \\\\?\\C:\\ユーザー\\虫.exe",
        "\\??\\C:\\worm.exe, C:\\worm.exe",
        "\\\\server\\share\\worm.exe, \\\\?\\UNC\\server\\share\\worm.exe",
        "\\Device\\HarddiskVolume3\\worm.exe, \\device\\harddiskvolume3\\worm.exe",
    })
    void isTheSameHoweverItIsWritten(String path, String other) {
        assertThat(WindowsPath.same(path, other)).isTrue();
        assertThat(WindowsPath.same(other, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\worm.exe, D:\\worm.exe",
        "C:\\worm.exe, C:\\worm.exe.exe",
        "\\\\server\\share\\worm.exe, \\\\other\\share\\worm.exe",
        "\\\\?\\Volume{1}\\worm.exe, Volume{1}\\worm.exe",
    })
    void isNotTheSame(String path, String other) {
        assertThat(WindowsPath.same(path, other)).isFalse();
    }

    @Test
    void comparesPathsOf300Characters() {
        String folder = "C:\\" + "深いフォルダ\\".repeat(45);
        assertThat(folder).hasSizeGreaterThan(300);
        assertThat(WindowsPath.same("\\\\?\\" + folder + "worm.exe", folder + "WORM.exe"))
                .isTrue();
        assertThat(WindowsPath.fileName(folder + "worm.exe")).isEqualTo("worm.exe");
        assertThat(WindowsPath.isUnder("\\\\?\\" + folder + "worm.exe", "c:\\深いフォルダ"))
                .isTrue();
    }

    @Test
    void asksNoOtherPcForLongNames() {
        assertThat(WindowsPath.mayHaveShortNames("C:\\PROGRA~1\\worm.exe")).isTrue();
        assertThat(WindowsPath.mayHaveShortNames("\\\\?\\C:\\PROGRA~1\\worm.exe"))
                .isTrue();
        assertThat(WindowsPath.mayHaveShortNames("\\\\server\\PROGRA~1\\worm.exe"))
                .isFalse();
        assertThat(WindowsPath.mayHaveShortNames("C:\\Program Files\\worm.exe")).isFalse();
    }

    @Test
    void aLongPathIsOpenedWithThePrefixForIt() {
        String deep = "\\folder".repeat(40) + "\\worm.exe";
        assertThat(WindowsPath.ofAnyLength("C:\\worm.exe")).isEqualTo("C:\\worm.exe");
        assertThat(WindowsPath.ofAnyLength("C:" + deep)).isEqualTo("\\\\?\\C:" + deep);
        assertThat(WindowsPath.ofAnyLength("\\\\server" + deep)).isEqualTo("\\\\?\\UNC\\server" + deep);
        assertThat(WindowsPath.ofAnyLength("\\\\?\\C:" + deep)).isEqualTo("\\\\?\\C:" + deep);
        assertThat(WindowsPath.ofAnyLength("\\Device\\Volume1" + deep)).isEqualTo("\\Device\\Volume1" + deep);
    }
}
