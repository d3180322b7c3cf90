package org.synwarden.platform.linux.tracefs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The kernel's own memory of which thread belonged to which process, {@code saved_tgids}: what is left of a thread that
 * is gone. The whole file must be read for one answer, and the kernel walks through all possible threads for it (1 ms
 * where there may be 32,768), so asking may take 50 ms at once, and in the long run a twentieth of the time. One thread.
 */
final class SavedProcesses {
    private static final long MOST_AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long TIME_PER_COST = 20;

    private final Path file;
    private final LongSupplier clock;
    private long allowance = MOST_AT_ONCE_NANOS;
    private long countedAt;

    /**
     * The memory in that file.
     *
     * @param clock nanoseconds, monotonic
     */
    SavedProcesses(Path file, LongSupplier clock) {
        this.file = file;
        this.clock = clock;
        this.countedAt = clock.getAsLong();
    }

    /** The process that the thread belonged to; empty where the kernel does not say or has been asked too much. */
    OptionalInt processOf(int thread) {
        long began = clock.getAsLong();
        allowance = Math.min(MOST_AT_ONCE_NANOS, allowance + (began - countedAt) / TIME_PER_COST);
        countedAt = began;
        if (allowance <= 0) {
            return OptionalInt.empty();
        }
        OptionalInt process = ask(thread);
        allowance -= clock.getAsLong() - began;
        return process;
    }

    private OptionalInt ask(int thread) {
        String wanted = thread + " ";
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(wanted)) {
                    return OptionalInt.of(Integer.parseInt(line.substring(wanted.length())));
                }
            }
            return OptionalInt.empty();
        } catch (IOException | NumberFormatException notSaid) {
            return OptionalInt.empty();
        }
    }
}
