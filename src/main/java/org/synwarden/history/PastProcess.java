package org.synwarden.history;

import java.util.List;
import org.synwarden.process.ProcessInstance;

/**
 * A process as it was last known.
 *
 * @param process itself
 * @param parents who started it, nearest first, at most {@value #MAX_PARENTS}, as far as they were known
 */
public record PastProcess(ProcessInstance process, List<ProcessInstance> parents) {
    /** How many parents are told at most. */
    public static final int MAX_PARENTS = 8;

    /** Copies the list. */
    public PastProcess {
        parents = List.copyOf(parents);
    }
}
