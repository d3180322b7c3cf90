package org.synwarden.tray;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That the user wants to be told nothing for a while. It concerns this display only: the service watches and records as before.
 * Nobody remembers it over a restart. Used by one thread; has no clock of its own, and a clock that is set does not change
 * how long it lasts.
 */
final class Suspension {
    /** For how long. */
    enum Span {
        QUARTER_HOUR(Duration.ofMinutes(15)),
        HOUR(Duration.ofHours(1)),
        UNTIL_RESTART;

        private final Optional<Duration> length;

        Span() {
            this.length = Optional.empty();
        }

        Span(Duration length) {
            this.length = Optional.of(length);
        }
    }

    private Optional<Span> span = Optional.empty();
    private Optional<Instant> until = Optional.empty();
    private long since;

    /**
     * Begins, or begins anew.
     *
     * @param now of {@link System#nanoTime}
     * @param time the same moment on the clock, for words
     */
    void begin(Span chosen, long now, Instant time) {
        span = Optional.of(chosen);
        until = chosen.length.map(time::plus);
        since = now;
    }

    void end() {
        span = Optional.empty();
        until = Optional.empty();
    }

    /** Ends it when its time is over. */
    void pass(long now) {
        boolean over = span.flatMap(chosen -> chosen.length)
                .filter(length -> now - since >= length.toNanos())
                .isPresent();
        if (over) {
            end();
        }
    }

    boolean isOn() {
        return span.isPresent();
    }

    /** When it ends; empty while it is not on, and where only a restart ends it. */
    Optional<Instant> until() {
        return until;
    }
}
