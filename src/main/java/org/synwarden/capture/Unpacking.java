package org.synwarden.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Captures are often kept in gzip (RFC 1952), in one member or several; known by its magic number, not by a name. */
final class Unpacking {
    private static final int FIRST_MAGIC = 0x1F;
    private static final int SECOND_MAGIC = 0x8B;
    private static final int INFLATER_BUFFER = 1 << 16;

    private Unpacking() {}

    /** The stream without its gzip wrapping, if it has one; a stream that cannot be begun is closed. */
    static InputStream of(InputStream stream) throws IOException {
        PushbackInputStream begin = new PushbackInputStream(stream, 2);
        try {
            byte[] magic = begin.readNBytes(2);
            begin.unread(magic);
            boolean packed = magic.length == 2 && (magic[0] & 0xFF) == FIRST_MAGIC && (magic[1] & 0xFF) == SECOND_MAGIC;
            return packed ? new GZIPInputStream(new NeverQuiet(begin), INFLATER_BUFFER) : begin;
        } catch (IOException e) {
            begin.close();
            throw e;
        }
    }

    /** Says that more may come, or {@link GZIPInputStream} takes a slow pipe for the end between two members. */
    private static final class NeverQuiet extends FilterInputStream {
        NeverQuiet(InputStream stream) {
            super(stream);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
