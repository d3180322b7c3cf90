package org.synwarden.platform.linux.tracefs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches what {@code /proc} says of one thread (proc_pid_status(5), proc_pid_ns(5)); empty where it is gone. Threads
 * that do not lead a process are not listed there, but can be opened. Any thread.
 */
final class ProcThreads {
    private static final Pattern PROCESS = Pattern.compile("(?m)^Tgid:\\s*(\\d{1,9})$");

    private final Path proc;

    /** Reads below the directory where procfs is mounted. */
    ProcThreads(Path proc) {
        this.proc = proc;
    }

    /** The process that the thread belongs to. */
    OptionalInt processOf(int thread) {
        try {
            byte[] status = Files.readAllBytes(directory(thread).resolve("status"));
            Matcher process = PROCESS.matcher(new String(status, StandardCharsets.UTF_8));
            return process.find() ? OptionalInt.of(Integer.parseInt(process.group(1))) : OptionalInt.empty();
        } catch (IOException gone) {
            return OptionalInt.empty();
        }
    }

    /** The network namespace that the thread is in, as the kernel names it. */
    Optional<String> networkOf(int thread) {
        return link(directory(thread).resolve("ns/net"));
    }

    /** The network namespace of the calling thread. */
    Optional<String> ownNetwork() {
        return link(proc.resolve("thread-self/ns/net"));
    }

    private Path directory(int thread) {
        return proc.resolve(Integer.toString(thread));
    }

    private static Optional<String> link(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
