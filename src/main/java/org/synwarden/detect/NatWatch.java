package org.synwarden.detect;

import java.util.Comparator;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Bounded;
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
        if (tunnels == 0 || !network.tunnels().contains(attempt.localAddress())) {
            table.began(attempt, network);
        }
    }

    void sentAgain(Attempt attempt) {
        table.sentAgain(attempt);
    }

    void concluded(Attempt attempt, long at) {
        table.concluded(attempt, at);
    }

    void ended(Attempt attempt, long at) {
        table.closed(attempt, at);
    }

    Bounded bound() {
        return new Bounded("nat-entries", table.size(), NatTable.BOUND, table.refusals());
    }

    NatGauge gauge() {
        return NatGauge.of(table.size() + tunnels, table.perSecond(), settings);
    }

    /** Time has passed: whoever holds most answers for the table. */
    void tick(long now) {
        table.tick(now);
        if (!oneHost) {
            table.holders().forEach(holder -> raise(holder.unit(), NatGauge.of(holder.entries(), 0, settings), now));
            return;
        }
        table.holders().stream()
                .max(Comparator.comparingInt(NatTable.Holder::entries))
                .ifPresent(most -> raise(most.unit(), gauge(), now));
    }

    private void raise(Object holder, NatGauge gauge, long now) {
        long since = now - settings.natSynLife();
        NatPressureRule.judge(gauge, since, now)
                .ifPresent(alarm -> units.find(holder).ifPresent(unit -> alarms.raise(unit, alarm)));
    }
}
