package org.synwarden.detect;

import java.util.function.Supplier;
import org.synwarden.attempt.Attempt;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;

/**
 * Many failed destinations in one neighbourhood (/24, IPv6 /64) within a minute. In an own network that is what printer
 * and device finders do, too: amber, and red only when a quarter of the neighbourhood has been tried or a worm port is.
 */
record SweepRule(JudgeSettings settings, HostNetwork network) implements FailureRule {
    @Override
    public Kind kind() {
        return Kind.SWEEP;
    }

    @Override
    public boolean finds(Unit unit, Attempt failed) {
        return near(unit, failed) >= settings.sweepNeighbours();
    }

    private static int near(Unit unit, Attempt failed) {
        return unit.failures().near(failed.remoteAddress());
    }

    @Override
    public Severity severity(Unit unit, Attempt failed) {
        boolean red = PortClass.of(failed.remotePort()).kind() == PortClass.Kind.WORM
                || near(unit, failed) >= settings.sweepNeighboursOwn()
                || !network.isOwn(failed.localAddress(), failed.remoteAddress());
        return red ? Severity.RED : Severity.AMBER;
    }

    @Override
    public Alarm alarm(Unit unit, Attempt failed, long at) {
        Address address = failed.remoteAddress();
        int port = failed.remotePort();
        int near = near(unit, failed);
        Severity severity = severity(unit, failed);
        String where = HostNetwork.neighbourhood(address).toString();
        Supplier<String> words = () -> severity == Severity.RED
                ? port + "/tcp: " + Wording.addresses(near) + " of " + where + " tried in "
                        + Wording.span(at - unit.failures().minuteSince()) + ", none of them answered"
                : "is looking over your local network: " + Wording.addresses(near) + " of " + where + " did not answer";
        return new Alarm(severity, Kind.SWEEP, at, unit.failures().minuteSince(), near, words);
    }
}
