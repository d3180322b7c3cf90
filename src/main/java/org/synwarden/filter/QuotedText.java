package org.synwarden.filter;

import org.synwarden.contract.PlainText;

/**
 * A text in double quotes, with the escapes of C ({@code \" \\ \n \t \x41 \101 …}). In a raw text, {@code r"…"}, the
 * backslash is an ordinary character, but the one before a quote keeps it from ending the text.
 */
final class QuotedText {
    private static final String ESCAPES = "abfnrtv\\\"'?";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000B\\\"'?";

    private final String source;
    private final boolean raw;
    private final int begin;
    private final StringBuilder value = new StringBuilder();
    private int at;

    /**
     * Begins to read.
     *
     * @param quote where the first quote is
     */
    QuotedText(String source, int quote, boolean raw) {
        this.source = source;
        this.raw = raw;
        begin = quote;
        at = quote + 1;
    }

    /** The text without its quotes. */
    String read() throws FilterException {
        while (at < source.length() && source.charAt(at) != '"') {
            if (source.charAt(at) == '\\' && at + 1 < source.length()) {
                escape();
            } else {
                value.append(source.charAt(at++));
            }
        }
        if (at >= source.length()) {
            throw new FilterException(begin, "this quote is never closed");
        }
        at++;
        return value.toString();
    }

    /** Where the filter goes on, once read. */
    int end() {
        return at;
    }

    private void escape() throws FilterException {
        char c = source.charAt(at + 1);
        int meaning = ESCAPES.indexOf(c);
        if (raw) {
            value.append('\\').append(c);
            at += 2;
        } else if (c == 'x') {
            number(at + 2, 2, 16);
        } else if (c >= '0' && c <= '7') {
            number(at + 1, 3, 8);
        } else if (meaning >= 0) {
            value.append(MEANINGS.charAt(meaning));
            at += 2;
        } else {
            throw new FilterException(
                    at,
                    PlainText.shown("\\" + c)
                            + " is no escape; write \\\\ for a backslash, or r\"...\" around the text");
        }
    }

    private void number(int from, int most, int radix) throws FilterException {
        int end = from;
        int code = 0;
        while (end < source.length() && end < from + most && Character.digit(source.charAt(end), radix) >= 0) {
            code = code * radix + Character.digit(source.charAt(end), radix);
            end++;
        }
        if (end == from || code > 0xFF) {
            throw new FilterException(at, "this escape is no character from \\0 to \\377 or from \\x0 to \\xff");
        }
        value.append((char) code);
        at = end;
    }
}
