package org.synwarden.detect;

import java.util.Comparator;
import java.util.Optional;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.Initiator;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Scope;

/** The rules that look at what leaves the host itself, whichever program it may be. */
final class HostRules {
    private final Units units;
    private final Alarms alarms;
    private final NeighbourRule neighbours;
    private final SpoofedSourceRule spoofed;
    private HostNetwork network = HostNetwork.UNKNOWN;

    HostRules(JudgeSettings settings, Units units, Alarms alarms) {
        this.units = units;
        this.alarms = alarms;
        neighbours = new NeighbourRule(settings);
        spoofed = new SpoofedSourceRule(settings);
    }

    void networkChanged(HostNetwork now) {
        network = now;
        spoofed.networkChanged();
    }

    void neighbourAbsent(Address asking, Address target, long at) {
        neighbours.judge(asking, target, network, at).ifPresent(alarm -> {
            Unit unit = units.of(new Initiator(Optional.empty(), asking));
            unit.failedAt(at);
            alarms.raise(unit, alarm);
        });
    }

    void foreignSource(Flow flow, long at) {
        spoofed.seen(flow, network, at);
    }

    Bounded bound() {
        return spoofed.bound();
    }

    void tick(long now) {
        spoofed.judge(now)
                .ifPresent(alarm -> alarms.raise(units.of(new Initiator(Optional.empty(), ownAddress())), alarm));
    }

    /** The address by which this host is best known: the lowest that others can reach, IPv4 first. */
    private Address ownAddress() {
        return network.addresses().stream()
                .filter(address -> address.scope() != Scope.LOOPBACK && address.scope() != Scope.LINK_LOCAL)
                .min(Comparator.comparing((Address address) -> !address.isIpv4())
                        .thenComparing(address -> address))
                .orElse(Address.ipv4(0));
    }
}
