package org.synwarden.tray;

import org.synwarden.contract.ProcessObject;

/**
 * Makes strings from processes and networks fit to be shown: one line, no control characters, no marks that turn the
 * direction of writing (with U+202E, "exe.gpj" reads "jpg.exe"), and not longer than there is room.
 */
final class ForeignText {
    /** The most UTF-16 units of a name in a sentence. */
    static final int NAME_LIMIT = 40;

    private static final char REPLACEMENT = '\uFFFD';
    private static final String ELLIPSIS = "\u2026";

    private ForeignText() {}

    /** The text with every character that does not simply stand for itself replaced by U+FFFD. */
    static String clean(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (standsForItself(character)) {
                cleaned.appendCodePoint(character);
            } else {
                cleaned.append(REPLACEMENT);
            }
        });
        return cleaned.toString();
    }

    private static boolean standsForItself(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /**
     * The cleaned text, shortened in the middle where it is too long: both ends of a name or a path tell it from others.
     *
     * @param limit most UTF-16 units of the result, at least 3
     */
    static String shorten(String text, int limit) {
        String cleaned = clean(text);
        if (cleaned.length() <= limit) {
            return cleaned;
        }
        int room = limit - ELLIPSIS.length();
        int head = wholeCharacters(cleaned, room / 2);
        int tail = cleaned.length() - (room - room / 2);
        if (Character.isLowSurrogate(cleaned.charAt(tail))) {
            tail++;
        }
        return cleaned.substring(0, head) + ELLIPSIS + cleaned.substring(tail);
    }

    /** A process's name, as short as a sentence has room for. */
    static String nameOf(ProcessObject process) {
        return shorten(process.name(), NAME_LIMIT);
    }

    private static int wholeCharacters(String text, int end) {
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
