package org.synwarden.platform.windows.etw;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Which instance a pid of an event was. Events are heard of up to 200 ms late: a process that started after its event is
 * another one with the same pid. Each instance is described when it is first met, by what can be read at once: whoever waits
 * for an answer here makes the session lose events. 4,096 are remembered. One thread.
 */
final class Callers {
    private static final int BOUND = 4_096;

    /** How far the time of an event and that of a process's start, which comes in steps of 16 ms, may be apart. */
    private static final long SLACK = TimeUnit.MILLISECONDS.toNanos(100);

    private final ProcessCatalog catalog;
    private final LongSupplier clock;
    private final LongSupplier wallClock;
    private final Consumer<Observation> observer;
    private final Set<ProcessKey> described = Collections.newSetFromMap(new LeastRecentMap<>(BOUND));

    /**
     * Callers of whom nobody has been met.
     *
     * @param clock the clock of events, nanoseconds since the epoch, monotonic
     * @param wallClock the system's time, by which processes start, nanoseconds since the epoch
     * @param observer is told of processes that are met
     */
    Callers(ProcessCatalog catalog, LongSupplier clock, LongSupplier wallClock, Consumer<Observation> observer) {
        this.catalog = catalog;
        this.clock = clock;
        this.wallClock = wallClock;
        this.observer = observer;
    }

    /** The instance that had that pid at that time; with start token 0 when it is gone. */
    ProcessKey identify(int pid, long at) {
        ProcessKey gone = new ProcessKey(pid, 0);
        ProcessKey key = catalog.find(pid).orElse(gone);
        if (!key.isIdentified() || described.contains(key)) {
            return key;
        }
        Optional<ProcessInstance> process = catalog.glance(key);
        if (process.filter(now -> isSuccessor(now, at)).isPresent()) {
            return gone;
        }
        process.ifPresent(met -> {
            described.add(key);
            observer.accept(new Observation.ProcessDescribed(at, EvidenceSource.KERNEL_EVENTS, met));
        });
        return key;
    }

    /** One whose start lies ahead tells that the clock was set back, and nothing of whose pid it was. */
    private boolean isSuccessor(ProcessInstance process, long at) {
        long now = wallClock.getAsLong();
        long age = clock.getAsLong() - at;
        return process.startedAt() > now - age + SLACK && process.startedAt() <= now + SLACK;
    }
}
