package org.synwarden.platform.linux.tracefs;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Knows whose thread it was. A thread must be looked at while it lives, so it is looked at as soon as its record is
 * read; what was seen is believed for a second, and for a minute of a thread that is gone. Bounds: 4,096 threads and
 * 4,096 programs, the ones unused for longest make room. One thread.
 */
final class Callers {
    private static final int THREADS = 4_096;
    private static final int PROGRAMS = 4_096;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MEMORY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private record Look(Caller caller, long at) {}

    private final ProcThreads threads;
    private final SavedProcesses saved;
    private final ProcessCatalog catalog;
    private final LongSupplier clock;
    private final Optional<String> ours;
    private final Map<Integer, Look> looks = new LeastRecentMap<>(THREADS);
    private long lookCount;
    private final Map<Integer, String> programs = new LeastRecentMap<>(PROGRAMS);

    /**
     * Callers as seen from the calling thread's network namespace.
     *
     * @param clock nanoseconds, monotonic
     */
    Callers(ProcThreads threads, SavedProcesses saved, ProcessCatalog catalog, LongSupplier clock) {
        this.threads = threads;
        this.saved = saved;
        this.catalog = catalog;
        this.clock = clock;
        this.ours = threads.ownNetwork();
    }

    /** Looks at a thread that matters to nobody, so that the first that does is not gone before all code is loaded. */
    void warmUp(int thread) {
        look(thread);
        looks.remove(thread);
    }

    /** Notes which program a process has become; what was seen of it before is no longer so. */
    void executed(int process, String file) {
        looks.remove(process);
        programs.put(process, file);
    }

    /** Whose thread it is, or was. */
    Caller look(int thread) {
        long now = clock.getAsLong();
        Look last = looks.get(thread);
        if (last != null && now - last.at < FRESH_NANOS) {
            return last.caller;
        }
        OptionalInt process = threads.processOf(thread);
        if (process.isEmpty() && last != null && now - last.at < MEMORY_NANOS) {
            return last.caller;
        }
        lookCount++;
        Caller caller = process.isPresent() ? alive(thread, process.getAsInt()) : gone(thread);
        looks.put(thread, new Look(caller, now));
        return caller;
    }

    /** How many times a thread had to be looked at so far. */
    long looks() {
        return lookCount;
    }

    private Caller alive(int thread, int process) {
        return caller(process, network(thread));
    }

    /** A thread may be gone while its process goes on. A process that executed a program has its thread's number. */
    private Caller gone(int thread) {
        int process =
                programs.containsKey(thread) ? thread : saved.processOf(thread).orElse(thread);
        return caller(process, network(process));
    }

    private Caller caller(int process, Caller.Network network) {
        ProcessKey key = catalog.find(process).orElse(new ProcessKey(process, 0));
        Optional<ProcessInstance> description = key.isIdentified() ? catalog.describe(key) : Optional.empty();
        return new Caller(key, description.or(() -> executedBy(key)), network);
    }

    private Caller.Network network(int thread) {
        return threads.networkOf(thread)
                .map(network -> ours.equals(Optional.of(network)) ? Caller.Network.OURS : Caller.Network.ANOTHER)
                .orElse(Caller.Network.UNKNOWN);
    }

    /**
     * Only an absolute path can be told where the process is not there to say what it was relative to. Names are
     * arbitrary bytes, so they are not taken for paths of this system.
     */
    private Optional<ProcessInstance> executedBy(ProcessKey key) {
        return Optional.ofNullable(programs.get(key.pid())).map(file -> {
            Optional<String> path = file.startsWith("/") ? Optional.of(file) : Optional.empty();
            String name = file.substring(file.lastIndexOf('/') + 1);
            return ProcessInstance.ofImage(key, name, path);
        });
    }
}
