package org.synwarden.detect;

import java.util.List;
import java.util.Optional;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.LeastRecentMap;
import org.synwarden.net.Address;

/**
 * What becomes of UDP datagrams. Addresses that were looked up by name, or that answer over TCP, do not count: a game
 * server from a list, a web server whose QUIC is blocked. Who sends a datagram is often not known, so that it is enough
 * if any program of its host reached the address over TCP: at most {@value #REACHED} such addresses are remembered, and
 * the one unused for longest makes room.
 */
final class Datagrams {
    static final int REACHED = 4_096;

    private record Reached(Address host, Address address) {}

    private final Units units;
    private final UdpSweepRule rule;
    private final Alarms alarms;
    private final LeastRecentMap<Reached, Boolean> reached = new LeastRecentMap<>(REACHED);

    Datagrams(JudgeSettings settings, Units units, Alarms alarms) {
        this.units = units;
        this.rule = new UdpSweepRule(settings);
        this.alarms = alarms;
    }

    /** An attempt over TCP was answered. */
    void reached(Attempt attempt) {
        reached.put(
                new Reached(
                        attempt.flow().local().address(),
                        attempt.flow().remote().address()),
                true);
    }

    void answered(Attempt attempt, long at) {
        Unit unit = units.of(attempt.initiator());
        unit.datagrams(attempt.flow().remote().port())
                .succeeded(attempt.flow().remote().address(), at);
        units.grew(unit);
    }

    void failed(Attempt attempt, boolean hasName, long at) {
        Unit unit = units.of(attempt.initiator());
        Address address = attempt.flow().remote().address();
        int port = attempt.flow().remote().port();
        if (hasName
                || unit.knows(address)
                || reached.containsKey(new Reached(attempt.flow().local().address(), address))) {
            return;
        }
        UdpEvidence evidence = unit.datagrams(port);
        evidence.failed(address, at);
        unit.failedAt(at);
        units.grew(unit);
        Optional<Alarm> alarm = rule.judge(evidence, address, port, at);
        alarm.ifPresent(found -> alarms.raise(unit, found, List.of(attempt)));
    }

    /** How many addresses had to make room. */
    long evictions() {
        return reached.evictions();
    }
}
