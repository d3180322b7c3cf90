package org.synwarden.platform.windows.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.process.ScriptFile;
import org.synwarden.process.UnknownScriptException;

@EnabledOnOs(OS.WINDOWS)
class LocalFileWindowsTest {
    @TempDir
    private Path folder;

    @Test
    void readsAFileOnADriveUnderItsOwnName() throws IOException {
        Path script = Files.writeString(folder.resolve("虫 Scan.ps1"), "exit").toRealPath();
        String asked =
                script.getParent() + "\\.\\" + script.getFileName().toString().toUpperCase(Locale.ROOT);
        try (ScriptFile opened = LocalFile.open(asked)) {
            assertThat(opened.path()).isEqualTo(script.toString());
            assertThat(new String(
                            Channels.newInputStream(opened.file().content()).readAllBytes(), UTF_8))
                    .isEqualTo("exit");
        }
    }

    @Test
    void opensNeitherFoldersNorDevicesNorWhatIsNotThere() {
        for (String path : new String[] {folder.toString(), folder + "\\NUL", folder + "\\gone.ps1", "C:\\a:b\\c"}) {
            assertThatExceptionOfType(UnknownScriptException.class)
                    .as(path)
                    .isThrownBy(() -> LocalFile.open(path).close());
        }
    }
}
