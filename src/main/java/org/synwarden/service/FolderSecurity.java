package org.synwarden.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a system knows and can do about who may use a file or folder. One thread. */
interface FolderSecurity {
    /** What stands under that name; empty where nothing does. */
    Optional<FolderFacts> look(Path path) throws IOException;

    /**
     * Makes a folder for administrators only, so from its first moment on.
     *
     * @throws java.nio.file.FileAlreadyExistsException where something is there
     */
    void make(Path folder) throws IOException;

    /** Takes the rights of all others away. */
    void tighten(Path folder) throws IOException;

    /** Renames it where it is; on Windows that fails where a file in it is in use. */
    default void rename(Path path, Path fresh) throws IOException {
        Files.move(path, fresh);
    }

    /** Makes a folder that somebody else owns the administrators'. */
    void takeOver(Path folder) throws IOException;
}
