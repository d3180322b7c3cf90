package org.synwarden.contract;

import java.util.Locale;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Which characters a JSON line escapes beyond what RFC 8259 asks: DEL, C1, line and paragraph separators, invisible
 * formatting (a right-to-left override turns a file name around) and surrogates (a lone one, which Windows allows in
 * paths, would not survive UTF-8). What another program put into a name thus neither ends a line nor steers a terminal.
 */
final class TextEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final int DEL = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DEL] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> escaped(character);
            default -> null;
        };
    }

    private static SerializableString escaped(int character) {
        String digits = Integer.toHexString(character).toUpperCase(Locale.ROOT);
        return new SerializedString("\\u" + "0".repeat(4 - digits.length()) + digits);
    }
}
