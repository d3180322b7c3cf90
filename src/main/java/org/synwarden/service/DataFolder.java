package org.synwarden.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this system keeps SynWarden's data: {@code %ProgramData%\SynWarden}; on Linux {@code /var/lib/synwarden}, of users
 * other than root {@code $XDG_DATA_HOME/synwarden} (XDG Base Directory Specification).
 */
final class DataFolder {
    private static final int WRITABLE_BY_OTHERS = 0022;

    private DataFolder() {}

    static Path ofWindows() {
        return Path.of(Optional.ofNullable(System.getenv("ProgramData")).orElse("C:\\ProgramData"), "SynWarden");
    }

    static Path ofLinux() throws IOException {
        if (ownUid() == 0) {
            return Path.of("/var/lib/synwarden");
        }
        return Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
                .filter(home -> home.startsWith("/"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".local", "share"))
                .resolve("synwarden");
    }

    /** Whether only root or this process's own user can have written it; false when that cannot be found out. */
    static boolean isOurs(Path file) {
        try {
            int owner = (Integer) Files.getAttribute(file, "unix:uid");
            int mode = (Integer) Files.getAttribute(file, "unix:mode");
            return (owner == 0 || owner == ownUid()) && (mode & WRITABLE_BY_OTHERS) == 0;
        } catch (IOException unknown) {
            return false;
        }
    }

    static int ownUid() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }
}
