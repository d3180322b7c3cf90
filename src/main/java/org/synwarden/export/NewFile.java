package org.synwarden.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files that are not there yet, each whole or not at all. */
public final class NewFile {
    /** What is to be in it. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void write(OutputStream out) throws IOException;
    }

    private NewFile() {}

    /**
     * Writes a file.
     *
     * @throws FileAlreadyExistsException when it is there already; it is left alone
     * @throws IOException when it cannot be written; then there is none
     */
    public static void write(Path file, Content content) throws IOException {
        OutputStream created = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (OutputStream out = new BufferedOutputStream(created)) {
            content.write(out);
        } catch (IOException e) {
            Files.deleteIfExists(file); // half a file would be taken for a whole one
            throw e;
        }
    }
}
