package org.synwarden.process;

import java.io.IOException;

/**
 * The script, jar or library that a process runs, open for reading.
 *
 * @param path its full path, links resolved
 * @param file its content
 */
public record ScriptFile(String path, ImageFile file) implements AutoCloseable {
    /** Larger ones are not read. */
    public static final long LARGEST = 256L << 20;

    @Override
    public void close() throws IOException {
        file.close();
    }
}
