package org.synwarden.tray;

import java.util.List;

/** Several lines of text as one value of a setting, apart by tabs. Pure. */
final class Lines {
    private static final String TAB = "\t";

    private Lines() {}

    static List<String> read(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(TAB, -1));
    }

    static String text(List<String> lines) {
        return String.join(TAB, lines);
    }

    /** How many characters the text of those has. */
    static int length(List<String> lines) {
        return lines.stream().mapToInt(line -> line.length() + 1).sum();
    }

    /** Whether it is a line that can stand among others: not blank, and without control characters. */
    static boolean isOne(String line) {
        return !line.isBlank() && line.chars().noneMatch(Character::isISOControl);
    }
}
