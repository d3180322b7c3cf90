package org.synwarden.platform.windows.process;

/** Page "FILETIME structure": 100 ns since 1601-01-01 UTC. */
final class FileTime {
    private static final long EPOCH = 116_444_736_000_000_000L;
    private static final long UNIT_NANOS = 100;

    private FileTime() {}

    /** Nanoseconds since 1970; 0 stays 0, because it means unknown on both sides. */
    static long toEpochNanos(long fileTime) {
        return fileTime == 0 ? 0 : (fileTime - EPOCH) * UNIT_NANOS;
    }
}
