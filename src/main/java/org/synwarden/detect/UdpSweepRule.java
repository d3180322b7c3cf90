package org.synwarden.detect;

import java.util.Optional;
import java.util.function.Supplier;
import org.synwarden.net.Address;

/** Datagrams to one port of many addresses, densely, that hardly anybody replies to. */
record UdpSweepRule(JudgeSettings settings) {
    Optional<Alarm> judge(UdpEvidence evidence, Address address, int port, long at) {
        if (evidence.silent() < settings.udpDestinations()
                || evidence.silentNear(address) < settings.udpNeighbours()
                || evidence.answeredShare() > settings.udpHighestAnswered()) {
            return Optional.empty();
        }
        Supplier<String> words = () -> port + "/udp: " + Wording.addresses(evidence.silent()) + " sent to in "
                + Wording.span(at - evidence.since()) + ", " + evidence.silentNear(address)
                + " of them next to each other, hardly any replied";
        return Optional.of(new Alarm(Severity.RED, Kind.UDP_SWEEP, at, evidence.since(), evidence.silent(), words));
    }
}
