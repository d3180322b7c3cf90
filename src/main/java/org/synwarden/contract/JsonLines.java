package org.synwarden.contract;

import java.io.IOException;
import java.io.Writer;

/**
 * A stream of contract objects, one JSON line each; the first carries {@code schema}. Every line is flushed, so that
 * whoever reads along has it at once. One thread; the caller closes the writer.
 */
public final class JsonLines {
    private final Writer out;
    private boolean begun;

    /**
     * A stream that begins now.
     *
     * @param out where the lines go, in UTF-8
     */
    public JsonLines(Writer out) {
        this.out = out;
    }

    /** Writes the object's line. */
    public void write(ContractObject object) throws IOException {
        String line = begun ? JsonCodec.write(object) : JsonCodec.writeFirst(object);
        begun = true;
        out.write(line + "\n");
        out.flush();
    }
}
