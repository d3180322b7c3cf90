package org.synwarden.platform.windows.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.respond.ResponseException;

class ProgramPathTest {
    private final ProgramPath paths = new ProgramPath(
            Map.of("C:", "\\Device\\HarddiskVolume3", "D:", "\\Device\\HarddiskVolume30"),
            path -> path.replace("PROGRA~1", "Program Files"));

    @ParameterizedTest
    @CsvSource({
        "C:\\Program Files\\My Tools\\nc.exe, C:\\Program Files\\My Tools\\nc.exe",
        "C:\\ツール\\ワーム.exe, C:\\ツール\\ワーム.exe",
        "\\\\server\\share\\nc.exe, \\\\server\\share\\nc.exe",
        "\\\\?\\C:\\Tools\\nc.exe, C:\\Tools\\nc.exe",
        "\\\\?\\UNC\\server\\share\\nc.exe, \\\\server\\share\\nc.exe",
        "\\??\\C:\\Tools\\nc.exe, C:\\Tools\\nc.exe",
        "C:/Tools/nc.exe, C:\\Tools\\nc.exe",
        "\\Device\\HarddiskVolume3\\Tools\\nc.exe, C:\\Tools\\nc.exe",
        "\\device\\harddiskvolume30\\nc.exe, D:\\nc.exe",
        "\\Device\\Mup\\server\\share\\nc.exe, \\\\server\\share\\nc.exe",
        "C:\\PROGRA~1\\nc.exe, C:\\Program Files\\nc.exe"
    })
    void isWrittenAsTheFirewallKnowsIt(String path, String known) throws ResponseException {
        assertThat(paths.of(path)).isEqualTo(known);
    }

    @Test
    void mayHaveThreeHundredCharacters() throws ResponseException {
        String deep = "C:\\" + "a".repeat(290) + "\\nc.exe";
        assertThat(paths.of("\\\\?\\" + deep)).isEqualTo(deep).hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Windows\\System32\\.\\svchost.exe",
                "C:\\Windows\\Temp\\..\\System32\\svchost.exe",
                "C:\\Windows\\System32\\svchost.exe."
            })
    void hasOneTextOnly(String path) {
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> paths.of(path))
                .withMessageContaining("full path");
    }

    @Test
    void onAVolumeWithoutALetterCannotBeBlocked() {
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> paths.of("\\Device\\HarddiskVolume7\\nc.exe"))
                .withMessage("'\\Device\\HarddiskVolume7\\nc.exe' lies on a volume without a drive letter, by which the"
                        + " firewall cannot know a program; nothing was blocked. Block the port instead.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nc.exe", "Tools\\nc.exe", "\\Tools\\nc.exe", "C:nc.exe", "C:\\a|b.exe", "C:\\*.exe", "System"})
    void isAFullPath(String path) {
        assertThatExceptionOfType(ResponseException.class)
                .isThrownBy(() -> paths.of(path))
                .withMessageStartingWith("a program is named by its full path");
    }
}
