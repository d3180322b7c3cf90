package org.synwarden.detect;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How much of the router's NAT table a host holds: amber at a quarter, red at a half or when it overflows within two
 * minutes at the present rate (and the present rate, kept up, would overflow it at all).
 */
record NatPressureRule(JudgeSettings settings) {
    private static final double AMBER = 0.25;
    private static final double RED = 0.50;
    private static final double LEAST_FOR_PROJECTION = 0.05;

    /**
     * Judges a table with that many entries, to which that many a second are added.
     *
     * @param since when the first of the entries was made, or at least not before
     */
    Optional<Alarm> judge(int entries, double perSecond, long since, long at) {
        int capacity = settings.natCapacity();
        double share = entries / (double) capacity;
        double lifeSeconds = settings.natSynLife() / (double) TimeUnit.SECONDS.toNanos(1);
        double secondsLeft = perSecond > 0 ? Math.max(0, capacity - entries) / perSecond : Double.MAX_VALUE;
        boolean overflows =
                share >= LEAST_FOR_PROJECTION && perSecond * lifeSeconds > capacity && secondsLeft <= lifeSeconds;
        if (share < AMBER && !overflows) {
            return Optional.empty();
        }
        String left = overflows ? String.format(Locale.ROOT, ", full in about %.0f s", secondsLeft) : "";
        Supplier<String> words = () -> String.format(
                Locale.ROOT,
                "about %,d of the router's %,d NAT entries (%.0f %%) are held from here%s",
                entries,
                capacity,
                100 * share,
                left);
        Severity severity = share >= RED || overflows ? Severity.RED : Severity.AMBER;
        return Optional.of(new Alarm(severity, Kind.NAT_PRESSURE, at, since, entries, words));
    }
}
