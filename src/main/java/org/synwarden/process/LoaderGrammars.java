package org.synwarden.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs of Windows that load a library or page, and those that run a batch file. */
final class LoaderGrammars {
    /** A library of Windows itself may load any other, as its arguments say ({@code shell32.dll,Control_RunDLL}). */
    private static final Pattern OF_WINDOWS = Pattern.compile("(?i)[a-z]:\\\\windows\\\\.*");

    private static final ScriptArgument.Unknown SYSTEM_LIBRARY =
            new ScriptArgument.Unknown("runs a library of Windows itself, which may run others");

    private static final ScriptArgument.Unknown MORE =
            new ScriptArgument.Unknown("is told more behind the library, which may name others");

    private static final Pattern DRIVE = Pattern.compile("(?i)[a-z]:[\\\\/][^:]*");
    private static final Pattern DLL_AND_ENTRY = Pattern.compile("([^,]+?)(?:,.*)?");
    private static final Pattern CONTROL = Pattern.compile("[&|<>^%!()\r\n]");
    private static final Pattern CMD_OPTION = Pattern.compile("(?i)/(d|q|s|a|u|[efv]:(on|off))");

    private static final Pattern SEPARATORS = Pattern.compile("[\\\\/]+");
    private static final Pattern ENDS = Pattern.compile("[. ]+$");

    private LoaderGrammars() {}

    /** {@code rundll32 C:\x.dll,Entry arguments}. */
    static ScriptArgument rundll(List<String> arguments) {
        if (arguments.isEmpty()) {
            return ArgumentGrammar.UNTOLD;
        }
        Matcher library = DLL_AND_ENTRY.matcher(arguments.get(0));
        return library.matches() ? library(library.group(1)) : ArgumentGrammar.UNTOLD;
    }

    /** {@code regsvr32 /s C:\x.dll}; {@code /i:http://…} has it fetch a script. */
    static ScriptArgument regsvr(List<String> arguments) {
        ScriptArgument found = OptionGrammar.windows("[/-][sune]", "[/-]i:.*").script(arguments);
        if (!(found instanceof ScriptArgument.File file)) {
            return found;
        }
        return arguments.indexOf(file.path()) == arguments.size() - 1 ? library(file.path()) : MORE;
    }

    /** {@code mshta C:\x.hta}; it takes script as an address, too. */
    static ScriptArgument mshta(List<String> arguments) {
        if (arguments.size() != 1) {
            return arguments.isEmpty() ? ArgumentGrammar.UNTOLD : ArgumentGrammar.INLINE;
        }
        return drive(arguments.get(0), ArgumentGrammar.INLINE);
    }

    /** {@code msiexec /i C:\x.msi /qn}; a property may name a transform, which is other code. */
    static ScriptArgument msiexec(List<String> arguments) {
        ScriptArgument found = ArgumentGrammar.UNTOLD;
        for (int i = 0; i < arguments.size(); i++) {
            String lower = arguments.get(i).toLowerCase(Locale.ROOT);
            boolean first = found.equals(ArgumentGrammar.UNTOLD);
            if (first && lower.matches("[/-](i|package)") && i + 1 < arguments.size()) {
                found = drive(arguments.get(++i), ArgumentGrammar.UNTOLD);
            } else if (!lower.matches("[/-](q[nbrf]?[+!-]*|quiet|passive|norestart)")) {
                return ArgumentGrammar.option(arguments.get(i));
            }
        }
        return found;
    }

    /** {@code dotnet C:\x.dll arguments}. */
    static ScriptArgument dotnet(List<String> arguments) {
        boolean isProgram = !arguments.isEmpty()
                && arguments.get(0).toLowerCase(Locale.ROOT).matches("[^-].*\\.(dll|exe)");
        return isProgram ? new ScriptArgument.File(arguments.get(0)) : ArgumentGrammar.UNTOLD;
    }

    /** {@code cmd /c C:\x.bat arguments}, if nothing in it chains commands. */
    static ScriptArgument cmd(List<String> arguments) {
        int command = 0;
        while (command < arguments.size()
                && CMD_OPTION.matcher(arguments.get(command)).matches()) {
            command++;
        }
        if (command == arguments.size()) {
            return ArgumentGrammar.INPUT;
        }
        if (!arguments.get(command).toLowerCase(Locale.ROOT).matches("/[ck]") || command + 1 == arguments.size()) {
            return ArgumentGrammar.INLINE;
        }
        String file = arguments.get(command + 1).strip();
        boolean isBatch = file.toLowerCase(Locale.ROOT).matches(".*\\.(bat|cmd)");
        boolean chains =
                arguments.stream().anyMatch(text -> CONTROL.matcher(text).find());
        return isBatch && !chains ? drive(file, ArgumentGrammar.INLINE) : ArgumentGrammar.INLINE;
    }

    private static ScriptArgument library(String path) {
        return refusal(path)
                .<ScriptArgument>map(refusal -> refusal)
                .orElseGet(() -> drive(path, new ScriptArgument.Unknown("names a library without its folder")));
    }

    /** Why the library at that path does not stand for all that runs; empty where it does. */
    static Optional<ScriptArgument.Unknown> refusal(String path) {
        return OF_WINDOWS.matcher(normal(path)).matches() ? Optional.of(SYSTEM_LIBRARY) : Optional.empty();
    }

    /** The path as Windows takes it: without ".", "..", repeated separators, and dots and spaces that end a name. */
    private static String normal(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String part : SEPARATORS.split(path, -1)) {
            if (part.equals("..") && names.size() > 1) {
                names.removeLast();
            }
            String name = ENDS.matcher(part).replaceFirst("");
            if (!name.isEmpty()) {
                names.addLast(name);
            }
        }
        return String.join("\\", names);
    }

    private static ScriptArgument drive(String path, ScriptArgument otherwise) {
        return DRIVE.matcher(path).matches() ? new ScriptArgument.File(path) : otherwise;
    }
}
