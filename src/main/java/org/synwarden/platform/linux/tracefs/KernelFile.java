package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads and writes the small files by which the kernel is told what to do. Several of them answer only the first read,
 * or are written anew for each, so they are read in one large step ({@code Files.readString} begins with one byte).
 */
final class KernelFile {
    private static final int STEP = 65_536;

    private KernelFile() {}

    /** The whole text. */
    static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] text = new byte[STEP];
            int length = 0;
            int count;
            while (length < STEP && (count = in.read(text, length, STEP - length)) > 0) {
                length += count;
            }
            return new String(text, 0, length, StandardCharsets.UTF_8);
        }
    }

    /** Writes the text into a file that is there; what the kernel refuses is an error. */
    static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
    }
}
