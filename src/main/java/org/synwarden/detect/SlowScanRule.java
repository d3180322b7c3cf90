package org.synwarden.detect;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.synwarden.attempt.Bounded;
import org.synwarden.net.Address;
import org.synwarden.net.LeastRecentMap;

/**
 * One worm port of many addresses, so slowly or by so many programs that nobody stands out: within 24 h by one image, or
 * within 600 s by this host as a whole. Remembers {@value #WATCHED} images and ports with {@value #ADDRESSES} addresses
 * each; those unused for longest make room, and counts saturate.
 */
final class SlowScanRule {
    static final int WATCHED = 256;
    static final int ADDRESSES = 128;

    private static final long DAY = TimeUnit.HOURS.toNanos(24);
    private static final int PROGRAMS = 2;

    private record Watched(Object who, int port) {}

    private record Failure(long at, Object who) {}

    /** Addresses that failed within a span and never succeeded, the latest failure last. */
    private static final class Silent {
        private final LeastRecentMap<Address, Failure> failures = new LeastRecentMap<>(ADDRESSES);
        private final long span;

        private Silent(long span) {
            this.span = span;
        }

        private void add(Address address, long at, Object who) {
            Iterator<Failure> eldest = failures.values().iterator();
            while (eldest.hasNext() && at - eldest.next().at() > span) {
                eldest.remove();
            }
            if (failures.size() < ADDRESSES) { // more than that adds nothing
                failures.put(address, new Failure(at, who));
            }
        }

        private int programs() {
            Set<Object> programs = new HashSet<>();
            failures.values().forEach(failure -> programs.add(failure.who()));
            return programs.size();
        }
    }

    private final JudgeSettings settings;
    private final LeastRecentMap<Watched, Silent> byImage = new LeastRecentMap<>(WATCHED);
    private final Map<Integer, Silent> byPort = new LeastRecentMap<>(PortClass.WORM_PORTS.size());

    SlowScanRule(JudgeSettings settings) {
        this.settings = settings;
    }

    /** An address failed on a worm port for the first time; {@code who} is the image, or the unit where none is known. */
    Optional<Alarm> failed(Object who, int port, Address address, long at) {
        Silent silent = byImage.computeIfAbsent(new Watched(who, port), any -> new Silent(DAY));
        silent.add(address, at, who);
        int count = silent.failures.size();
        if (count < settings.slowScanAddresses()) {
            return Optional.empty();
        }
        Supplier<String> words = () -> port + "/tcp: " + Wording.addresses(count)
                + " that have never answered were tried within a day, a few at a time";
        return Optional.of(alarm(silent, count, at, words));
    }

    /** The same, whoever it was. */
    Optional<Alarm> failedAnywhere(Object who, int port, Address address, long at) {
        Silent silent = byPort.computeIfAbsent(port, any -> new Silent(settings.window()));
        silent.add(address, at, who);
        int count = silent.failures.size();
        if (count < settings.slowScanHostWide() || silent.programs() < PROGRAMS) {
            return Optional.empty();
        }
        int programs = silent.programs();
        Supplier<String> words = () ->
                port + "/tcp: " + Wording.addresses(count) + " did not answer within " + Wording.span(settings.window())
                        + ", asked by " + programs + " programs of this PC, none of them often";
        return Optional.of(alarm(silent, count, at, words));
    }

    private static Alarm alarm(Silent silent, int count, long at, Supplier<String> words) {
        long first = silent.failures.values().iterator().next().at();
        return new Alarm(Severity.AMBER, Kind.SLOW_SCAN, at, first, count, words);
    }

    /** It was somebody else. */
    void takeBack(Object who, int port, Address address) {
        Silent silent = byImage.get(new Watched(who, port));
        if (silent != null) {
            silent.failures.remove(address);
        }
        Silent anywhere = byPort.get(port);
        if (anywhere != null) {
            anywhere.failures.computeIfPresent(
                    address, (any, failure) -> failure.who().equals(who) ? null : failure);
        }
    }

    /** That address answered after all. */
    void succeeded(Object who, int port, Address address) {
        Silent silent = byImage.get(new Watched(who, port));
        if (silent != null) {
            silent.failures.remove(address);
        }
        Silent anywhere = byPort.get(port);
        if (anywhere != null) {
            anywhere.failures.remove(address);
        }
    }

    /** How many images and ports are watched, and how many had to make room. */
    Bounded bound() {
        return new Bounded("slow-scans", byImage.size(), WATCHED, byImage.evictions());
    }
}
