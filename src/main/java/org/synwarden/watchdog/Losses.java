package org.synwarden.watchdog;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation.EventsLost;

/**
 * What the evidence sources have lost lately, for the status: a degradation until nothing has been lost for a minute.
 * Any thread.
 */
final class Losses {
    private final Map<EvidenceSource, Long> bySource = new EnumMap<>(EvidenceSource.class);
    private final Lately lately = new Lately();

    /** A source has lost events. */
    synchronized void heard(EventsLost lost) {
        if (lately.happens(lost.at())) {
            bySource.clear();
        }
        bySource.merge(lost.source(), lost.lost(), Long::sum);
    }

    /** What to say of it at that time, nanoseconds since the epoch; empty when nothing has been lost lately. */
    synchronized Optional<Degradation> degradation(long now) {
        if (!lately.isGoingOn(now)) {
            return Optional.empty();
        }
        String lost = bySource.entrySet().stream()
                .map(source -> source.getValue() + " of " + source.getKey().text())
                .collect(Collectors.joining(", "));
        return Optional.of(new Degradation(
                "events-lost",
                "Events were lost because they came too quickly: " + lost,
                "Nothing to do; silence in those seconds is held against no program",
                lately.since()));
    }
}
