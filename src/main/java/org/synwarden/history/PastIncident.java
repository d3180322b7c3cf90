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
 * @param adapter the virtual adapter of this PC behind which the culprit lives
 * @param requestedBy processes that asked the kernel for what it did, where that is the culprit, who asked most first
 * @param closedAt when it closed; empty while it is open
 * @param ports remote ports, most tried first
 * @param sample some of the remote addresses, first tried first
 * @param muted whether the user wanted to hear nothing of it
 * @param test whether nothing had happened, and somebody only tried whether alarms arrive
 * @param returnOf the id of an earlier incident of the same program, which was answered by ending or blocking it
 */
public record PastIncident(
        String id,
        Severity severity,
        Kind kind,
        Address host,
        Optional<PastProcess> culprit,
        Optional<String> image,
        Optional<String> adapter,
        List<PastProcess> requestedBy,
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
        String explanation,
        boolean test,
        Optional<String> returnOf) {
    /** Copies the lists. */
    public PastIncident {
        requestedBy = List.copyOf(requestedBy);
        ports = List.copyOf(ports);
        sample = List.copyOf(sample);
    }

    /** A test: red, so that it made all the noise that an incident can; of nobody, and about nothing. */
    static PastIncident ofTest(String id, long at, OptionalLong closedAt) {
        return new PastIncident(
                id,
                Severity.RED,
                Kind.SCAN,
                Address.ipv6(0, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Attribution.UNATTRIBUTED,
                at,
                at,
                closedAt,
                0,
                0,
                0,
                List.of(),
                List.of(),
                false,
                "a test: nothing has happened",
                true,
                Optional.empty());
    }
}
