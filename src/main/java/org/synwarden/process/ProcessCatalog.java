package org.synwarden.process;

import java.util.Optional;

/** Asks the operating system who a process is. Safe to call from any thread; an answer is never older than the call. */
public interface ProcessCatalog {
    /** The instance that has this pid now, or empty when there is none or the system will not say. */
    Optional<ProcessKey> find(int pid);

    /** What can be read of that instance now; empty when it is gone or another instance has its pid. */
    Optional<ProcessInstance> describe(ProcessKey key);
}
