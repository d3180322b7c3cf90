package org.synwarden.process;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Interpreters that take options, then the script, then what the script gets. Only options that are known to load
 * nothing are passed over: with any other the script alone would not stand for what runs.
 *
 * @param flags letters that may stand alone or together behind one dash
 * @param valued letters that take the next argument, if they come last
 * @param words whole arguments, or those of a form, that take none
 * @param inline arguments that give code or a module in place of a file
 * @param files options whose next argument is the script; options may follow it
 */
record OptionGrammar(String flags, String valued, Pattern words, Set<String> inline, Set<String> files)
        implements ArgumentGrammar {
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    static OptionGrammar ofLetters(String flags, String valued, String... inline) {
        return new OptionGrammar(flags, valued, NOTHING, Set.of(inline), Set.of());
    }

    OptionGrammar withWords(String form) {
        return new OptionGrammar(flags, valued, Pattern.compile(form), inline, files);
    }

    OptionGrammar withFiles(String... options) {
        return new OptionGrammar(flags, valued, words, inline, Set.of(options));
    }

    @Override
    public ScriptArgument script(List<String> arguments) {
        Optional<ScriptArgument> named = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            Optional<String> next = i + 1 < arguments.size() ? Optional.of(arguments.get(i + 1)) : Optional.empty();
            if (argument.equals("--")) {
                return named.orElseGet(() -> operand(next));
            }
            if (!isOption(argument)) {
                return named.orElseGet(() -> operand(Optional.of(argument)));
            }
            if (files.contains(argument)) {
                if (named.isPresent() || next.isEmpty()) {
                    return ArgumentGrammar.option(argument);
                }
                named = Optional.of(operand(next));
                i++;
                continue;
            }
            if (isInline(argument)) {
                return INLINE;
            }
            if (isLetters(argument)) {
                i += takesValue(argument) ? 1 : 0;
            } else if (!words.matcher(argument).matches()) {
                return ArgumentGrammar.option(argument);
            }
        }
        return named.orElse(INPUT);
    }

    private static ScriptArgument operand(Optional<String> argument) {
        return argument.filter(text -> !text.equals("-") && !text.isEmpty())
                .<ScriptArgument>map(ScriptArgument.File::new)
                .orElse(INPUT);
    }

    private static boolean isOption(String argument) {
        return argument.length() > 1 && (argument.startsWith("-") || argument.startsWith("+"));
    }

    /** Also {@code -cprint(1)} and {@code -xc}: a letter that takes code may be anywhere among others. */
    private boolean isInline(String argument) {
        return inline.stream()
                .anyMatch(option -> option.startsWith("--")
                        ? argument.equals(option) || argument.startsWith(option + "=")
                        : !argument.startsWith("--") && before(argument, option.charAt(1)));
    }

    /** Whether that letter stands in the cluster behind nothing but flags. */
    private boolean before(String cluster, char letter) {
        int at = cluster.indexOf(letter);
        return at > 0 && cluster.substring(1, at).chars().allMatch(flag -> flags.indexOf(flag) >= 0);
    }

    private boolean isLetters(String argument) {
        String letters = argument.substring(1);
        String all = takesValue(argument) ? letters.substring(0, letters.length() - 1) : letters;
        return all.chars().allMatch(letter -> flags.indexOf(letter) >= 0);
    }

    private boolean takesValue(String argument) {
        return valued.indexOf(argument.charAt(argument.length() - 1)) >= 0;
    }

    /** The same for programs of Windows, whose options begin with one of two signs and have no upper and lower case. */
    static ArgumentGrammar windows(String harmless, String inline) {
        Pattern options = Pattern.compile(harmless);
        Pattern code = Pattern.compile(inline);
        return arguments -> {
            for (String argument : arguments) {
                String lower = argument.toLowerCase(Locale.ROOT);
                if (code.matcher(lower).matches()) {
                    return INLINE;
                }
                if (!lower.startsWith("/") && !lower.startsWith("-")) {
                    return new ScriptArgument.File(argument);
                }
                if (!options.matcher(lower).matches()) {
                    return ArgumentGrammar.option(argument);
                }
            }
            return UNTOLD;
        };
    }
}
