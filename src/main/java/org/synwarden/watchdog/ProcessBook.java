package org.synwarden.watchdog;

import java.util.Map;
import java.util.Optional;
import org.synwarden.attempt.LeastRecentMap;
import org.synwarden.process.ProcessCatalog;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;

/**
 * Remembers who processes were, so that a culprit can be named after it has gone. At most {@value #BOUND} processes;
 * those unused for longest make room. Any thread.
 */
final class ProcessBook {
    /** How many processes are remembered. */
    static final int BOUND = 4_096;

    private final ProcessCatalog catalog;
    private final Map<ProcessKey, ProcessInstance> known = new LeastRecentMap<>(BOUND);

    ProcessBook(ProcessCatalog catalog) {
        this.catalog = catalog;
    }

    /** Asks the system about a process that is not known yet; takes as long as the system takes. */
    void meet(ProcessKey key) {
        if (find(key).isEmpty()) {
            Optional<ProcessInstance> described = catalog.describe(key);
            synchronized (known) {
                described.ifPresent(process -> known.put(key, process));
            }
        }
    }

    /** What is known of it. */
    Optional<ProcessInstance> find(ProcessKey key) {
        synchronized (known) {
            return Optional.ofNullable(known.get(key));
        }
    }
}
