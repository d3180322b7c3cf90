package org.synwarden.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.synwarden.attempt.Attribution;
import org.synwarden.detect.Kind;
import org.synwarden.detect.Severity;
import org.synwarden.net.Address;

/**
 * An incident with its evidence, as it was last told. Times are nanoseconds since the epoch.
 *
 * @param id the engine's number; since the engine goes on where the history ends, unique unless a history is begun anew
 * @param host the address the culprit sent from
 * @param culprit the process, as far as it was known; where {@code image} is, the one that started the culprits
 * @param image the program of which many processes did it together
 * @param closedAt when it closed; empty while it is open
 * @param ports remote ports, most tried first
 * @param sample some of the remote addresses, first tried first
 * @param muted whether the user wanted to hear nothing of it
 */
public record PastIncident(
        String id,
        Severity severity,
        Kind kind,
        Address host,
        Optional<PastProcess> culprit,
        Optional<String> image,
        Attribution attribution,
        long firstAttempt,
        long raisedAt,
        OptionalLong closedAt,
        long attempts,
        int failedDestinations,
        long totalAttempts,
        List<Integer> ports,
        List<Address> sample,
        boolean muted,
        String explanation) {
    /** Copies the lists. */
    public PastIncident {
        ports = List.copyOf(ports);
        sample = List.copyOf(sample);
    }
}
