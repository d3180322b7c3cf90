package org.synwarden.service;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

/**
 * Notices that this host has slept: either the wall clock went on while the monotonic one stood still
 * (clock_gettime(2), {@code CLOCK_MONOTONIC}), or nobody looked for a while that the monotonic clock counted (Windows).
 * A wall clock that is set 10 s or more looks the same, which costs no more than a minute of patience. One thread.
 */
final class SleepWatch implements NetworkSource.Look {
    private static final long ASLEEP = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier wallMillis;
    private boolean looked;
    private long lastLook;
    private long lastAhead;

    /** Compares the clock of the looks with a wall clock in milliseconds. */
    SleepWatch(LongSupplier wallMillis) {
        this.wallMillis = wallMillis;
    }

    @Override
    public List<Observation> look(long at) {
        long ahead = TimeUnit.MILLISECONDS.toNanos(wallMillis.getAsLong()) - at;
        boolean slept = looked && (Math.abs(ahead - lastAhead) >= ASLEEP || at - lastLook >= ASLEEP);
        looked = true;
        lastLook = at;
        lastAhead = ahead;
        return slept ? List.of(new Observation.HostResumed(at, EvidenceSource.SOCKET_TABLE)) : List.of();
    }
}
