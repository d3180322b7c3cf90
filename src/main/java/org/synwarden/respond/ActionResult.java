package org.synwarden.respond;

import java.util.Optional;
import org.synwarden.process.ProcessInstance;

/**
 * What came of an action on one process.
 *
 * @param process as it was before
 * @param refusal why it was left out, in one line; empty when it was done
 */
public record ActionResult(ProcessInstance process, Optional<String> refusal) {
    boolean isDone() {
        return refusal.isEmpty();
    }
}
