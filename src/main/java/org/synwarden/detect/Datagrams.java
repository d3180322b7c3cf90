package org.synwarden.detect;

import java.util.List;
import java.util.Optional;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.LeastRecentSlots;
import org.synwarden.attempt.LongSlots;
import org.synwarden.net.Address;
import org.synwarden.net.Fingerprint;

/**
 * What becomes of UDP datagrams. Addresses that were looked up by name, or that answer over TCP, do not count: a game
 * server from a list, a web server whose QUIC is blocked. Who sends a datagram is often not known, so that it is enough
 * if any program of its host reached the address over TCP: at most {@value #REACHED} such addresses are remembered, and
 * the one unused for longest makes room.
 */
final class Datagrams {
    static final int REACHED = 4_096;

    private final Units units;
    private final UdpSweepRule rule;
    private final Alarms alarms;
    /** By host and address. */
    private final LeastRecentSlots reached = new LeastRecentSlots(REACHED);

    Datagrams(JudgeSettings settings, Units units, Alarms alarms) {
        this.units = units;
        this.rule = new UdpSweepRule(settings);
        this.alarms = alarms;
    }

    /** An attempt over TCP was answered. */
    void reached(Attempt attempt) {
        long pair = pair(attempt);
        if (reached.find(pair) == LongSlots.NONE) {
            reached.add(pair);
        }
    }

    private static long pair(Attempt attempt) {
        return Fingerprint.of(attempt.localAddress().fingerprint(), attempt.remoteFingerprint());
    }

    void answered(Attempt attempt, long at) {
        Unit unit = units.of(attempt.initiator());
        DatagramEvidence evidence = unit.datagrams();
        if (attempt.isCorrected()) {
            evidence.takeBack(attempt.id(), attempt.remotePort());
        }
        evidence.succeeded(attempt.id(), attempt.remotePort(), attempt.remoteAddress(), at);
        units.grew(unit);
    }

    void failed(Attempt attempt, boolean hasName, long at) {
        Unit unit = units.of(attempt.initiator());
        Address address = attempt.remoteAddress();
        int port = attempt.remotePort();
        if (hasName || unit.knows(address) || reached.contains(pair(attempt))) {
            return;
        }
        if (attempt.isUncertain()) {
            unit.failedAt(at);
            return;
        }
        UdpEvidence evidence = unit.datagrams().failed(attempt.id(), port, address, at);
        unit.failedAt(at);
        units.grew(unit);
        Optional<Alarm> alarm = rule.judge(evidence, address, port, at);
        alarm.ifPresent(found -> alarms.raise(unit, found, List.of(attempt)));
    }

    Bounded bound() {
        return new Bounded("reached-addresses", reached.size(), REACHED, reached.evictions());
    }
}
