package org.synwarden.platform.windows.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a command line apart as CommandLineToArgvW does (page "CommandLineToArgvW function"): the program's name ends at
 * its closing quote or the first space; further on, of backslashes in front of a quote two are one, an odd one makes the
 * quote a character, and a quote doubled inside quotes is one and ends them (in which programs differ). Pure, as it takes what processes may have written
 * themselves.
 */
final class ArgumentText {
    private final String text;
    private final List<String> arguments = new ArrayList<>();
    private int at;

    private ArgumentText(String text) {
        this.text = text;
    }

    /** The arguments, the program's name being the first; none of an empty text. */
    static List<String> split(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        ArgumentText line = new ArgumentText(text);
        line.program();
        line.skipSpace();
        while (line.at < text.length()) {
            line.argument();
            line.skipSpace();
        }
        return List.copyOf(line.arguments);
    }

    private void program() {
        boolean quoted = text.charAt(0) == '"';
        at = quoted ? 1 : 0;
        int start = at;
        while (at < text.length() && !(quoted ? text.charAt(at) == '"' : isSpace())) {
            at++;
        }
        arguments.add(text.substring(start, at));
        at += quoted ? 1 : 0;
    }

    private void argument() {
        StringBuilder argument = new StringBuilder();
        boolean quoted = false;
        while (at < text.length() && (quoted || !isSpace())) {
            int backslashes = count('\\');
            if (at < text.length() && text.charAt(at) == '"') {
                argument.append("\\".repeat(backslashes / 2));
                at++;
                if (backslashes % 2 != 0) {
                    argument.append('"');
                } else if (quoted && at < text.length() && text.charAt(at) == '"') {
                    argument.append('"');
                    at++;
                    quoted = false;
                } else {
                    quoted = !quoted;
                }
            } else if (backslashes > 0) {
                argument.append("\\".repeat(backslashes));
            } else {
                argument.append(text.charAt(at++));
            }
        }
        arguments.add(argument.toString());
    }

    private int count(char sign) {
        int start = at;
        while (at < text.length() && text.charAt(at) == sign) {
            at++;
        }
        return at - start;
    }

    private void skipSpace() {
        while (at < text.length() && isSpace()) {
            at++;
        }
    }

    private boolean isSpace() {
        return text.charAt(at) == ' ' || text.charAt(at) == '\t';
    }
}
