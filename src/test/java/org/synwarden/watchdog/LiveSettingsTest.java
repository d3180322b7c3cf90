package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which settings are in force when the file is written, changed, damaged, or somebody else's. Real files. */
class LiveSettingsTest {
    @TempDir
    private Path folder;

    private boolean trusted = true;

    private Path file() {
        return folder.resolve("data").resolve("synwarden.toml");
    }

    private LiveSettings settings() {
        return new LiveSettings(file(), any -> trusted);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    @Test
    void theFirstStartWritesAllOptionsAndNothingElse() throws IOException {
        LiveSettings settings = settings();
        settings.writeIfAbsent();
        assertThat(file()).hasContent(SettingsTemplate.file());
        assertThat(file().getParent()).isDirectoryNotContaining("glob:**.new");
        assertThat(settings.start()).isEqualTo(Settings.DEFAULTS);
        assertThat(settings.fault()).isEmpty();
    }

    @Test
    void aFileOfTheUsersIsNeverOverwritten() throws IOException {
        write("# mine\n");
        settings().writeIfAbsent();
        assertThat(file()).hasContent("# mine\n");
    }

    @Test
    void aFileThatAppearsAtTheLastMomentIsNotOverwrittenEither() throws IOException {
        write("# mine\n");
        new TrustedFile(file(), any -> true, 1_024).create("# ours\n");
        assertThat(file()).hasContent("# mine\n");
        assertThat(file().getParent()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void nothingIsWrittenIntoAFolderOfSomebodyElse() {
        trusted = false;
        settings().writeIfAbsent();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aChangeIsInForceAtTheNextLookAndToldOnce() throws IOException {
        LiveSettings settings = settings();
        List<Settings> heard = new ArrayList<>();
        settings.tell(heard::add);
        settings.start();
        assertThat(settings.newlySet()).isEmpty();

        write("[detection]\nnat-capacity = 6144\n");
        settings.look();
        settings.look();
        assertThat(settings.now().detection().natCapacity()).isEqualTo(6_144);
        assertThat(heard).containsExactly(settings.now());
        assertThat(settings.newlySet()).contains(settings.now().detection());
        assertThat(settings.newlySet()).isEmpty();
    }

    @Test
    void aChangeThatKeepsTimeAndSizeIsSeenByItsContent() throws IOException {
        write("[detection]\nnat-capacity = 6144\n");
        LiveSettings settings = settings();
        settings.start();
        FileTime before = Files.getLastModifiedTime(file());
        write("[detection]\nnat-capacity = 7144\n");
        Files.setLastModifiedTime(file(), before);
        settings.look();
        assertThat(settings.now().detection().natCapacity()).isEqualTo(7_144);
    }

    @Test
    void aFaultLeavesTheLastGoodOnesInForceUntilItIsMended() throws IOException {
        write("[detection]\nnat-capacity = 6144\n");
        LiveSettings settings = settings();
        settings.start();

        write("[detection]\nnat-capacity = 1\n");
        settings.look();
        assertThat(settings.now().detection().natCapacity()).isEqualTo(6_144);
        assertThat(settings.fault())
                .contains("line 2, column 1: detection.nat-capacity: 1 is not 256 to 1,048,576 entries");

        write("[detection]\nnat-capacity = 512\n");
        settings.look();
        assertThat(settings.now().detection().natCapacity()).isEqualTo(512);
        assertThat(settings.fault()).isEmpty();
    }

    @Test
    void aFileThatOthersCouldHaveWrittenIsNotBelieved() throws IOException {
        write("[detection]\nmuted = [\"scan\"]\n");
        trusted = false;
        LiveSettings settings = settings();
        assertThat(settings.start()).isEqualTo(Settings.DEFAULTS);
        assertThat(settings.fault())
                .hasValueSatisfying(why -> assertThat(why).startsWith("others than administrators"));
    }

    @Test
    void whatIsNotUtf8IsToldSo() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[] {'#', (byte) 0xff, '\n'});
        LiveSettings settings = settings();
        settings.start();
        assertThat(settings.fault()).contains("it is not written in UTF-8");
    }

    @Test
    void ofAGivenFileThatIsNotUtf8TheInstallationIsToldSoToo() throws IOException {
        Path given = Files.write(folder.resolve("utf-16.toml"), new byte[] {(byte) 0xff, (byte) 0xfe, '#', 0});
        assertThatThrownBy(() -> settings().install(Optional.of(given), Optional.empty()))
                .hasMessage("it is not written in UTF-8");
    }

    @Test
    void whatNeedsARestartSaysSoUntilItIsAsItWas() throws IOException {
        LiveSettings settings = settings();
        settings.start();
        write("[sources]\nuse = [\"socket-table\"]\n[control]\nadministrators-only = true\n");
        settings.look();
        assertThat(settings.waitingForRestart())
                .contains(
                        "sources.use and control.administrators-only will be as set after the next start of SynWarden");
        write("");
        settings.look();
        assertThat(settings.waitingForRestart()).isEmpty();
    }

    @Test
    void anOptionIsLiveExactlyWhenItDoesNotWaitForARestart() throws SettingsException {
        String changed = "[detection]\nnat-capacity = 512\nnat-syn-seconds = 20\nmuted = [\"scan\"]\nown-networks ="
                + " [\"10.0.0.0/8\"]\n[sources]\nuse = [\"socket-table\"]\n[log]\nlevel = \"warn\"\nmax-megabytes = 20\n"
                + "[control]\nadministrators-only = true\n[history]\nenabled = false\nretention-days = 1\n"
                + "raw-max-megabytes = 10\ndo-not-record = [\"/usr/bin/ssh\"]\n[notifications]\nsessions = false\n";
        assertThat(SettingsText.read(changed).waitingForRestart(Settings.DEFAULTS))
                .containsExactlyElementsOf(SettingList.ALL.stream()
                        .filter(setting -> !setting.live())
                        .map(Setting::key)
                        .toList());
    }

    @Test
    void ofAFolderThatIsNotSafeTheDefaultsAreInForceAndThatIsSaid() throws IOException {
        write("[control]\nadministrators-only = true\n");
        LiveSettings unsafe = settings().believingNobody();
        assertThat(settings().start()).isNotEqualTo(Settings.DEFAULTS);
        assertThat(unsafe.start()).isEqualTo(Settings.DEFAULTS);
        assertThat(unsafe.fault()).isPresent();
    }

    @Test
    void anInstallationSetsTheRoutersCapacityAndKeepsAllElse() throws Exception {
        write("# mine\n[notifications]\nsessions = false\n");
        settings().install(Optional.empty(), Optional.of(6_144));
        LiveSettings read = settings();
        assertThat(read.start().detection().natCapacity()).isEqualTo(6_144);
        assertThat(read.now().sessionNotices()).isFalse();
        assertThat(Files.readString(file())).startsWith("# mine\n");
    }

    @Test
    void anInstallationOnANewPcWritesAllOptionsAndTheCapacityAmongThem() throws Exception {
        settings().install(Optional.empty(), Optional.of(6_144));
        assertThat(file())
                .hasContent(
                        SettingsTemplate.file().replace("#" + SettingList.NAT_CAPACITY.line(), "nat-capacity = 6144"));
    }

    @Test
    void anInstallationTakesAFileThatIsInOrder() throws Exception {
        Path given = folder.resolve("fleet.toml");
        Files.writeString(given, "[detection]\nnat-syn-seconds = 240\n");
        settings().install(Optional.of(given), Optional.of(6_144));
        assertThat(file()).hasContent("[detection]\nnat-capacity = 6144\nnat-syn-seconds = 240\n");
    }

    @Test
    void anInstallationWithAFaultChangesNothing() throws Exception {
        write("# mine\n");
        Path given = folder.resolve("fleet.toml");
        Files.writeString(given, "[detection]\nnat-capacty = 1\n");
        LiveSettings settings = settings();
        assertThatThrownBy(() -> settings.install(Optional.of(given), Optional.empty()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("did you mean nat-capacity?");
        assertThatThrownBy(() -> settings.install(Optional.empty(), Optional.of(5)))
                .isInstanceOf(SettingsException.class);
        assertThat(file()).hasContent("# mine\n");
    }
}
