package org.synwarden.detect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Programs that run other programs' files: to approve them would approve everything they ever run. */
public final class Interpreters {
    private static final Set<String> NAMES = Set.of(
            "bash",
            "busybox",
            "cmd",
            "cscript",
            "csh",
            "dash",
            "dotnet",
            "fish",
            "installutil",
            "java",
            "javaw",
            "ksh",
            "lua",
            "msbuild",
            "mshta",
            "msiexec",
            "node",
            "nodejs",
            "perl",
            "php",
            "powershell",
            "powershell_ise",
            "pwsh",
            "py",
            "python",
            "pythonw",
            "regasm",
            "regsvcs",
            "regsvr32",
            "ruby",
            "rundll32",
            "rscript",
            "sh",
            "svchost",
            "tclsh",
            "wmic",
            "wscript",
            "wsl",
            "zsh");

    /** A version at the end, as in {@code python3.11}, makes no other program. */
    private static final Pattern VERSION = Pattern.compile("[-0-9.]+$");

    private Interpreters() {}

    /** Whether that image is one, by its name. */
    public static boolean contains(Image image) {
        String name = image.name().toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".exe") ? name.substring(0, name.length() - ".exe".length()) : name;
        return NAMES.contains(plain) || NAMES.contains(VERSION.matcher(plain).replaceFirst(""));
    }
}
