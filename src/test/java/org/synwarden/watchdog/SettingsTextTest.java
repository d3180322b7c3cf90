package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.synwarden.detect.DetectionSettings;
import org.synwarden.detect.Kind;
import org.synwarden.history.HistorySettings;
import org.synwarden.net.Subnet;
import org.synwarden.observation.EvidenceSource;

/** What a file of settings may say, and what it is told that says something else. */
class SettingsTextTest {
    private static final Path PAGE = Path.of("docs/configuration.md");

    @Test
    void everythingCanBeSet() throws SettingsException {
        Settings read = SettingsText.read("""
                [detection]
                nat-capacity = 6_144
                nat-syn-seconds = 240
                muted = ["volume", "slow-scan"]
                own-networks = ["10.20.0.0/16", "fd00:1::/48"]
                [sources]
                use = ["socket-table"]
                [log]
                level = "debug"
                max-megabytes = 50
                [control]
                administrators-only = true
                [history]
                enabled = false
                retention-days = 30
                raw-max-megabytes = 100
                do-not-record = ["/usr/bin/firefox", 'C:\\Tor\\tor.exe']
                [notifications]
                sessions = false
                """);
        assertThat(read)
                .isEqualTo(new Settings(
                        new DetectionSettings(
                                6_144,
                                TimeUnit.SECONDS.toNanos(240),
                                Set.of(Kind.VOLUME, Kind.SLOW_SCAN),
                                List.of(Subnet.parse("10.20.0.0/16"), Subnet.parse("fd00:1::/48"))),
                        Set.of(EvidenceSource.SOCKET_TABLE),
                        new Settings.LogSettings("debug", 50),
                        true,
                        new HistorySettings(false, 30, 100, Set.of("/usr/bin/firefox", "C:\\Tor\\tor.exe")),
                        false));
    }

    @Test
    void whereNothingIsSaidTheDefaultsAreInForce() throws SettingsException {
        assertThat(SettingsText.read("")).isEqualTo(Settings.DEFAULTS);
        assertThat(Settings.DEFAULTS.detection()).isEqualTo(DetectionSettings.defaults());
    }

    @Test
    void theFileThatIsWrittenSaysTheDefaultsAlsoWhenNothingIsCommentedOut() throws SettingsException {
        String file = SettingsTemplate.file();
        assertThat(SettingsText.read(file)).isEqualTo(Settings.DEFAULTS);
        assertThat(SettingsText.read(file.replaceAll("(?m)^#(?! )", ""))).isEqualTo(Settings.DEFAULTS);
        assertThat(file.lines()).allMatch(line -> line.length() <= 120);
        SettingList.ALL.forEach(setting -> assertThat(file).contains("\n#" + setting.line() + "\n"));
    }

    @Test
    void theFileThatIsWrittenIsTheGoldenOne() throws IOException {
        assertThat(SettingsTemplate.file())
                .isEqualTo(Files.readString(Path.of("src/test/resources/settings/synwarden.toml")));
    }

    @Test
    void thePageListsEveryOption() throws IOException {
        assertThat(Files.readString(PAGE)).contains(SettingsTemplate.table());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[detektion]|line 1, column 1: 'detektion' is no section; did you mean detection?",
                "[x]|line 1, column 1: 'x' is no section; there are: control, detection, history, log, notifications,"
                        + " sources",
                "detection = 1|line 1, column 1: detection is a section: write [detection] above its options",
                "[detection]\\nnat-capacty = 1|line 2, column 1: 'nat-capacty' is no option of [detection]; did you mean"
                        + " nat-capacity?",
                "[detection]\\nnat-capacity = 100|line 2, column 1: detection.nat-capacity: 100 is not 256 to 1,048,576"
                        + " entries",
                "[detection]\\nnat-capacity = 99999999999|line 2, column 1: detection.nat-capacity: 99999999999 is not 256"
                        + " to 1,048,576 entries",
                "[detection]\\nnat-capacity = \"4096\"|line 2, column 1: detection.nat-capacity: a whole number is wanted,"
                        + " not '4096'",
                "[detection]\\nnat-capacity = 4096.5|line 2, column 1: detection.nat-capacity: a whole number is wanted, not"
                        + " 4096.5",
                "[detection]\\nmuted = \"volume\"|line 2, column 1: detection.muted: a list is wanted, not 'volume'",
                "[detection]\\nmuted = [1]|line 2, column 1: detection.muted: a list of texts is wanted, not 1",
                "[detection]\\nmuted = [\"scan\", \"scan\"]|line 2, column 1: detection.muted: the list holds something twice",
                "[detection]\\nown-networks = [\"10.0.0.0/33\"]|line 2, column 1: detection.own-networks: '10.0.0.0/33' is none"
                        + " of these: networks such as \"10.20.0.0/16\" or \"fd00:1::/48\"",
                "[sources]\\nuse = []|line 2, column 1: sources.use: a list of 1 to 3 is wanted, not of 0",
                "[history]\\ndo-not-record = [\"firefox\"]|line 2, column 1: history.do-not-record: 'firefox' is none of"
                        + " these: full paths of programs, such as '/usr/bin/firefox' or 'C:\\Program"
                        + " Files\\Tor\\tor.exe'",
                "[log]\\nlevel = \"loud\"|line 2, column 1: log.level: one of \"error\", \"warn\", \"info\", \"debug\" is"
                        + " wanted, not 'loud'",
                "[control]\\nadministrators-only = 1|line 2, column 1: control.administrators-only: true or false is"
                        + " wanted, not 1",
            })
    void saysWhereWhatIsWrongAndWhatIsMeant(String text, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SettingsText.read(text.replace("\\n", "\n")))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[log]\nlevel = \"info\"\nlevel = \"info\"\n",
                "[log]\nlevel = \n",
                "[log]\nlevel = 'a\u0001'\n",
                "[log\n",
                "\uFEFF\uFEFF=",
            })
    void whatIsNoTomlIsToldInOneLineWithItsPlace(String text) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SettingsText.read(text))
                .satisfies(e -> assertThat(e.line()).isPositive())
                .withMessageMatching("line \\d+, column \\d+: this is no TOML: .+");
    }

    @Test
    void anOptionThatIsThereTwiceIsRefusedAtTheSecond() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SettingsText.read("[log]\nlevel = \"info\"\nlevel = \"warn\"\n"))
                .satisfies(e -> assertThat(e.line()).isEqualTo(3));
    }

    @Test
    void whatWouldTakeTheParserTooDeepIsRefusedBefore() {
        for (String deep : List.of("[", "a=[", "a={b=", "a.")) {
            assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> SettingsText.read(deep.repeat(20_000)));
        }
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> SettingsText.read("#".repeat(SettingsText.MOST_CHARACTERS + 1)))
                .withMessageContaining("longer than");
    }
}
