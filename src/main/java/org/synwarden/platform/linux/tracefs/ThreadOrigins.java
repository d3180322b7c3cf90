package org.synwarden.platform.linux.tracefs;

import java.util.Map;
import java.util.OptionalInt;
import org.synwarden.net.LeastRecentMap;

/**
 * In which process threads were made, as the kernel has told: so a thread is known that was gone before anybody could look
 * at it. Of threads that make others and are older than this, {@code /proc} is asked once. Bound: {@value #THREADS} threads,
 * the ones unused for longest make room. One thread.
 */
final class ThreadOrigins {
    static final int THREADS = 16_384;

    private final ProcThreads threads;
    private final Map<Integer, Integer> processes = new LeastRecentMap<>(THREADS);

    /** Nothing has been told yet. */
    ThreadOrigins(ProcThreads threads) {
        this.threads = threads;
    }

    /** A thread was made by that one; what was known of an earlier one with its number is no longer so. */
    void made(int thread, int maker, boolean inSameProcess) {
        OptionalInt process = inSameProcess ? ofMaker(maker) : OptionalInt.of(thread);
        if (process.isPresent()) {
            processes.put(thread, process.getAsInt());
        } else {
            processes.remove(thread);
        }
    }

    private OptionalInt ofMaker(int maker) {
        OptionalInt known = processOf(maker);
        if (known.isPresent()) {
            return known;
        }
        OptionalInt asked = threads.processOf(maker);
        asked.ifPresent(process -> processes.put(maker, process));
        return asked;
    }

    /** Whoever executes a program is its process's only thread from then on. */
    void executed(int process) {
        processes.put(process, process);
    }

    /** The process that the thread is, or was, of; empty when that was not told. */
    OptionalInt processOf(int thread) {
        Integer process = processes.get(thread);
        return process == null ? OptionalInt.empty() : OptionalInt.of(process);
    }
}
