package org.synwarden.process;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The file that a process runs, open for reading.
 *
 * @param version which file it is and in which state
 * @param content its bytes, from the first on
 */
public record ImageFile(Version version, ReadableByteChannel content) implements AutoCloseable {
    /**
     * What tells whether a file is still the one whose content is known.
     *
     * @param file its path, and its number in the file system where there is one
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
