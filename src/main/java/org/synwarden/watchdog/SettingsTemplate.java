package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.List;

/** What the first start writes, and the page {@code docs/configuration.md} lists: every option, its default and bounds. */
final class SettingsTemplate {
    private static final int WIDTH = 100;
    private static final String HEAD = """
            # The settings of SynWarden. Every option stands here with its default: take the # away before one to change it.
            # A change takes effect within a few seconds, or at the next start where that is said.
            # 'synwarden service check-config FILE' tells what is wrong in a file; what is wrong is not used.
            """;

    private SettingsTemplate() {}

    /** The file: all commented out, so that defaults of later versions take effect. */
    static String file() {
        StringBuilder text = new StringBuilder(HEAD);
        String section = "";
        for (Setting<?> setting : SettingList.ALL) {
            if (!setting.section().equals(section)) {
                section = setting.section();
                text.append("\n[").append(section).append("]\n");
            }
            text.append('\n');
            wrapped(setting.meaning())
                    .forEach(line -> text.append("# ").append(line).append('\n'));
            wrapped(setting.bounds())
                    .forEach(line -> text.append("#   ").append(line).append('\n'));
            text.append('#').append(setting.line()).append('\n');
        }
        return text.toString();
    }

    /** The table of the page. */
    static String table() {
        StringBuilder text = new StringBuilder("| option | default | allowed | what for |\n|---|---|---|---|\n");
        for (Setting<?> setting : SettingList.ALL) {
            String standard = setting.line().substring(setting.line().indexOf('=') + 2);
            text.append("| `")
                    .append(setting.key())
                    .append("` | `")
                    .append(standard)
                    .append("` | ");
            text.append(setting.bounds())
                    .append(" | ")
                    .append(setting.meaning())
                    .append(" |\n");
        }
        return text.toString();
    }

    private static List<String> wrapped(String sentences) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentences.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
