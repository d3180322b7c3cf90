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
 * Knows whose thread it was. A thread is best looked at while it lives, so it is looked at as soon as its record is read;
 * what was seen is believed for a second, and for a minute of a thread that is gone. One that was gone already is known by
 * its origin, or by the kernel's own memory. Bounds: 4,096 threads and 4,096 programs, the ones unused for longest make
 * room. One thread.
 */
final class Callers {
    private static final int THREADS = 4_096;
    private static final int PROGRAMS = 4_096;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MEMORY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private record Look(Caller caller, long at) {}

    private final ProcThreads threads;
    private final ThreadOrigins origins;
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
        this.origins = new ThreadOrigins(threads);
        this.saved = saved;
        this.catalog = catalog;
        this.clock = clock;
        this.ours = threads.ownNetwork();
    }

    /** Looks at a thread that matters to nobody, so that the first that does is not gone before all code is loaded. */
    void warmUp(int thread) {
        look(thread);
        gone(thread);
        looks.remove(thread);
    }

    /** Notes which program a process has become; what was seen of it before is no longer so. */
    void executed(int process, String file) {
        looks.remove(process);
        programs.put(process, file);
        origins.executed(process);
    }

    /** Notes in which process a thread was made. */
    void made(int thread, int maker, boolean inSameProcess) {
        looks.remove(thread);
        origins.made(thread, maker, inSameProcess);
    }

    /** Looks at a thread if it lives; what else there is to know of it may not have been read yet. */
    void glance(int thread) {
        long now = clock.getAsLong();
        Look last = looks.get(thread);
        if (last != null && now - last.at < FRESH_NANOS) {
            return;
        }
        threads.processOf(thread).ifPresent(process -> {
            lookCount++;
            looks.put(thread, new Look(alive(thread, process), now));
        });
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

    /** A thread that ends gives up its namespaces before it is gone; those of its process say the same, as good as always. */
    private Caller alive(int thread, int process) {
        Caller.Network network = network(thread);
        return caller(process, network == Caller.Network.UNKNOWN ? network(process) : network);
    }

    /** A thread may be gone while its process goes on. */
    private Caller gone(int thread) {
        OptionalInt told = origins.processOf(thread);
        int process =
                told.isPresent() ? told.getAsInt() : saved.processOf(thread).orElse(thread);
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
