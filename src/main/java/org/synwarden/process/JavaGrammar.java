package org.synwarden.process;

import java.util.List;
import java.util.regex.Pattern;

/** Java, of which only {@code -jar} names one file; page "The java Command". */
final class JavaGrammar {
    /** Sizes, flags that are on or off, and properties of which none names a file or class. */
    private static final Pattern HARMLESS =
            Pattern.compile("-(client|server|ea|da|esa|dsa|enableassertions|disableassertions"
                    + "|X(ms|mx|ss|mn)[0-9]+[kKmMgGtT]?|Xrs|Xint|Xcomp|Xmixed|Xnoclassgc"
                    + "|XX:[+-][A-Za-z0-9]+|XX:[A-Za-z0-9]+=[0-9.]+[kKmMgGtT]?"
                    + "|Dfile\\.encoding=.*|Duser\\.(timezone|language|country)=.*"
                    + "|Djava\\.awt\\.headless=.*|Djava\\.net\\.[A-Za-z0-9]+=.*)");

    private JavaGrammar() {}

    static ScriptArgument script(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("-jar")) {
                return i + 1 < arguments.size()
                        ? new ScriptArgument.File(arguments.get(i + 1))
                        : ArgumentGrammar.UNTOLD;
            }
            if (!argument.startsWith("-")) {
                return new ScriptArgument.Unknown("runs a class, which may lie in many files");
            }
            if (!HARMLESS.matcher(argument).matches()) {
                return ArgumentGrammar.option(argument);
            }
        }
        return ArgumentGrammar.UNTOLD;
    }
}
