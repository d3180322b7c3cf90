package org.synwarden.watchdog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of {@code synwarden.toml} as an installation wants it: what stands there, but for what was asked for. Pure. */
final class InstalledSettings {
    private static final Setting<Integer> CAPACITY = SettingList.NAT_CAPACITY;
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*#?[ \\t]*" + CAPACITY.name() + "[ \\t]*=.*$");
    private static final Pattern SECTION =
            Pattern.compile("(?m)^[ \\t]*\\[[ \\t]*" + CAPACITY.section() + "[ \\t]*\\].*$");

    private InstalledSettings() {}

    /**
     * The new text.
     *
     * @param base the text of a file of settings, which is kept as it is otherwise
     * @param natCapacity how much the router's table holds; empty where the text already says what is wanted
     * @throws SettingsException when the text is wrong, or the number is out of its bounds
     */
    static String of(String base, Optional<Integer> natCapacity) throws SettingsException {
        SettingsText.read(base);
        if (natCapacity.isEmpty()) {
            return base;
        }
        String text = with(base, CAPACITY.name() + " = " + natCapacity.get());
        if (SettingsText.read(text).detection().natCapacity() != natCapacity.get()) {
            throw new SettingsException(
                    1,
                    1,
                    CAPACITY.key() + " cannot be set in a file that is written like this: write it there by hand");
        }
        return text;
    }

    private static String with(String base, String line) {
        Matcher known = LINE.matcher(base);
        if (known.find()) {
            return known.replaceFirst(line);
        }
        Matcher section = SECTION.matcher(base);
        if (section.find()) {
            return base.substring(0, section.end()) + "\n" + line + base.substring(section.end());
        }
        return base + "\n[" + CAPACITY.section() + "]\n" + line + "\n";
    }
}
