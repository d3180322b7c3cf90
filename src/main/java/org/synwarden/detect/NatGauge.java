package org.synwarden.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How full this host makes its router's NAT table, as an estimate.
 *
 * @param entries held from here
 * @param capacity of the router, as set
 * @param perSecond new entries a second, over the last thirty
 * @param secondsToOverflow when the table is full at this rate; empty while the rate, kept up, would not fill it
 */
public record NatGauge(int entries, int capacity, double perSecond, OptionalDouble secondsToOverflow) {
    /** The share of the table that is held from here, 0 to 1 and beyond. */
    public double share() {
        return entries / (double) capacity;
    }

    /** How serious that is; empty while it is no reason for an incident. */
    public Optional<Severity> severity() {
        return NatPressureRule.severity(this);
    }

    static NatGauge of(int entries, double perSecond, DetectionSettings settings) {
        int capacity = settings.natCapacity();
        double lifeSeconds = settings.natSynLife() / 1e9;
        double left = perSecond > 0 ? Math.max(0, capacity - entries) / perSecond : Double.MAX_VALUE;
        boolean overflows = perSecond * lifeSeconds > capacity && left <= lifeSeconds;
        return new NatGauge(entries, capacity, perSecond, overflows ? OptionalDouble.of(left) : OptionalDouble.empty());
    }
}
