package org.synwarden.history;

import java.util.List;
import java.util.Optional;
import org.synwarden.process.ProcessKey;

/**
 * What is known of an incident beside what the engine judged.
 *
 * @param explanation the engine's, and what else is to be said
 * @param requestedBy processes that asked the kernel for what it did, who asked most first
 * @param returnOf the id of the earlier incident whose culprit is back
 */
public record IncidentNotes(String explanation, List<ProcessKey> requestedBy, Optional<String> returnOf) {
    /** Copies the list. */
    public IncidentNotes {
        requestedBy = List.copyOf(requestedBy);
    }
}
