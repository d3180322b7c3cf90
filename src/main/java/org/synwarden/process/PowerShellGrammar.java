package org.synwarden.process;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * PowerShell: parameters in any case, of which the first letters are enough ({@code -nop}), and with any of three signs
 * in front. Pages "about_PowerShell_exe" and "about_Pwsh"; how short a name may be: {@code CommandLineParameterParser}
 * in the sources of PowerShell.
 *
 * @param bareFile whether an argument without a parameter in front is a file ({@code pwsh}) or a command
 *     ({@code powershell.exe})
 */
record PowerShellGrammar(boolean bareFile) implements ArgumentGrammar {
    private enum Meaning {
        FILE,
        CODE,
        FLAG,
        VALUED
    }

    private record Parameter(String name, String shortest, Meaning meaning) {
        boolean isMeantBy(String word) {
            return name.startsWith(word) && word.startsWith(shortest);
        }
    }

    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter("file", "f", Meaning.FILE),
            new Parameter("command", "c", Meaning.CODE),
            new Parameter("encodedcommand", "e", Meaning.CODE),
            new Parameter("ec", "ec", Meaning.CODE),
            new Parameter("noprofile", "nop", Meaning.FLAG),
            new Parameter("noninteractive", "noni", Meaning.FLAG),
            new Parameter("nologo", "nol", Meaning.FLAG),
            new Parameter("sta", "sta", Meaning.FLAG),
            new Parameter("mta", "mta", Meaning.FLAG),
            new Parameter("executionpolicy", "ex", Meaning.VALUED),
            new Parameter("ep", "ep", Meaning.VALUED),
            new Parameter("windowstyle", "w", Meaning.VALUED),
            new Parameter("inputformat", "inp", Meaning.VALUED),
            new Parameter("if", "if", Meaning.VALUED),
            new Parameter("outputformat", "o", Meaning.VALUED),
            new Parameter("of", "of", Meaning.VALUED));

    @Override
    public ScriptArgument script(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!isParameter(argument)) {
                return bareFile ? file(argument) : INLINE;
            }
            Optional<Meaning> meaning = meaning(argument);
            if (meaning.isEmpty()) {
                boolean isUnixPath = bareFile && argument.startsWith("/");
                return isUnixPath ? file(argument) : ArgumentGrammar.option(argument);
            }
            switch (meaning.get()) {
                case FILE -> {
                    return i + 1 < arguments.size() ? file(arguments.get(i + 1)) : INPUT;
                }
                case CODE -> {
                    return INLINE;
                }
                case VALUED -> i++;
                case FLAG -> {
                    // says nothing of what runs
                }
            }
        }
        return INPUT;
    }

    private static boolean isParameter(String argument) {
        return argument.length() > 1 && "-/\u2013\u2014\u2015".indexOf(argument.charAt(0)) >= 0;
    }

    private static Optional<Meaning> meaning(String argument) {
        String word = argument.toLowerCase(Locale.ROOT).replaceFirst("^(--|.)", "");
        return PARAMETERS.stream()
                .filter(parameter -> parameter.isMeantBy(word))
                .findFirst()
                .map(Parameter::meaning);
    }

    private static ScriptArgument file(String argument) {
        return argument.equals("-") || argument.isEmpty() ? INPUT : new ScriptArgument.File(argument);
    }
}
