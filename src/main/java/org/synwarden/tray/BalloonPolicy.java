package org.synwarden.tray;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.synwarden.contract.IncidentObject;

/**
 * When a balloon is shown: one for each red incident, at most one in 10 s; incidents that come closer together share
 * one. Used by one thread; has no clock of its own. Times are of
 * {@link System#nanoTime}, so that setting the clock neither silences nor repeats anything.
 */
final class BalloonPolicy {
    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

    private final IncidentText text;
    private final List<IncidentObject> waiting = new ArrayList<>();
    private OptionalLong lastShown = OptionalLong.empty();

    BalloonPolicy(IncidentText text) {
        this.text = text;
    }

    /** An incident that was never met before; only red ones that are not muted get a balloon. */
    void raised(IncidentObject incident) {
        if (Incidents.isRed(incident) && !incident.muted()) {
            waiting.add(incident);
        }
    }

    /** The balloon to show now, if one is due. */
    Optional<Balloon> due(long now) {
        if (waiting.isEmpty() || isQuiet(now)) {
            return Optional.empty();
        }
        Balloon balloon = waiting.size() == 1 ? text.balloon(waiting.get(0)) : text.storm(waiting);
        waiting.clear();
        lastShown = OptionalLong.of(now);
        return Optional.of(balloon);
    }

    private boolean isQuiet(long now) {
        return lastShown.isPresent() && now - lastShown.getAsLong() < QUIET_NANOS;
    }
}
