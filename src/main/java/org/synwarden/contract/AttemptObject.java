package org.synwarden.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt with what has become of it.
 *
 * @param at when it began
 * @param outcome "pending", "answered", "refused", "unreachable", "unanswered", "abandoned", …
 */
public record AttemptObject(
        Instant at,
        String protocol,
        EndpointObject local,
        EndpointObject remote,
        String outcome,
        String attribution,
        Optional<ProcessObject> process)
        implements ContractObject {
    @Override
    public String event() {
        return "attempt";
    }

    @Override
    public String key() {
        return protocol + " " + local + " " + remote + " " + at;
    }
}
