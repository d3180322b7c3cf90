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

    static Path ofLinux() {
        return Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .filter(home -> home.startsWith("/"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".config"))
                .resolve("synwarden");
    }
}
