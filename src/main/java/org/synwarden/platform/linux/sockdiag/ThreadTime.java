package org.synwarden.platform.linux.sockdiag;

import com.sun.jna.Memory;
import java.util.function.LongSupplier;
import org.synwarden.platform.linux.bindings.LibC;

/** The processor time that the calling thread has used, in nanoseconds (clock_gettime(2)). One thread at a time. */
final class ThreadTime implements LongSupplier {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final LibC libc;
    private final Memory timespec = new Memory(2L * Long.BYTES);

    ThreadTime(LibC libc) {
        this.libc = libc;
    }

    @Override
    public long getAsLong() {
        libc.clock_gettime(LibC.CLOCK_THREAD_CPUTIME_ID, timespec);
        return timespec.getLong(0) * NANOS_PER_SECOND + timespec.getLong(Long.BYTES);
    }
}
