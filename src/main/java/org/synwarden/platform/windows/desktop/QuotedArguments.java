package org.synwarden.platform.windows.desktop;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Arguments as one text, from which a program gets the same arguments again. Page "Parsing C command-line arguments";
 * the inverse of CommandLineToArgvW. Pure.
 */
final class QuotedArguments {
    private QuotedArguments() {}

    static String of(List<String> arguments) {
        return arguments.stream().map(QuotedArguments::quoted).collect(Collectors.joining(" "));
    }

    /** Backslashes count only before a quotation mark, so only there, and before the last one, they are doubled. */
    private static String quoted(String argument) {
        StringBuilder text = new StringBuilder("\"");
        int backslashes = 0;
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c == '"') {
                text.append("\\".repeat(backslashes + 1));
            }
            text.append(c);
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        return text.append("\\".repeat(backslashes)).append('"').toString();
    }
}
