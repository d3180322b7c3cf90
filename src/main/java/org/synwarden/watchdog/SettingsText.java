package org.synwarden.watchdog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.synwarden.contract.PlainText;
import org.synwarden.filter.Likeness;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Reads the text of {@code synwarden.toml} (TOML 1.0), strictly: an option that is not known, of the wrong type, out of its
 * bounds or there twice makes all of it unusable. Pure. At most {@value #MOST_CHARACTERS} characters and
 * {@value #MOST_BRACKETS} brackets, so that no text costs more than a moment and a little memory.
 */
final class SettingsText implements Settings.Values {
    static final int MOST_CHARACTERS = 64 * 1_024;
    private static final int MOST_BRACKETS = 256;
    private static final int DEEPEST_KEY = 8;

    /** How many wrong letters a name may have and still be thought of; of a short one no more than half. */
    private static final int LIKE = 3;

    private final TomlParseResult toml;

    private SettingsText(TomlParseResult toml) {
        this.toml = toml;
    }

    /**
     * Reads it.
     *
     * @throws SettingsException at the first fault
     */
    static Settings read(String text) throws SettingsException {
        checkBounds(text);
        TomlParseResult toml = Toml.parse(text);
        Optional<TomlParseError> first = toml.errors().stream().findFirst();
        if (first.isPresent()) {
            throw refusal(
                    first.get().position(),
                    "this is no TOML: "
                            + PlainText.line(String.valueOf(first.get().getMessage())));
        }
        checkKeys(toml);
        return Settings.of(new SettingsText(toml));
    }

    /** The parser goes down for every bracket and every dot of a key, and takes long for many faults. */
    private static void checkBounds(String text) throws SettingsException {
        if (text.length() > MOST_CHARACTERS) {
            throw new SettingsException(1, 1, "the file is longer than " + MOST_CHARACTERS + " characters");
        }
        int line = 1;
        int brackets = 0;
        int dots = 0;
        int begin = 0;
        boolean comment = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                begin = i + 1;
                dots = 0;
                comment = false;
            }
            comment |= c == '#';
            if (comment) {
                continue;
            }
            brackets += c == '[' || c == '{' ? 1 : 0;
            dots = c == '.' ? dots + 1 : c == '"' || c == '\'' ? 0 : dots;
            if (brackets > MOST_BRACKETS || dots > DEEPEST_KEY * MOST_BRACKETS) {
                throw new SettingsException(line, i - begin + 1, "there are too many brackets or dots");
            }
        }
    }

    private static void checkKeys(TomlTable toml) throws SettingsException {
        Set<String> sections = new TreeSet<>();
        SettingList.ALL.forEach(setting -> sections.add(setting.section()));
        for (String section : toml.keySet()) {
            List<String> path = List.of(section);
            if (!sections.contains(section)) {
                throw unknown(toml, path, section, "section", sections);
            }
            if (!(toml.get(path) instanceof TomlTable table)) {
                throw refusal(
                        toml.inputPositionOf(path),
                        section + " is a section: write [" + section + "] above its options");
            }
            Set<String> names = new TreeSet<>();
            SettingList.ALL.stream()
                    .filter(setting -> setting.section().equals(section))
                    .forEach(setting -> names.add(setting.name()));
            for (String name : table.keySet()) {
                if (!names.contains(name)) {
                    throw unknown(toml, List.of(section, name), name, "option of [" + section + "]", names);
                }
            }
        }
    }

    private static SettingsException unknown(
            TomlTable toml, List<String> path, String name, String what, Set<String> known) {
        Optional<String> near = known.stream()
                .filter(one -> Likeness.changes(one, name) <= Math.min(LIKE, one.length() / 2))
                .min(Comparator.comparingInt(one -> Likeness.changes(one, name)));
        return refusal(
                toml.inputPositionOf(path),
                PlainText.shown(name) + " is no " + what
                        + near.map(one -> "; did you mean " + one + "?")
                                .orElse("; there are: " + String.join(", ", known)));
    }

    @Override
    public <T> T of(Setting<T> setting) throws SettingsException {
        List<String> path = List.of(setting.section(), setting.name());
        Object value = toml.get(path);
        if (value == null) {
            return setting.standard();
        }
        try {
            return setting.type().read(value);
        } catch (IllegalArgumentException e) {
            throw refusal(toml.inputPositionOf(path), setting.key() + ": " + e.getMessage());
        }
    }

    private static SettingsException refusal(TomlPosition at, String reason) {
        return at == null ? new SettingsException(1, 1, reason) : new SettingsException(at.line(), at.column(), reason);
    }
}
