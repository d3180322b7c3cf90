package org.synwarden.platform.windows.process;

import java.util.Locale;

/** Paths as Windows compares them, as text: this runs on any system, where {@code java.nio.file.Path} would not do. */
final class WindowsPath {
    private WindowsPath() {}

    /** What stands after the last separator. */
    static String fileName(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    /** Whether both name the same file, upper and lower case being one. */
    static boolean same(String path, String other) {
        return path.equalsIgnoreCase(other);
    }

    /** Whether the file is in that folder or below it. */
    static boolean isUnder(String path, String folder) {
        return path.toLowerCase(Locale.ROOT).startsWith(folder.toLowerCase(Locale.ROOT) + "\\");
    }
}
