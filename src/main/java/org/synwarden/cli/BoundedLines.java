package org.synwarden.cli;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines of a text, of which one that is too long costs no memory: it is cut one character beyond the bound. */
final class BoundedLines {
    private final Reader reader;
    private final int bound;

    /**
     * The lines that the reader reads; it should have a buffer.
     *
     * @param bound how many characters a line may have
     */
    BoundedLines(Reader reader, int bound) {
        this.reader = reader;
        this.bound = bound;
    }

    /** The next line without its end; empty at the end of the text. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n') {
            if (c != '\r' && line.length() <= bound) {
                line.append((char) c);
            }
            c = reader.read();
        }
        return Optional.of(line.toString());
    }
}
