package org.synwarden.detect;

import java.util.Optional;
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
    public Optional<Alarm> judge(Unit unit, Attempt failed, long at) {
        Address address = failed.flow().remote().address();
        int near = unit.minute().near(address);
        if (near < settings.sweepNeighbours()) {
            return Optional.empty();
        }
        int port = failed.flow().remote().port();
        boolean worm = PortClass.of(port).kind() == PortClass.Kind.WORM;
        boolean own = network.isOwn(failed.flow().local().address(), address);
        boolean red = worm || !own || near >= settings.sweepNeighboursOwn();
        String where = HostNetwork.neighbourhood(address).toString();
        Supplier<String> words = () -> red
                ? port + "/tcp: " + Wording.addresses(near) + " of " + where + " tried in "
                        + Wording.span(at - unit.minute().since()) + ", none of them answered"
                : "is looking over your local network: " + Wording.addresses(near) + " of " + where + " did not answer";
        return Optional.of(new Alarm(
                red ? Severity.RED : Severity.AMBER,
                Kind.SWEEP,
                at,
                unit.minute().since(),
                near,
                words));
    }
}
