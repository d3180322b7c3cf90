package org.synwarden.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A stream seen through one reused buffer: a file of any size, gzip or a pipe. The buffer has 128 KiB, which a
 * processor's cache holds, and grows to 1 MiB when a record needs it. Offsets count from the start of the current record;
 * what was shown of a record stays in place until more bytes are asked for.
 */
final class CaptureInput {
    /** The longest record that can be asked for at once. */
    static final int CAPACITY = 1 << 20;

    private static final int USUAL = 1 << 17;

    private final InputStream stream;
    private byte[] bytes = new byte[USUAL];
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private int position;
    private int limit;
    private long passed;

    CaptureInput(InputStream stream) {
        this.stream = stream;
    }

    /** Whether that many bytes of the record are there; waits for them. */
    boolean has(int count) throws DamageException {
        return limit - position >= count || fetch(count);
    }

    private boolean fetch(int count) throws DamageException {
        if (position + count > bytes.length) {
            makeRoom(count);
        }
        while (limit - position < count) {
            int read = fill();
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    /** Moves what is left to the start of the buffer, which grows if that many bytes do not fit it. */
    private void makeRoom(int count) {
        byte[] roomy = count > bytes.length ? new byte[CAPACITY] : bytes;
        System.arraycopy(bytes, position, roomy, 0, limit - position);
        limit -= position;
        position = 0;
        if (roomy != bytes) {
            bytes = roomy;
            view = ByteBuffer.wrap(roomy).order(view.order());
        }
    }

    private int fill() throws DamageException {
        try {
            return stream.read(bytes, limit, bytes.length - limit);
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new DamageException(passed, "the bytes cannot be read on (" + why + ")", e);
        }
    }

    /** Waits for that many bytes of the record; it is damage when the capture ends before them. */
    void need(int count, String record) throws DamageException {
        if (!has(count)) {
            throw damage("the capture ends inside " + record);
        }
    }

    /** Goes on to the next record, that many bytes further; they may be more than the buffer holds. */
    void pass(long count) throws DamageException {
        if (count <= limit - position) {
            position += (int) count;
            passed += count;
        } else {
            passOverEnd(count);
        }
    }

    private void passOverEnd(long count) throws DamageException {
        long begin = passed;
        long left = count;
        while (left > 0) {
            if (!has(1)) {
                throw new DamageException(begin, "a block of " + count + " bytes runs past the end", null);
            }
            int step = (int) Math.min(left, limit - position);
            position += step;
            passed += step;
            left -= step;
        }
    }

    void order(ByteOrder order) {
        view.order(order);
    }

    int u8(int offset) {
        return bytes[position + offset] & 0xFF;
    }

    int u16(int offset) {
        return view.getShort(position + offset) & 0xFFFF;
    }

    int i32(int offset) {
        return view.getInt(position + offset);
    }

    long u32(int offset) {
        return i32(offset) & 0xFFFFFFFFL;
    }

    long i64(int offset) {
        return view.getLong(position + offset);
    }

    /** Lets the frame show bytes of this record. */
    void show(Frame frame, int offset, int capturedLength, long originalLength) {
        frame.show(bytes, position + offset, capturedLength, originalLength);
    }

    /** Damage in the current record. */
    DamageException damage(String reason) {
        return new DamageException(passed, reason, null);
    }
}
