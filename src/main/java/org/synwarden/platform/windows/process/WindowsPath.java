package org.synwarden.platform.windows.process;

import java.util.Locale;
import java.util.regex.Pattern;

/** Paths as Windows compares them, as text: this runs on any system, where {@code java.nio.file.Path} would not do. */
final class WindowsPath {
    private static final String SHARE_OF_ANY_LENGTH = "\\\\?\\UNC\\";

    /** As many characters a path may not have without such a prefix. */
    private static final int MAX_PATH = 260;

    /** {@code \\?\} lifts the limit of 260 characters, {@code \??\} is the kernel's own way of writing it. */
    private static final Pattern OF_ANY_LENGTH = Pattern.compile("^\\\\(\\\\|\\?)\\?\\\\(?=[A-Za-z]:\\\\)");

    private WindowsPath() {}

    /** What stands after the last separator. */
    static String fileName(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    /** Whether both name the same file, upper and lower case being one, and with whatever prefix for long paths. */
    static boolean same(String path, String other) {
        return plain(path).equalsIgnoreCase(plain(other));
    }

    /** Whether the file is in that folder or below it. */
    static boolean isUnder(String path, String folder) {
        return plain(path).toLowerCase(Locale.ROOT).startsWith(folder.toLowerCase(Locale.ROOT) + "\\");
    }

    /** Whether a name in it may be an 8.3 one. Asked of paths on drives only: of a share, another PC would be asked. */
    static boolean mayHaveShortNames(String path) {
        return path.contains("~") && plain(path).matches("[A-Za-z]:\\\\.*");
    }

    /** The path so that the system's functions open it however long it is; what is neither on a drive nor a share stays. */
    static String ofAnyLength(String path) {
        if (path.length() < MAX_PATH) {
            return path;
        }
        if (path.matches("[A-Za-z]:\\\\.*")) {
            return "\\\\?\\" + path;
        }
        boolean share = path.startsWith("\\\\") && !path.startsWith("\\\\?\\");
        return share ? SHARE_OF_ANY_LENGTH + path.substring(2) : path;
    }

    private static String plain(String path) {
        return path.regionMatches(true, 0, SHARE_OF_ANY_LENGTH, 0, SHARE_OF_ANY_LENGTH.length())
                ? "\\\\" + path.substring(SHARE_OF_ANY_LENGTH.length())
                : OF_ANY_LENGTH.matcher(path).replaceFirst("");
    }
}
