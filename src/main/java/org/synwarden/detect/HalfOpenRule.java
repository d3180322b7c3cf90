package org.synwarden.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.synwarden.attempt.Attempt;
import org.synwarden.net.Address;

/**
 * Many sockets of one process in SYN_SENT over two looks at the socket table: red on worm ports; on any ports amber,
 * because half-open sockets alone do not tell a scanner from peer-to-peer or from a browser on a dead network.
 */
record HalfOpenRule(JudgeSettings settings) {
    Optional<Alarm> judge(List<Attempt> halfOpen, long at) {
        List<Attempt> worm = halfOpen.stream()
                .filter(attempt -> PortClass.of(attempt.flow().remote().port()).kind() == PortClass.Kind.WORM)
                .toList();
        int wormAddresses = distinct(worm);
        if (wormAddresses >= settings.halfOpenWormPorts()) {
            Supplier<String> words = () ->
                    ports(worm) + ": " + Wording.addresses(wormAddresses) + " asked at once, none has answered yet";
            return Optional.of(alarm(Severity.RED, Kind.SCAN, worm, wormAddresses, at, words));
        }
        int addresses = distinct(halfOpen);
        if (addresses >= settings.halfOpenAnyPort()) {
            Supplier<String> words = () ->
                    "many failing peers: " + Wording.addresses(addresses) + " asked at once, none has answered yet";
            return Optional.of(alarm(Severity.AMBER, Kind.VOLUME, halfOpen, addresses, at, words));
        }
        return Optional.empty();
    }

    private static String ports(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> attempt.flow().remote().port())
                .distinct()
                .sorted()
                .map(port -> port + "/tcp")
                .collect(Collectors.joining(", "));
    }

    private static Alarm alarm(
            Severity severity, Kind kind, List<Attempt> attempts, int distinct, long at, Supplier<String> words) {
        long first = attempts.stream().mapToLong(Attempt::began).min().orElse(at);
        return new Alarm(severity, kind, at, first, distinct, words);
    }

    private static int distinct(List<Attempt> attempts) {
        Set<Address> addresses = new HashSet<>();
        attempts.forEach(attempt -> addresses.add(attempt.flow().remote().address()));
        return addresses.size();
    }
}
