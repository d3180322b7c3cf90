package org.synwarden.detect;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.synwarden.attempt.Bounded;
import org.synwarden.net.Address;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.net.Scope;

/**
 * SYNs that leave under many addresses that are not this host's. Not applied to a host that forwards or bridges, and not
 * to addresses of virtual machines and containers. Decided no sooner than 5 s after the first of them, because it takes
 * up to 2 s to learn of an address that this host has just got. At most {@value #SOURCES} sources; beyond that the count
 * saturates.
 */
final class SpoofedSourceRule {
    static final int SOURCES = 1_024;

    private static final long SETTLED = TimeUnit.SECONDS.toNanos(5);

    private final JudgeSettings settings;
    private final LeastRecentMap<Address, Long> sources = new LeastRecentMap<>(SOURCES);
    private long began;
    private long ignored;
    private Address sample = Address.ipv4(0);

    SpoofedSourceRule(JudgeSettings settings) {
        this.settings = settings;
    }

    /** A SYN was seen that is neither from nor to this host. */
    void seen(Flow flow, HostNetwork network, long at) {
        Address source = flow.local().address();
        Scope scope = source.scope();
        boolean routable = scope == Scope.PUBLIC || scope == Scope.PRIVATE || scope == Scope.CGNAT;
        boolean guests =
                network.isVirtual(source) || network.isVirtual(flow.remote().address());
        if (!routable || guests || network.forwards()) {
            return;
        }
        forgetOld(at);
        if (sources.isEmpty()) {
            began = at;
        }
        if (sources.size() == SOURCES) {
            ignored++;
            return;
        }
        sources.put(source, at);
        sample = source;
    }

    private void forgetOld(long now) {
        Iterator<Long> eldest = sources.values().iterator();
        while (eldest.hasNext() && now - eldest.next() > settings.minute()) {
            eldest.remove();
        }
    }

    /** What was seen may have been for addresses that are this host's now. */
    void networkChanged() {
        sources.clear();
    }

    /** What the last minute has shown. */
    Optional<Alarm> judge(long now) {
        forgetOld(now);
        int count = sources.size();
        if (count < settings.spoofedSources() || now - began < SETTLED) {
            return Optional.empty();
        }
        Supplier<String> words = () -> "packets leave this PC under " + Wording.addresses(count) + " such as " + sample
                + " that are not its own; a program forges them";
        return Optional.of(new Alarm(Severity.RED, Kind.SPOOFED_SOURCE, now, began, 0, words));
    }

    /** How many sources are remembered, and how many SYNs were not looked at because the bound was reached. */
    Bounded bound() {
        return new Bounded("foreign-sources", sources.size(), SOURCES, ignored);
    }
}
