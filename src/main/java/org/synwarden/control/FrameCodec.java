package org.synwarden.control;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * One message on the wire: its length in bytes as four bytes, most significant first, then that many bytes of UTF-8. A
 * frame holds 1 to {@value #MAX_BYTES} bytes. Memory grows with what has arrived, never with what a length announces.
 */
final class FrameCodec {
    /** The largest frame. */
    static final int MAX_BYTES = 1 << 20;

    /** The largest frame that a client may send: a request with the longest image path, every character escaped. */
    static final int MAX_REQUEST_BYTES = 1 << 18;

    private static final int HEADER = Integer.BYTES;
    private static final int FIRST_PIECE = 8 << 10;

    private FrameCodec() {}

    /** The frame that carries the text. */
    static byte[] encode(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length == 0 || payload.length > MAX_BYTES) {
            throw new IllegalArgumentException("a frame holds 1 to " + MAX_BYTES + " bytes, not " + payload.length);
        }
        return ByteBuffer.allocate(HEADER + payload.length)
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    /**
     * Waits for the next frame.
     *
     * @param maxBytes the largest that is accepted from this side
     * @return its text, or empty when the other side has ended the stream between two frames
     * @throws MalformedFrameException when the bytes are no frame; nothing after them can be understood
     * @throws IOException when the connection broke
     */
    static Optional<String> read(Transport.Connection from, int maxBytes) throws IOException {
        byte[] header = new byte[HEADER];
        int got = fill(from, header, 0);
        if (got == 0) {
            return Optional.empty();
        }
        requireWhole(got, HEADER);
        int length = ByteBuffer.wrap(header).getInt();
        if (length < 1 || length > maxBytes) {
            throw new MalformedFrameException(
                    "a frame here holds 1 to " + maxBytes + " bytes, not " + Integer.toUnsignedString(length));
        }
        return Optional.of(text(payload(from, length)));
    }

    private static byte[] payload(Transport.Connection from, int length) throws IOException {
        byte[] payload = new byte[Math.min(length, FIRST_PIECE)];
        int got = fill(from, payload, 0);
        while (got == payload.length && got < length) {
            payload = Arrays.copyOf(payload, Math.min(length, payload.length * 2));
            got = fill(from, payload, got);
        }
        requireWhole(got, length);
        return payload;
    }

    private static int fill(Transport.Connection from, byte[] buffer, int offset) throws IOException {
        int filled = offset;
        while (filled < buffer.length) {
            int got = from.read(buffer, filled, buffer.length - filled);
            if (got < 0) {
                break;
            }
            filled += got;
        }
        return filled;
    }

    private static void requireWhole(int got, int length) throws EOFException {
        if (got < length) {
            throw new EOFException("the connection ended inside a frame");
        }
    }

    private static String text(byte[] payload) throws MalformedFrameException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedFrameException("a frame holds UTF-8");
        }
    }
}
