package org.synwarden.detect;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How much of the router's NAT table a host holds: amber at a quarter, red at a half or when it overflows within two
 * minutes at the present rate (and the present rate, kept up, would overflow it at all).
 */
final class NatPressureRule {
    private static final double AMBER = 0.25;
    private static final double RED = 0.50;
    private static final double LEAST_FOR_PROJECTION = 0.05;

    private NatPressureRule() {}

    /**
     * Judges a table.
     *
     * @param since when the first of the entries was made, or at least not before
     */
    static Optional<Alarm> judge(NatGauge gauge, long since, long at) {
        boolean overflows = overflows(gauge);
        Supplier<String> words = () -> String.format(
                Locale.ROOT,
                "about %,d of the router's %,d NAT entries (%.0f %%) are held from here%s",
                gauge.entries(),
                gauge.capacity(),
                100 * gauge.share(),
                overflows
                        ? String.format(
                                Locale.ROOT,
                                ", full in about %.0f s",
                                gauge.secondsToOverflow().getAsDouble())
                        : "");
        return severity(gauge)
                .map(severity -> new Alarm(severity, Kind.NAT_PRESSURE, at, since, gauge.entries(), words));
    }

    /** How serious that is; empty while it is no reason for an alarm. */
    static Optional<Severity> severity(NatGauge gauge) {
        if (gauge.share() >= RED || overflows(gauge)) {
            return Optional.of(Severity.RED);
        }
        return gauge.share() >= AMBER ? Optional.of(Severity.AMBER) : Optional.empty();
    }

    private static boolean overflows(NatGauge gauge) {
        return gauge.share() >= LEAST_FOR_PROJECTION
                && gauge.secondsToOverflow().isPresent();
    }
}
