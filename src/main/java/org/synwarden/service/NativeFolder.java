package org.synwarden.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the SQLite driver unpacks its native library: not into the temporary folder, where everybody can write, but into
 * {@value #NAME} in the data folder, which only administrators (root) or this user can. An installation that has the library
 * unpacked already ({@code org.sqlite.lib.path}), or names another folder, keeps that.
 *
 * @see <a href="https://github.com/xerial/sqlite-jdbc/blob/master/USAGE.md">sqlite-jdbc, "Configuration"</a>
 */
final class NativeFolder {
    static final String NAME = "native";
    static final String PROPERTY = "org.sqlite.tmpdir";

    private static final Logger LOG = LoggerFactory.getLogger(NativeFolder.class);
    private static final String UNPACKED = "org.sqlite.lib.path";

    private NativeFolder() {}

    /**
     * Makes it and names it to the driver, which must not be loaded yet. Where it cannot be made the driver is led there all
     * the same, and the history is told as not written.
     */
    static void use(Path data) {
        if (isChosen()) {
            return;
        }
        Path folder = data.resolve(NAME).toAbsolutePath();
        try {
            Files.createDirectories(data);
            if (!Files.isDirectory(folder)) {
                make(folder);
            }
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be made: {}", folder, e.getMessage());
        }
        System.setProperty(PROPERTY, folder.toString());
    }

    /** The same for a command, which may be root's: a new folder that nobody else can use and that goes with this process. */
    static void useFresh() {
        if (isChosen()) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("synwarden");
            folder.toFile().deleteOnExit();
            System.setProperty(PROPERTY, folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("there is no room for a folder of our own in the temporary folder", e);
        }
    }

    private static boolean isChosen() {
        return System.getProperty(UNPACKED) != null || System.getProperty(PROPERTY) != null;
    }

    private static void make(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createDirectory(folder, PosixFolderSecurity.ownerOnly());
        } else {
            Files.createDirectory(folder); // with the rights of the data folder
        }
    }
}
