package org.synwarden.platform.linux.desktop;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Arguments as somebody types them into a shell to have a program get the same again. sh(1p), "Quoting". A file can be named
 * so that it is a command, and somebody will copy the line. Pure.
 */
final class TypedArguments {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private TypedArguments() {}

    static String of(List<String> arguments) {
        return arguments.stream().map(TypedArguments::typed).collect(Collectors.joining(" "));
    }

    private static String typed(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
