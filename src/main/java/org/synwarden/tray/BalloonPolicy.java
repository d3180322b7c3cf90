package org.synwarden.tray;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.synwarden.contract.IncidentObject;

/**
 * When a balloon is shown: one for each red incident, at most one in 10 s; incidents that come closer together share
 * one. While nobody asks, at most {@value #WAITING} incidents wait, and further ones are in no balloon. Used by one thread; has no clock of its own. Times are of
 * {@link System#nanoTime}, so that setting the clock neither silences nor repeats anything.
 */
public final class BalloonPolicy {
    /** How many incidents may wait for their balloon. */
    static final int WAITING = 1_024;

    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

    private final List<IncidentObject> waiting = new ArrayList<>();
    private IncidentText text;
    private OptionalLong lastShown = OptionalLong.empty();

    BalloonPolicy(IncidentText text) {
        this.text = text;
    }

    /** A policy whose balloons are in that language. */
    public static BalloonPolicy in(Locale locale) {
        return new BalloonPolicy(new IncidentText(new Texts(locale), ZoneId.systemDefault()));
    }

    /** What is shown from now on is in these words, also of what was raised before. */
    void speak(IncidentText words) {
        text = words;
    }

    /** Whether an incident is one that a balloon is for: a red one that is not muted. */
    public static boolean isFor(IncidentObject incident) {
        return Incidents.isRed(incident) && !incident.muted();
    }

    /** An incident that was never met before; only red ones that are not muted get a balloon. */
    public void raised(IncidentObject incident) {
        if (isFor(incident) && waiting.size() < WAITING) {
            waiting.add(incident);
        }
    }

    /** The balloon to show now, if one is due. */
    public Optional<Balloon> due(long now) {
        if (!isDue(now)) {
            return Optional.empty();
        }
        Balloon balloon = waiting.size() == 1 ? text.balloon(waiting.get(0)) : text.storm(waiting);
        waiting.clear();
        lastShown = OptionalLong.of(now);
        return Optional.of(balloon);
    }

    /** Whether there is a balloon to show now. */
    boolean isDue(long now) {
        return !waiting.isEmpty() && !isQuiet(now);
    }

    private boolean isQuiet(long now) {
        return lastShown.isPresent() && now - lastShown.getAsLong() < QUIET_NANOS;
    }
}
