package org.synwarden.platform.windows.time;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase.FILETIME;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Pages "FILETIME structure": 100 ns since 1601-01-01 UTC; and "GetProcessTimes function". Any thread. */
public final class FileTime {
    private static final long EPOCH = 116_444_736_000_000_000L;
    private static final long UNIT_NANOS = 100;
    private static final long UNITS_A_MILLI = TimeUnit.MILLISECONDS.toNanos(1) / UNIT_NANOS;

    private FileTime() {}

    /** Nanoseconds since 1970; 0 stays 0, because it means unknown on both sides. */
    public static long toEpochNanos(long fileTime) {
        return fileTime == 0 ? 0 : (fileTime - EPOCH) * UNIT_NANOS;
    }

    /** Whole milliseconds since 1970, as {@link ProcessHandle} tells the start of a process. */
    public static long toEpochMillis(long fileTime) {
        return fileTime / UNITS_A_MILLI - EPOCH / UNITS_A_MILLI;
    }

    /** The FILETIME of so many milliseconds since 1970. */
    public static long ofEpochMillis(long millis) {
        return millis * UNITS_A_MILLI + EPOCH;
    }

    /**
     * When that process was created; empty when Windows does not say.
     *
     * @param process opened with PROCESS_QUERY_LIMITED_INFORMATION at least
     */
    public static OptionalLong creationOf(HANDLE process) {
        FILETIME creation = new FILETIME();
        FILETIME ignored = new FILETIME();
        return Kernel32.INSTANCE.GetProcessTimes(process, creation, ignored, ignored, ignored)
                ? OptionalLong.of((long) creation.dwHighDateTime << 32 | Integer.toUnsignedLong(creation.dwLowDateTime))
                : OptionalLong.empty();
    }
}
