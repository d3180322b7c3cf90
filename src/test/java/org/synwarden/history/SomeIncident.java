package org.synwarden.history;

import static org.synwarden.history.Recorder.NOON;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.synwarden.attempt.Attribution;
import org.synwarden.detect.Kind;
import org.synwarden.detect.Severity;
import org.synwarden.net.Address;
import org.synwarden.process.ProcessKey;

/** Incidents of tests. */
final class SomeIncident {
    private SomeIncident() {}

    static IncidentEntry entry(String id, long totalAttempts) {
        return new IncidentEntry(
                incident(id, totalAttempts, Optional.empty(), OptionalLong.empty()), Optional.empty(), List.of());
    }

    static IncidentEntry entry(String id, long totalAttempts, ProcessKey culprit, OptionalLong closedAt) {
        return new IncidentEntry(
                incident(id, totalAttempts, Optional.empty(), closedAt), Optional.of(culprit), List.of());
    }

    static PastIncident incident(String id, long totalAttempts, Optional<PastProcess> culprit, OptionalLong closedAt) {
        return new PastIncident(
                id,
                Severity.RED,
                Kind.SCAN,
                Recorder.LOCAL,
                culprit,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Attribution.REPORTED,
                NOON - 5_000_000_000L,
                NOON,
                closedAt,
                6,
                6,
                totalAttempts,
                List.of(445, 139),
                List.of(Address.parse("203.0.113.1"), Address.parse("fe80::1%3")),
                false,
                "445/tcp: 6 addresses failed",
                false,
                Optional.empty());
    }
}
