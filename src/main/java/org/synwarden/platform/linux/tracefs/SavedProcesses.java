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
 * is gone. The whole file must be read for one answer, and the kernel walks through all possible threads for it, so it
 * is asked at most once a second. One thread.
 */
final class SavedProcesses {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final LongSupplier clock;
    private long askedAt = Long.MIN_VALUE;

    /**
     * The memory in that file.
     *
     * @param clock nanoseconds, monotonic
     */
    SavedProcesses(Path file, LongSupplier clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The process that the thread belonged to; empty where the kernel does not say or was asked just now. */
    OptionalInt processOf(int thread) {
        long now = clock.getAsLong();
        if (askedAt != Long.MIN_VALUE && now - askedAt < PAUSE_NANOS) {
            return OptionalInt.empty();
        }
        askedAt = now;
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
