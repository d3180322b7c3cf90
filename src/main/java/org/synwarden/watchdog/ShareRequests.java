package org.synwarden.watchdog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.Outcome;
import org.synwarden.contract.IncidentObject;
import org.synwarden.detect.Incident;
import org.synwarden.net.Address;
import org.synwarden.net.LeastRecentMap;
import org.synwarden.net.Protocol;
import org.synwarden.observation.Observation;
import org.synwarden.observation.Observation.ShareRequested;
import org.synwarden.process.ProcessKey;

/**
 * Which processes asked the kernel of Windows for files of hosts that it then tried in vain: who may be behind what it does
 * on the ports of file sharing. It is no attribution: the attempts stay the kernel's. At most {@value #BOUND} hosts asked
 * for and as many that did not answer; those unused for longest make room. On the engine's thread.
 */
final class ShareRequests {
    /** How many hosts are remembered. */
    static final int BOUND = 1_024;

    private static final int KERNEL = 4;
    private static final Set<Integer> FILE_SHARING = Set.of(445, 139);
    private static final int MOST_ASKERS_OF_A_HOST = 8;

    private final Function<Address, Optional<String>> names;

    /** By host, its address without zone or its name: when each process asked for it last. */
    private final Map<String, Map<ProcessKey, Long>> asked = new LeastRecentMap<>(BOUND);

    private final Map<String, Address> unanswering = new LeastRecentMap<>(BOUND);
    private boolean news;

    /**
     * Nobody has asked.
     *
     * @param names under which name an address is known
     */
    ShareRequests(Function<Address, Optional<String>> names) {
        this.names = names;
    }

    /** Whether that is about what the kernel of Windows does on the ports of file sharing. */
    static boolean concerns(Incident incident) {
        return isKernel(incident.initiator()) && incident.ports().stream().anyMatch(FILE_SHARING::contains);
    }

    private static boolean isKernel(Initiator initiator) {
        return initiator.process().filter(process -> process.pid() == KERNEL).isPresent();
    }

    /** Takes note of who asks; other observations say nothing here. */
    void heard(Observation observation) {
        if (observation instanceof ShareRequested request) {
            asked.computeIfAbsent(host(request.host()), any -> new LeastRecentMap<>(MOST_ASKERS_OF_A_HOST))
                    .merge(request.process(), request.at(), Math::max);
            news = true;
        }
    }

    private static String host(String text) {
        try {
            return Address.parse(text).withoutZone().toString();
        } catch (IllegalArgumentException name) {
            return text;
        }
    }

    /** An attempt's outcome is known, or another. */
    void concluded(Attempt attempt) {
        if (attempt.protocol() != Protocol.TCP
                || !isKernel(attempt.initiator())
                || !FILE_SHARING.contains(attempt.remotePort())) {
            return;
        }
        Address address = attempt.remoteAddress().withoutZone();
        if (attempt.outcome() == Outcome.ANSWERED) {
            unanswering.remove(address.toString());
        } else {
            unanswering.put(address.toString(), address);
        }
        news |= !asked.isEmpty();
    }

    /** Whether there is more to tell than when this was asked last. */
    boolean haveNews() {
        boolean had = news;
        news = false;
        return had;
    }

    /**
     * Who has asked for hosts that did not answer, who asked for most of them first, at most
     * {@value IncidentObject#MAX_REQUESTERS}.
     *
     * @param since what was asked before then does not count, nanoseconds since the epoch
     */
    List<ProcessKey> askers(long since) {
        Set<String> called = new HashSet<>();
        unanswering.values().forEach(address -> names.apply(address).ifPresent(name -> addNames(called, name)));
        Map<ProcessKey, Integer> hosts = new LinkedHashMap<>();
        asked.forEach((host, askers) -> {
            if (unanswering.containsKey(host) || called.contains(host)) {
                askers.forEach((process, at) -> {
                    if (at >= since) {
                        hosts.merge(process, 1, Integer::sum);
                    }
                });
            }
        });
        return hosts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(IncidentObject.MAX_REQUESTERS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A host may be asked for by its full name, or by the first part of it. */
    private static void addNames(Collection<String> called, String name) {
        String whole = name.toLowerCase(Locale.ROOT);
        int dot = whole.indexOf('.');
        called.add(whole);
        called.add(dot < 0 ? whole : whole.substring(0, dot));
    }
}
