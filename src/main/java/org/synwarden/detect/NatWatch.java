package org.synwarden.detect;

import java.util.Map;
import org.synwarden.attempt.Attempt;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;

/**
 * What this host's attempts do to its router's NAT table. Whatever leaves through a tunnel is one entry there, the
 * tunnel's own.
 */
final class NatWatch {
    private final JudgeSettings settings;
    private final boolean oneHost;
    private final Units units;
    private final Alarms alarms;
    private final NatTable table = new NatTable();
    private HostNetwork network = HostNetwork.UNKNOWN;
    private int tunnels;

    /** An empty table; in a capture file, where {@code oneHost} is false, each host has a router of its own. */
    NatWatch(JudgeSettings settings, boolean oneHost, Units units, Alarms alarms) {
        this.settings = settings;
        this.oneHost = oneHost;
        this.units = units;
        this.alarms = alarms;
    }

    void networkChanged(HostNetwork now) {
        network = now;
        tunnels = (int) now.tunnels().stream().filter(Address::isIpv4).count();
    }

    void began(Attempt attempt) {
        if (tunnels == 0 || !network.tunnels().contains(attempt.flow().local().address())) {
            table.began(attempt, network);
        }
    }

    void concluded(Attempt attempt, long at) {
        table.concluded(attempt, at);
    }

    void ended(Attempt attempt, long at) {
        table.closed(attempt, at);
    }

    NatGauge gauge() {
        return NatGauge.of(table.size() + tunnels, table.perSecond(), settings);
    }

    /** Time has passed: whoever holds most answers for the table. */
    void tick(long now) {
        table.tick(now);
        if (!oneHost) {
            table.byUnit().forEach((holder, entries) -> raise(holder, NatGauge.of(entries, 0, settings), now));
            return;
        }
        table.byUnit().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> raise(most.getKey(), gauge(), now));
    }

    private void raise(Object holder, NatGauge gauge, long now) {
        long since = now - settings.natSynLife();
        units.find(holder)
                .ifPresent(
                        unit -> NatPressureRule.judge(gauge, since, now).ifPresent(alarm -> alarms.raise(unit, alarm)));
    }
}
