package org.synwarden.service;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.synwarden.installation.InstallationException;
import org.synwarden.watchdog.LiveSettings;
import org.synwarden.watchdog.SettingsException;

/**
 * Puts settings into the data folder before the service first reads them there, as an installation is asked to; what speaks
 * against that ends the installation in one line, which the {@link InstallationLog} has, too. One thread.
 */
final class SettingsAtInstallation {
    private final Path data;
    private final FolderSecurity security;
    private final LiveSettings settings;

    SettingsAtInstallation(Path data, FolderSecurity security, LiveSettings settings) {
        this.data = data;
        this.security = security;
        this.settings = settings;
    }

    /**
     * Makes the data folder safe; the settings stay as they are where neither is given.
     *
     * @param from the path of a file that takes the place of the settings; blank to keep them
     * @param natCapacity how much the router's table holds; blank to leave that as it is
     * @throws InstallationException when the folder is not safe, or the settings would not be right
     */
    void put(String from, String natCapacity) throws InstallationException {
        Hardening.secureAtInstallation(data, security);
        if (from.isBlank() && natCapacity.isBlank()) {
            return;
        }
        try {
            settings.install(path(from), number(natCapacity));
        } catch (SettingsException | IOException e) {
            throw failed(words(from, e), e);
        }
    }

    private Optional<Path> path(String from) throws InstallationException {
        try {
            return from.isBlank() ? Optional.empty() : Optional.of(Path.of(from));
        } catch (InvalidPathException e) {
            throw failed(from + " is no path of a file", e);
        }
    }

    private Optional<Integer> number(String natCapacity) throws InstallationException {
        try {
            return natCapacity.isBlank() ? Optional.empty() : Optional.of(Integer.valueOf(natCapacity.strip()));
        } catch (NumberFormatException e) {
            throw failed("the capacity of the router's table is a number, such as 4096, and not " + natCapacity, e);
        }
    }

    private static String words(String from, Exception e) {
        if (e instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be used: do this as administrator (root)";
        }
        return (from.isBlank() ? "the settings" : from) + ": " + e.getMessage();
    }

    private InstallationException failed(String why, Exception cause) {
        new InstallationLog(data).failed(why);
        return new InstallationException(why, cause);
    }
}
