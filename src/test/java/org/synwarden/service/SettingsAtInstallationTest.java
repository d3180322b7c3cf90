package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.synwarden.installation.InstallationException;
import org.synwarden.watchdog.LiveSettings;

/** Real folders and files of this user. */
@EnabledOnOs(OS.LINUX)
class SettingsAtInstallationTest {
    @TempDir
    private Path above;

    private Path data;
    private Path log;
    private SettingsAtInstallation installation;

    @BeforeEach
    void choose() {
        data = above.resolve("SynWarden");
        log = data.resolve("logs").resolve(InstallationLog.NAME);
        installation = new SettingsAtInstallation(
                data, new PosixFolderSecurity(), new LiveSettings(data.resolve(LiveSettings.NAME), any -> true));
    }

    @Test
    void putsTheGivenFileInPlaceOfTheSettings() throws IOException, InstallationException {
        Path fleet = given("[detection]\nnat-capacity = 6144\n");

        installation.put(fleet.toString(), "");

        assertThat(data.resolve(LiveSettings.NAME)).hasSameTextualContentAs(fleet);
        assertThat(log).doesNotExist();
    }

    @Test
    void makesTheFolderAndNoSettingsWhereNoneAreGiven() throws InstallationException {
        installation.put("", "");

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void leavesSettingsWithAFaultAloneWhereNoneAreGiven() throws IOException, InstallationException {
        installation.put("", "");
        Files.writeString(data.resolve(LiveSettings.NAME), "[detection");

        installation.put("", "");

        assertThat(data.resolve(LiveSettings.NAME)).hasContent("[detection");
    }

    @Test
    void refusesAFileWithAFaultAndWritesDownWhy() throws IOException {
        Path fleet = given("[detection]\nnat-capacity = \"many\"\n");

        assertThatThrownBy(() -> installation.put(fleet.toString(), ""))
                .isInstanceOf(InstallationException.class)
                .hasMessageStartingWith(fleet + ": ")
                .hasMessageContaining("nat-capacity");
        assertThat(data.resolve(LiveSettings.NAME)).doesNotExist();
        assertThat(log).content().hasLineCount(1).contains("No settings were changed: " + fleet + ": ");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        Path missing = above.resolve("none.toml");

        assertThatThrownBy(() -> installation.put(missing.toString(), "4096"))
                .isInstanceOf(InstallationException.class)
                .hasMessage("there is no file " + missing);
        assertThat(log).content().contains("there is no file " + missing);
    }

    @Test
    void refusesACapacityThatIsNoNumberAndWritesDownWhy() {
        assertThatThrownBy(() -> installation.put("", "many"))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("is a number, such as 4096, and not many");
        assertThat(log).content().contains("and not many");
    }

    @Test
    void writesDownThatAPlantedFolderWasSetAside() throws IOException, InstallationException {
        Files.createDirectory(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(data.resolve(LiveSettings.NAME), "planted");

        installation.put("", "6144");

        assertThat(data.resolve(LiveSettings.NAME)).content().contains("nat-capacity = 6144");
        assertThat(log).content().hasLineCount(1).contains("was planted before the first start", "SynWarden.planted-");
    }

    private Path given(String text) throws IOException {
        return Files.writeString(above.resolve("fleet.toml"), text);
    }
}
