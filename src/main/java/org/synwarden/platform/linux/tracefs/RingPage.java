package org.synwarden.platform.linux.tracefs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Takes a page of {@code trace_pipe_raw} apart into records (Documentation/trace/ring-buffer-design.rst and
 * {@code events/header_event}). Each event begins with 32 bits: 5 for its type or length in words, 27 for the time since
 * the event before. A page that does not hold what it says is read as far as it makes sense. Pure; no state.
 */
final class RingPage {
    private static final int PADDING = 29;
    private static final int TIME_EXTEND = 30;
    private static final int TIME_STAMP = 31;
    private static final int TYPE_BITS = 5;
    private static final int DELTA_BITS = 27;

    /** The flags above the length in the commit word: events before this page were lost, and how many is stored. */
    private static final int COMMIT_MASK = 0x0FFF_FFFF;

    /** The bits of an absolute stamp; the bits above are those of the stamp before. */
    private static final long STAMP_MASK = (1L << 59) - 1;

    /** Receives records. */
    interface Records {
        /**
         * One record.
         *
         * @param at the trace clock, in its own units (nanoseconds for {@code mono})
         * @param event the record's bytes, valid during the call only
         */
        void event(long at, ByteBuffer event);
    }

    private RingPage() {}

    /**
     * Reads one page.
     *
     * @param page from its position 0, in the kernel's byte order
     * @param layout how it is laid out
     * @param records receives what is in it, in the order of writing
     */
    static void read(ByteBuffer page, PageLayout layout, Records records) {
        if (page.limit() < layout.dataOffset()) {
            return;
        }
        long at = page.getLong(0);
        int end = layout.dataOffset() + Math.min(commit(page, layout), page.limit() - layout.dataOffset());
        int next = layout.dataOffset();
        while (end - next >= 2 * Integer.BYTES) {
            int header = page.getInt(next);
            int type = type(page, header);
            long delta = delta(page, header);
            int word = page.getInt(next + Integer.BYTES);
            int length = length(type, delta, word);
            if (length <= 0 || length > end - next) {
                return;
            }
            if (type == TIME_EXTEND) {
                at += extended(word, delta);
            } else if (type == TIME_STAMP) {
                at = at & ~STAMP_MASK | extended(word, delta);
            } else if (type != PADDING) {
                at += delta;
                int skip = type == 0 ? 2 * Integer.BYTES : Integer.BYTES;
                records.event(at, page.slice(next + skip, length - skip).order(page.order()));
            }
            next += length;
        }
    }

    private static int commit(ByteBuffer page, PageLayout layout) {
        long word = layout.commitSize() == Long.BYTES
                ? page.getLong(layout.commitOffset())
                : page.getInt(layout.commitOffset());
        return (int) word & COMMIT_MASK;
    }

    /** The bytes of the whole event, its header with it; not positive where the page ends early. */
    private static int length(int type, long delta, int word) {
        return switch (type) {
            case 0 -> word < Integer.BYTES ? 0 : Integer.BYTES + word;
            case PADDING -> delta == 0 ? 0 : Integer.BYTES + word;
            case TIME_EXTEND, TIME_STAMP -> 2 * Integer.BYTES;
            default -> Integer.BYTES + type * Integer.BYTES;
        };
    }

    private static long extended(int word, long delta) {
        return Integer.toUnsignedLong(word) << DELTA_BITS | delta;
    }

    /** Bit fields begin at the low end where the low byte comes first, and at the high end elsewhere. */
    private static int type(ByteBuffer page, int header) {
        return lowFirst(page) ? header & (1 << TYPE_BITS) - 1 : header >>> DELTA_BITS;
    }

    private static long delta(ByteBuffer page, int header) {
        return lowFirst(page) ? header >>> TYPE_BITS : header & (1 << DELTA_BITS) - 1;
    }

    private static boolean lowFirst(ByteBuffer page) {
        return page.order() == ByteOrder.LITTLE_ENDIAN;
    }
}
