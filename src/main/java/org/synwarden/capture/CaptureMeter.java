package org.synwarden.capture;

import java.util.concurrent.atomic.AtomicLong;

/** How far the reading of one capture has come. Its one reader writes it, any thread may look. */
public final class CaptureMeter {
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong frames = new AtomicLong();

    /** Bytes taken from the file so far, as they lie there: packed ones where it is packed. */
    public long bytes() {
        return bytes.get();
    }

    /** Frames read so far. */
    public long frames() {
        return frames.get();
    }

    void read(int count) {
        bytes.lazySet(bytes.get() + Math.max(0, count));
    }

    void frame() {
        frames.lazySet(frames.get() + 1);
    }
}
