package org.synwarden.service;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where SynWarden keeps what a user has chosen: {@code %AppData%\SynWarden}; on Linux {@code $XDG_CONFIG_HOME/synwarden} (XDG
 * Base Directory Specification).
 */
final class UserFolder {
    private UserFolder() {}

    static Path ofWindows() {
        return Optional.ofNullable(System.getenv("APPDATA"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), "AppData", "Roaming"))
                .resolve("SynWarden");
    }

    /** Where what ends with a log-on lies: {@code $XDG_RUNTIME_DIR}, of this user and this computer alone. */
    static Path runtimeOfLinux() {
        return Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "synwarden"))
                .orElseGet(UserFolder::ofLinux);
    }

    static Path ofLinux() {
        return Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .filter(home -> home.startsWith("/"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".config"))
                .resolve("synwarden");
    }
}
