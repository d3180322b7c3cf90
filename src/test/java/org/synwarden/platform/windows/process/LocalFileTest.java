package org.synwarden.platform.windows.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\worm.example\\share\\scan.ps1",
                "//worm.example/share/scan.ps1",
                "\\\\?\\C:\\scan.ps1",
                "\\\\.\\pipe\\scan",
                "\\??\\C:\\scan.ps1",
                "\\Tools\\scan.ps1",
                "C:scan.ps1",
                "scan.ps1",
                ""
            })
    void onlyWholePathsOnADriveAreOpened(String path) {
        assertThat(LocalFile.isOnADrive(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\Tools\\scan.ps1", "d:/tools/scan.ps1"})
    void aWholePathOnADriveIs(String path) {
        assertThat(LocalFile.isOnADrive(path)).isTrue();
    }
}
