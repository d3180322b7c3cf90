package org.synwarden.process;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Programs that run other programs' files: to approve them would approve everything they ever run. Of most it is known
 * how they are told what to run. Pure.
 */
public final class Interpreters {
    private static final ArgumentGrammar UNKNOWN =
            arguments -> new ScriptArgument.Unknown("runs others' files in a way that is not known here");

    private static final Map<String, ArgumentGrammar> BY_NAME = byName();

    /** The program that loads others on Linux, and runs any it is given: {@code ld-linux-x86-64.so.2}. */
    private static final Pattern LINUX_LOADER = Pattern.compile("ld(64)?(-[a-z0-9_.-]+)?\\.so(\\.[0-9]+)?");

    /** A version at the end, as in {@code python3.11}, makes no other program. */
    private static final Pattern VERSION = Pattern.compile("[-0-9.]+$");

    private Interpreters() {}

    private static Map<String, ArgumentGrammar> byName() {
        Map<String, ArgumentGrammar> grammars = new HashMap<>();
        ArgumentGrammar shell = OptionGrammar.ofLetters("abefhkmnptuvxBCEHPT", "oO", "-c")
                .withWords("--(norc|noprofile|posix|restricted|verbose)");
        ArgumentGrammar python = OptionGrammar.ofLetters("bBdEIOPqRsSuv", "", "-c", "-m");
        ArgumentGrammar node = OptionGrammar.ofLetters("", "", "-e", "-p", "-i", "--eval", "--print", "--interactive")
                .withWords("--(no-warnings|no-deprecation|enable-source-maps|use-strict"
                        + "|trace-(deprecation|exit|gc|sigint|sync-io|tls|uncaught|warnings)"
                        + "|max-old-space-size=[0-9]+|stack-size=[0-9]+|use-openssl-ca|use-system-ca)");
        ArgumentGrammar windowsScript =
                OptionGrammar.windows("//(b|i|s|u|nologo|logo|t:[0-9]+|e:(jscript|vbscript))", "(?!)");
        List.of("bash", "dash", "ksh", "sh", "zsh").forEach(name -> grammars.put(name, shell));
        List.of("python", "pythonw").forEach(name -> grammars.put(name, python));
        List.of("node", "nodejs").forEach(name -> grammars.put(name, node));
        List.of("java", "javaw").forEach(name -> grammars.put(name, JavaGrammar::script));
        List.of("cscript", "wscript").forEach(name -> grammars.put(name, windowsScript));
        grammars.put("perl", OptionGrammar.ofLetters("ltTuUwWX", "", "-e", "-E"));
        grammars.put("ruby", OptionGrammar.ofLetters("alnpvw", "", "-e"));
        grammars.put("php", OptionGrammar.ofLetters("nq", "", "-r", "-a").withFiles("-f", "--file"));
        grammars.put("lua", OptionGrammar.ofLetters("vEW", "", "-e", "-i"));
        grammars.put("tclsh", OptionGrammar.ofLetters("", ""));
        grammars.put("powershell", new PowerShellGrammar(false));
        grammars.put("pwsh", new PowerShellGrammar(true));
        grammars.put("cmd", LoaderGrammars::cmd);
        grammars.put("dotnet", LoaderGrammars::dotnet);
        grammars.put("mshta", LoaderGrammars::mshta);
        grammars.put("msiexec", LoaderGrammars::msiexec);
        grammars.put("regsvr32", LoaderGrammars::regsvr);
        grammars.put("rundll32", LoaderGrammars::rundll);
        List.of(
                        "ash",
                        "awk",
                        "bun",
                        "busybox",
                        "csh",
                        "deno",
                        "expect",
                        "fish",
                        "gawk",
                        "installutil",
                        "mawk",
                        "msbuild",
                        "nawk",
                        "powershell_ise",
                        "py",
                        "pypy",
                        "regasm",
                        "regsvcs",
                        "rscript",
                        "svchost",
                        "tcsh",
                        "wish",
                        "wmic",
                        "wsl")
                .forEach(name -> grammars.put(name, UNKNOWN));
        return Map.copyOf(grammars);
    }

    /**
     * Whether that program is one.
     *
     * @param image its file name
     */
    public static boolean contains(String image) {
        return grammar(image).isPresent();
    }

    /**
     * What that program runs.
     *
     * @param image its file name
     * @param arguments all of them, the first being what it was called by
     */
    public static ScriptArgument script(String image, List<String> arguments) {
        Optional<ArgumentGrammar> grammar = grammar(image);
        if (grammar.isEmpty()) {
            return new ScriptArgument.None();
        }
        return arguments.isEmpty()
                ? new ScriptArgument.Unknown("does not let its arguments be read")
                : grammar.get().script(arguments.subList(1, arguments.size()));
    }

    /**
     * Why that file, found by its arguments, does not stand for all that the program runs; empty where it does.
     *
     * @param image the program's file name
     * @param path the file's real path, whichever way the arguments wrote it
     */
    public static Optional<ScriptArgument.Unknown> refusal(String image, String path) {
        return grammar(image).isPresent() ? LoaderGrammars.refusal(path) : Optional.empty();
    }

    private static Optional<ArgumentGrammar> grammar(String image) {
        String name = image.toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".exe") ? name.substring(0, name.length() - ".exe".length()) : name;
        if (LINUX_LOADER.matcher(plain).matches()) {
            return Optional.of(UNKNOWN);
        }
        ArgumentGrammar exact = BY_NAME.get(plain);
        return Optional.ofNullable(
                exact != null ? exact : BY_NAME.get(VERSION.matcher(plain).replaceFirst("")));
    }
}
