package org.synwarden.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.Initiator;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;

/**
 * What this host's attempts do to its router's NAT table. Whatever leaves through a tunnel is one entry there, the
 * tunnel's own.
 */
final class NatWatch {
    private final boolean oneHost;
    private final Units units;
    private final ImageEvidence images;
    private final Alarms alarms;
    private final NatTable table = new NatTable();
    private DetectionSettings settings = DetectionSettings.defaults();
    private HostNetwork network = HostNetwork.UNKNOWN;
    private int tunnels;

    /** An empty table; in a capture file, where {@code oneHost} is false, each host has a router of its own. */
    NatWatch(boolean oneHost, Units units, ImageEvidence images, Alarms alarms) {
        this.oneHost = oneHost;
        this.units = units;
        this.images = images;
        this.alarms = alarms;
    }

    /** From now on the router is taken for such a one; entries that there are keep the time that they were given. */
    void set(DetectionSettings now) {
        settings = now;
        table.keepsUnanswered(now.natSynLife());
    }

    void networkChanged(HostNetwork now) {
        network = now;
        tunnels = (int) now.tunnels().stream().filter(Address::isIpv4).count();
    }

    /** What lives behind a virtual adapter is not counted: as a rule this host translates it, and it is seen again as its own. */
    void began(Attempt attempt) {
        if (network.adapterBefore(attempt.localAddress()).isPresent()) {
            return;
        }
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

    void withdrawn(Attempt attempt) {
        table.withdrawn(attempt);
    }

    void flowEnded(Flow flow, long at) {
        table.ended(flow, at);
    }

    Bounded bound() {
        return new Bounded("nat-entries", table.size(), NatTable.BOUND, table.refusals());
    }

    NatGauge gauge() {
        return NatGauge.of(table.size() + tunnels, table.perSecond(), settings);
    }

    /**
     * Time has passed: whoever holds most answers for the table. The entries of siblings count together, so that a loop of
     * one process per address is found.
     */
    void tick(long now) {
        table.tick(now);
        if (!oneHost) {
            table.holders()
                    .forEach(holder -> judge(NatGauge.of(holder.entries(), 0, settings), now)
                            .ifPresent(alarm -> alarms.raise(units.of(holder.initiator()), alarm)));
            return;
        }
        judge(gauge(), now).ifPresent(alarm -> most().ifPresent(unit -> alarms.raise(unit, alarm)));
    }

    private Optional<Alarm> judge(NatGauge gauge, long now) {
        return NatPressureRule.judge(gauge, now - settings.natSynLife(), now);
    }

    /** Who holds most entries; siblings of whom only one holds any are that one. */
    private Optional<Unit> most() {
        Map<Object, List<NatTable.Holder>> together = new LinkedHashMap<>();
        for (NatTable.Holder holder : table.holders()) {
            Object key = holder.siblings(images::siblings)
                    .<Object>map(siblings -> siblings)
                    .orElse(holder);
            together.computeIfAbsent(key, any -> new ArrayList<>(1)).add(holder);
        }
        return together.entrySet().stream()
                .max(Comparator.comparingInt(group -> group.getValue().stream()
                        .mapToInt(NatTable.Holder::entries)
                        .sum()))
                .map(group -> unit(group.getKey(), group.getValue()));
    }

    private Unit unit(Object key, List<NatTable.Holder> holders) {
        Initiator first = holders.get(0).initiator();
        return holders.size() > 1 && key instanceof Siblings siblings
                ? units.of(siblings, first.host())
                : units.of(first);
    }
}
