package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered for a user, and what a file that somebody broke does to it. */
class UserSettingsTest {
    private enum Fruit {
        APPLE,
        WILD_CHERRY
    }

    private static final UserSetting<Fruit> FRUIT = UserSetting.choice("fruit", Fruit.APPLE);
    private static final UserSetting<Integer> SPEED = UserSetting.number("speed", 1_000, 500, 10_000);
    private static final UserSetting<Boolean> PAUSED = UserSetting.flag("paused", false);
    private static final UserSetting<List<String>> COLUMNS =
            UserSetting.words("columns", List.of("process:120", "pid:60"));
    private static final UserSetting<String> FILTER = UserSetting.line("filter", "", 200);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("new").resolve("tray.properties");
    }

    @Test
    void remembersOverARestart() {
        try (SettingsSaver saver = new SettingsSaver(new SettingsFile(file()))) {
            UserSettings settings = new UserSettings(Map.of(), saver);
            settings.set(FRUIT, Fruit.WILD_CHERRY);
            settings.set(SPEED, 2_000);
            settings.set(PAUSED, true);
            settings.set(COLUMNS, List.of("pid:44"));
            settings.set(FILTER, "process.name == \"日本 = #1\\n\"");
        }
        SettingsFile.Content read = new SettingsFile(file()).read();
        assertThat(read.fault()).isEmpty();
        UserSettings again = new UserSettings(read.values(), changed -> {});
        assertThat(again.get(FRUIT)).isEqualTo(Fruit.WILD_CHERRY);
        assertThat(again.get(SPEED)).isEqualTo(2_000);
        assertThat(again.get(PAUSED)).isTrue();
        assertThat(again.get(COLUMNS)).containsExactly("pid:44");
        assertThat(again.get(FILTER)).isEqualTo("process.name == \"日本 = #1\\n\"");
    }

    @Test
    void takesTheStandardsAtTheFirstStart() {
        SettingsFile.Content none = new SettingsFile(file()).read();
        assertThat(none.fault()).isEmpty();
        assertThat(new UserSettings(none.values(), changed -> {}).get(COLUMNS))
                .containsExactly("process:120", "pid:60");
    }

    @Test
    void takesTheStandardForAValueOutOfItsBounds() {
        UserSettings settings = new UserSettings(
                Map.of("fruit", "plum", "speed", "1", "paused", "yes", "columns", "a b<c", "filter", "\u0007"),
                changed -> {});
        assertThat(settings.get(FRUIT)).isEqualTo(Fruit.APPLE);
        assertThat(settings.get(SPEED)).isEqualTo(1_000);
        assertThat(settings.get(PAUSED)).isFalse();
        assertThat(settings.get(COLUMNS)).containsExactly("process:120", "pid:60");
        assertThat(settings.get(FILTER)).isEmpty();
    }

    @Test
    void remembersNothingOutOfBounds() {
        UserSettings settings = UserSettings.ofDefaults();
        assertThatIllegalArgumentException().isThrownBy(() -> settings.set(SPEED, 20_000));
    }

    @Test
    void tellsWhoeverWatchesAndKeepsEachChangeOnce() {
        List<Map<String, String>> kept = new ArrayList<>();
        List<Integer> seen = new ArrayList<>();
        UserSettings settings = new UserSettings(Map.of("of.a.newer.version", "x"), kept::add);
        Runnable end = settings.watch(SPEED, () -> seen.add(settings.get(SPEED)));
        settings.set(SPEED, 500);
        settings.set(SPEED, 500);
        settings.set(PAUSED, true);
        end.run();
        settings.set(SPEED, 700);
        assertThat(seen).containsExactly(500);
        assertThat(kept).hasSize(3);
        assertThat(kept.get(2)).containsOnlyKeys("of.a.newer.version", "paused", "speed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"speed=\\u12", "Not A Key=1", "\u0000=1", "key=1\n=2"})
    void setsAFileAsideThatIsNone(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        SettingsFile.Content read = new SettingsFile(file()).read();
        assertThat(read.values()).isEmpty();
        assertThat(read.fault().orElseThrow())
                .contains("tray.properties.damaged")
                .doesNotContain("\n");
        assertThat(file()).doesNotExist();
        assertThat(file().resolveSibling("tray.properties.damaged")).hasContent(text);
    }

    @Test
    void setsAFileAsideThatIsTooMuch() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThat(new SettingsFile(file()).read().fault().orElseThrow()).contains("UTF-8");
        Files.writeString(file(), "a=" + "x".repeat(SettingsFile.LONGEST + 1));
        assertThat(new SettingsFile(file()).read().fault()).isPresent();
        Files.writeString(file(), "a=1\n".repeat(SettingsFile.MOST_BYTES / 4 + 1));
        assertThat(new SettingsFile(file()).read().fault().orElseThrow()).contains("bytes");
        Files.writeString(
                file(),
                IntStream.rangeClosed(0, SettingsFile.MOST_KEYS)
                        .mapToObj(number -> "key" + number + "=1")
                        .collect(Collectors.joining("\n")));
        assertThat(new SettingsFile(file()).read().fault().orElseThrow()).contains("settings");
    }

    @Test
    void leavesTheFormerFileWhereTheNewOneCannotBeWritten() throws IOException {
        SettingsFile settings = new SettingsFile(file());
        settings.write(Map.of("speed", "700"));
        Files.createDirectory(file().resolveSibling("tray.properties.new"));
        try (SettingsSaver saver = new SettingsSaver(settings)) {
            saver.accept(Map.of("speed", "900"));
        }
        assertThat(settings.read().values()).containsEntry("speed", "700");
    }
}
