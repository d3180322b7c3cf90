package org.synwarden.process;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The file that a process runs, open for reading.
 *
 * @param version which file it is and in which state
 * @param content its bytes, from the first on
 * @param signature its signature, where the system knows such
 */
public record ImageFile(Version version, ReadableByteChannel content, Signature signature) implements AutoCloseable {
    /** A file of which the system knows no signature. */
    public ImageFile(Version version, ReadableByteChannel content) {
        this(version, content, Optional::empty);
    }

    /** Asks the system who signed that file, the one that is open here. */
    @FunctionalInterface
    public interface Signature {
        /**
         * Who signed it, when the system finds the signature valid. Reads the whole file, after its content has been read
         * and before it is closed: not for hot paths.
         */
        Optional<String> signer();
    }

    /**
     * What tells whether a file is still the one whose content is known.
     *
     * @param file its number in the file system; its path where there is no such number
     * @param size in bytes
     * @param changed when it last changed, in the file system's own unit; of the times there are the one that is
     *     hardest to set back
     */
    public record Version(String file, long size, long changed) {}

    /**
     * Opens the file at that path.
     *
     * @throws IOException when it cannot be read
     */
    public static ImageFile open(Path path) throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        Version version = new Version(
                path + " " + now.fileKey(), now.size(), now.lastModifiedTime().toMillis());
        return new ImageFile(version, Files.newByteChannel(path));
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
