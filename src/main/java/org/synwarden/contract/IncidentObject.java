package org.synwarden.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One incident. {@code attempts} and {@code failedDestinations} are frozen at the alarm; {@code totalAttempts} grows.
 *
 * @param id unique while the engine lives
 * @param severity "red" or "amber"
 * @param kind "scan", "volume", … (the kinds of the detection rules)
 * @param state "open" or "closed"
 * @param host the source address
 * @param process the culprit; absent where none is known (capture files, raw senders)
 * @param attribution how sure the culprit is: "unattributed", "recent", "matched", "reported"
 * @param firstAttempt the first attempt that counted
 * @param raisedAt when the alarm was raised
 * @param ports remote ports, most tried first, at most 16
 * @param sample remote addresses, at most 16
 * @param explanation the reason in plain words, with its numbers
 */
public record IncidentObject(
        String id,
        String severity,
        String kind,
        String state,
        String host,
        Optional<ProcessObject> process,
        String attribution,
        Instant firstAttempt,
        Instant raisedAt,
        long attempts,
        int failedDestinations,
        long totalAttempts,
        List<Integer> ports,
        List<String> sample,
        String explanation)
        implements ContractObject {
    @Override
    public String event() {
        return "incident";
    }

    @Override
    public String key() {
        return id;
    }
}
