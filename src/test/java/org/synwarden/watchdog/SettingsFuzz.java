package org.synwarden.watchdog;

import java.util.List;
import java.util.Set;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** The settings in TOML under fuzz. */
public final class SettingsFuzz {
    private static final List<String> CORPUS = List.of(
            SettingsTemplate.file(),
            SettingsTemplate.file().replaceAll("(?m)^#(?! )", ""),
            "[detection]\nnat-capacity = 6_144\nmuted = [\"volume\", 'scan']\nown-networks = [\"10.0.0.0/8\"]\n",
            "detection.nat-capacity = 0x1000\nlog = { level = \"warn\", max-megabytes = 20 }\n",
            "[control]\nadministrators-only = true\n[sources]\nuse = [\n  \"socket-table\", # one\n]\n",
            "[log]\nlevel = \"\"\"info\"\"\"\n",
            "[[log]]\nlevel = 1979-05-27T07:32:00Z\n",
            "[detektion]\nx = 1.5\n",
            "log.level = 1\nlog.level = 2\n");

    private static final List<String> DICTIONARY = List.of(
            "[",
            "]",
            "{",
            "}",
            "=",
            ".",
            ",",
            "#",
            "\"",
            "'",
            "\"\"\"",
            "'''",
            "\n",
            "\r\n",
            "_",
            "-",
            "+",
            "inf",
            "nan",
            "true",
            "false",
            "0x",
            "0b1",
            "1e9",
            "1979-05-27",
            "07:32:00",
            "\\u0000",
            "\\U0010FFFF",
            "\uFEFF",
            "detection",
            "nat-capacity",
            "muted",
            "own-networks",
            "sources",
            "use",
            "log",
            "level",
            "max-megabytes",
            "control",
            "administrators-only",
            "9223372036854775808");

    private SettingsFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(new FuzzTarget(
                "settings",
                List.of(SettingsText.class, SettingType.class, Setting.class, SettingsException.class),
                FuzzTarget.texts(CORPUS),
                FuzzTarget.texts(DICTIONARY),
                Set.of(SettingsException.class),
                new Budget(64 << 20, 16_384),
                SettingsFuzz::settings));
    }

    private static void settings(byte[] input) throws SettingsException {
        try {
            SettingsText.read(FuzzTarget.text(input));
        } catch (SettingsException e) {
            FuzzTarget.require(e.getMessage().lines().count() == 1, "more than one line: " + e.getMessage());
            FuzzTarget.require(e.line() >= 1 && e.column() >= 1, e.getMessage());
            throw e;
        }
    }
}
