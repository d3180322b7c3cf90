package org.synwarden.contract;

/** Text of programs, networks and files where people read lines: it must not move a cursor, forge a line or be endless. */
public final class PlainText {
    private static final int SHOWN = 40;

    private PlainText() {}

    /** The text without control characters, line ends and invisible formatting; each becomes a question mark. */
    public static String line(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || isInvisible(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR || type == Character.FORMAT;
    }

    /** The beginning of the text in quotes, with what is not ASCII replaced: for a message about it. */
    public static String shown(String text) {
        String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return "'" + cut.replaceAll("[^ -~]", "?") + "'";
    }
}
